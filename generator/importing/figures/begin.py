"""A report begins with what must be known of it: the commune, the period, the source."""

from dataclasses import dataclass, field
from datetime import date

from generator.importing.draft import Place, Rank
from generator.importing.figures.draft import FiguresDraft, Known
from generator.importing.figures.rows import Row
from generator.importing.figures.title import Title
from generator.importing.workbook.sheet import Sheet
from generator.model.times import parse_date
from generator.problems import Problem, Severity
from generator.reading.yaml_text import Data
from generator.statistics.periods import Period
from generator.vietnamese import fold


@dataclass(slots=True)
class FiguresReading:
    """What came of one sheet."""

    drafts: list[FiguresDraft] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def begin(
    code: str, place: Place, title: Title, known: Known, row: Row | None, reading: FiguresReading
) -> FiguresDraft | None:
    """A draft that knows its commune and its period; a problem where the input leaves one of them open."""
    if not code:
        message = "Không rõ bảng này là số liệu của xã nào."
        hint = "Ghi «Mã xã: …» phía trên bảng, hoặc thêm --commune và mã xã 5 chữ số."
        reading.problems.append(_problem(place, "import-commune", message, hint))
        return None
    if code not in known.communes:
        message = f"Bảng công khai không có xã mang mã «{code}» nên không nhập."
        hint = f"Tạo xã trước: congkhai new commune {code}"
        reading.problems.append(_problem(place, "import-commune", message, hint))
        return None
    period = known.told.period or (_row_period(row) if row else None) or title.period
    if period is None:
        message = "Không rõ số liệu của kỳ nào."
        hint = "Ghi «Từ ngày … đến ngày …» phía trên bảng, hoặc thêm --period, ví dụ --period 2026-Q3."
        reading.problems.append(_problem(place, "import-period", message, hint))
        return None
    draft = FiguresDraft(code, place, Rank.FULL, since=period.since, until=period.until)
    if known.told.period and title.period and title.period != known.told.period:
        draft.doubt("Kỳ ghi trong tệp khác kỳ bạn nêu; dùng kỳ bạn nêu.")
    elif title.guessed and period == title.period:
        draft.doubt(title.guessed)
    draft.values["xa"] = code
    if period.since:
        draft.values["tu"] = period.since.isoformat()
    draft.values["den"] = period.until.isoformat()
    draft.values["nguon"] = [_source(title, place.file, known, draft)]
    return draft


def _row_period(row: Row) -> Period | None:
    days = {key: _day(row.cells[key].text) for key in ("since", "until") if key in row.cells}
    until = days.get("until")
    return Period(days.get("since"), until) if until else None


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def commune_of(sheet: Sheet, title: Title, known: Known) -> str | None:
    """Whose figures a sheet holds: told by the person, the title, the sheet's name, or the reporter's."""
    if known.told.commune:
        return known.told.commune
    if title.commune:
        return title.commune
    if sheet.name and sheet.name in known.communes:
        return sheet.name
    return next((code for text in title.reporters if (code := known.commune(text))), None)


def _source(title: Title, file: str, known: Known, draft: FiguresDraft) -> dict[str, Data]:
    stated = dict(title.source)
    if day := stated.pop("ngay", None):
        parsed = _day(day)
        if parsed is None:
            draft.doubt(f"Ngày của nguồn ghi «{day}», không phải một ngày nên không nhập.")
        else:
            stated["ngay"] = parsed.isoformat()
    if name := known.told.source or stated.get("ten"):
        return {**stated, "ten": name}
    form = any("06a" in fold(text) for text in title.texts)
    draft.doubt("Nguồn chưa có tên; tạm ghi tên tệp. Hãy sửa mục «nguon» cho rõ.")
    return {**stated, "ten": f"{'Biểu số II.06a/VPCP/KSTT' if form else 'Bảng số liệu'}, tệp {file}"}


def _problem(place: Place, code: str, message: str, hint: str) -> Problem:
    where = f"{place.file}, trang «{place.sheet}»" if place.sheet else place.file
    return Problem(where, place.row, 1, code, Severity.ERROR, message, hint)
