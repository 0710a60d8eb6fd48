"""What the lines above a table say of it: the period, the commune, the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.importing.workbook.sheet import Sheet
from generator.model.times import parse_date
from generator.statistics.period_name import months
from generator.statistics.periods import Period
from generator.vietnamese import day, fold

_DAY = r"(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})"
_BETWEEN = re.compile(
    rf"tu\s*(?:ngay)?\s*:?\s*{_DAY}\s*\)?\s*(?:den|-|–)\s*(?:het)?\s*(?:ngay)?\s*:?\s*{_DAY}"
)
_UP_TO = re.compile(rf"(?:tinh )?den\s*(?:het)?\s*(?:ngay)?\s*:?\s*{_DAY}")
_NAMED = re.compile(r"\b(quy|thang)\s+([ivx]+|\d{1,2})\s*(?:nam|/|-|,)?\s*(\d{4})\b")
_HALF = re.compile(r"\b6 thang (dau|cuoi) nam (\d{4})\b")
_YEAR = re.compile(r"\bky bao cao\s*:?\s*nam (\d{4})\b|\bbao cao nam (\d{4})\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COMMUNE = re.compile(r"(?:ma xa|ma xa, phuong|ma don vi hanh chinh)\s*:?\s*(\d{5})\b")
_REPORTER = re.compile(r"^[-\s]*(?:ten )?(?:don vi bao cao|don vi)\s*:?\s*(.+)")
_SOURCE = {
    "ten": re.compile(r"^nguon(?: so lieu)?\s*:\s*(.+)", re.IGNORECASE),
    "ngay": re.compile(r"^ngay cua nguon\s*:\s*(.+)", re.IGNORECASE),
    "lien_ket": re.compile(r"^dia chi trang nguon\s*:\s*(.+)", re.IGNORECASE),
}
_PLACE = re.compile(r"\b(?:xa|phuong|dac khu)\b.*")


@dataclass(frozen=True, slots=True)
class Title:
    """``guessed``: how a period without days was understood; ``reporters``: what may be the unit's name."""

    texts: tuple[str, ...]
    period: Period | None = None
    guessed: str | None = None
    commune: str | None = None
    reporters: tuple[str, ...] = ()
    source: tuple[tuple[str, str], ...] = ()


def read_title(sheet: Sheet, top: int) -> Title:
    """Read the rows above row ``top``; what they do not say is None."""
    texts = tuple(_texts(sheet, top))
    folded = [fold(text) for text in texts]
    period, guessed = _period(folded)
    commune = next((match[1] for text in folded if (match := _COMMUNE.search(text))), None)
    reporters = tuple(found for text in texts if (found := _reporter(text)))
    source = {
        key: found for key, known in _SOURCE.items() for text in texts if (found := _after(known, text))
    }
    return Title(texts, period, guessed, commune, reporters, tuple(source.items()))


def place_name(text: str) -> str | None:
    """``xa phu thai`` of "UBND Xã Phú Thái - Thành phố Hải Phòng", folded; None where no commune is named."""
    words = " ".join(re.sub(r"\s+[-–,(].*", "", fold(text)).split())
    match = _PLACE.search(words)
    return match[0].strip(" .:;") if match else None


def _texts(sheet: Sheet, top: int) -> Iterator[str]:
    """Each row as one text, then each cell alone: a label may stand in the cell beside its value."""
    for row in range(1, top):
        cells = sheet.row(row)
        joined = " ".join(" ".join(cell.text.split()) for cell in cells)
        if joined:
            yield joined
        if len(cells) > 1:
            yield from (" ".join(cell.text.split()) for cell in cells)
            for label, value in pairwise(cells):
                yield f"{label.text.strip().rstrip(':')}: {value.text}"


def _period(texts: list[str]) -> tuple[Period | None, str | None]:
    for text in texts:
        if match := _BETWEEN.search(text):
            first, last = _parsed(match[1]), _parsed(match[2])
            if first and last and first <= last:
                return Period(first, last), None
    for text in texts:
        if named := _calendar(text):
            words = f"từ {day(named.since or named.until)} đến {day(named.until)}"
            return named, f"Nguồn chỉ ghi tên kỳ báo cáo; hiểu là {words}. Hãy đối chiếu."
    for text in texts:
        if (match := _UP_TO.search(text)) and (last := _parsed(match[1])):
            return Period(None, last), None
    return None, None


def _calendar(text: str) -> Period | None:
    try:
        if match := _NAMED.search(text):
            kind, name, year = match.groups()
            number = _ROMAN.get(name) or int(name)
            if kind == "thang":
                return months(int(year), number, number) if number <= 12 else None
            return months(int(year), 3 * number - 2, 3 * number) if number <= 4 else None
        if match := _HALF.search(text):
            return months(int(match[2]), *((1, 6) if match[1] == "dau" else (7, 12)))
        if match := _YEAR.search(text):
            return months(int(match[1] or match[2]), 1, 12)
    except ValueError:
        return None
    return None


def _parsed(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _reporter(text: str) -> str | None:
    match = _REPORTER.match(fold(text))
    return text[match.start(1) :] if match and place_name(match[1]) else None


def _after(known: re.Pattern[str], text: str) -> str | None:
    match = known.match(fold(text))
    return text[match.start(1) :].strip() if match else None
