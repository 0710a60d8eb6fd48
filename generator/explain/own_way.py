"""A clerk's own way to write a day, a time of day, weekdays or a code, in the form that a record wants.

Each function gives None for what it cannot read without doubt: a wrong suggestion is worse than none.
"""

import re
from datetime import date

_LONGEST = 60
_DAY_WORDS = re.compile(r"ngày|tháng|năm|mùng|[\s/.,\-–]")
_CLOCK = re.compile(
    r"(\d{1,2}) ?(?:giờ|gio|h|g|:|\.) ?(\d{1,2})? ?(?:phút|phut|ph|p|')? ?(?:(sáng)|(chiều|tối))?",
    re.IGNORECASE,
)
_NAMES = {"hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "chủ nhật": 8, "cn": 8}
_WEEKDAY = re.compile(
    r"chủ nhật|cn|(?:thứ ?)?(?:hai|ba|tư|năm|sáu|bảy)(?!\w)|(?:thứ ?|t)?[2-8](?!\w)|-|–|đến|tới"
)
_BETWEEN = re.compile(r"từ|và|các|ngày|trong|hằng|hàng|tuần|thứ|[\s,;.&+]")
_LIKE_DIGITS = str.maketrans("OoQlI|", "000111")


def day(text: str) -> str | None:
    """``22/11/2026`` for ``ngày 22 tháng 11 năm 2026``, ``22.11.26``, ``2026/11/22``."""
    found = re.findall(r"\d+", text)
    if len(text) > _LONGEST or len(found) != 3 or _DAY_WORDS.sub("", re.sub(r"\d", "", text.lower())):
        return None
    first, month, last = found
    year, of_month = (first, last) if len(first) == 4 else (last, first)
    if len(year) not in (2, 4) or max(len(month), len(of_month)) > 2:
        return None
    try:
        meant = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(of_month))
    except ValueError:
        return None
    return f"{meant:%d/%m/%Y}"


def clock(text: str) -> str | None:
    """``07:30`` for ``7h30``, ``7 giờ 30``, ``7.30``."""
    match = _CLOCK.fullmatch(text.strip()[:_LONGEST])
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[4] and hour < 12:
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def weekdays(text: str) -> list[str] | None:
    """``2``, ``3``, … for ``từ thứ Hai đến thứ Sáu``, ``2-6``, ``T3``, ``Chủ nhật``."""
    lowered = text.lower()[:_LONGEST]
    if _BETWEEN.sub("", _WEEKDAY.sub("", lowered)):
        return None
    days: list[int] = []
    through = False
    for token in _WEEKDAY.findall(lowered):
        if token in ("-", "–", "đến", "tới"):
            through = bool(days)
            continue
        name = re.sub(r"^(?:thứ ?|t(?=[2-8]))", "", token)
        number = _NAMES.get(name) or int(name)
        if through and number <= days[-1]:
            return None
        days += range(days[-1] + 1, number + 1) if through else (number,)
        through = False
    return ["CN" if one == 8 else str(one) for one in days] or None


def number(text: str) -> str | None:
    """``780`` for ``780 hồ sơ``, ``01 bản``, ``2,5 m``: a number before its unit."""
    match = re.fullmatch(r"0*(\d+(?:[.,]\d)?) ?[^\W\d][^\d]{0,30}", text.strip())
    return match[1] if match else None


def procedure_code(text: str) -> str | None:
    """``1.001193`` for ``1. 001193``, ``1,001193``, ``1.001.193``."""
    figures = re.sub(r"[\s.,]", "", text)
    return f"{figures[0]}.{figures[1:]}" if re.fullmatch("[1-9][0-9]{6}", figures) else None


def hours(text: str) -> list[tuple[str, str]] | None:
    """From and to for ``7h30-11h30, 13h30-17h``; None where it is anything else."""
    halves = [
        re.split(r" *(?:-|–|—|đến|tới) *", half.strip()) for half in re.split("[,;&]|và", text[:_LONGEST])
    ]
    clocks = [[clock(re.sub(r"^(?:từ|sáng|chiều)[ :]*", "", one.lower())) for one in half] for half in halves]
    spans = [(one[0], one[1]) for one in clocks if len(one) == 2 and one[0] and one[1]]
    return spans if spans and len(spans) == len(clocks) else None


def digits(text: str) -> str | None:
    """A code in which a letter stands for the digit that looks like it."""
    meant = text.translate(_LIKE_DIGITS)
    return meant if meant != text and re.fullmatch(r"[0-9.]{1,30}", meant) else None
