"""The line that was meant, where what a clerk wrote leaves no doubt of it."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from generator.explain import own_way
from generator.model.record import Key
from generator.problems import shown
from generator.vietnamese import fold, slug

_SHORT = 60
_VIETNAMESE = re.compile(r"\s*([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\s*")
_NOTHING = frozenset(("-", "–", "—", "khong ro", "khong co", "chua co", "n/a", "?", "..."))
_EXCEL_FIRST, _EXCEL_DAYS = date(1899, 12, 30), range(36526, 73051)
"""Excel keeps a day as the number of days since the first; these are the years 2000 to 2099."""
_YES = frozenset(("co", "yes", "y", "true", "on", "dung", "1", "x"))
_NO = frozenset(("khong", "no", "n", "false", "off", "sai", "0", "ko"))


def of_text(code: str, value: str, field: Key | None) -> str | None:
    """The line in the form that is read, where a clerk's own way of writing leaves no doubt."""
    name = f"{field.key}: " if field and field.key else ""
    if code in ("type-number", "value-date") and fold(value).strip() in _NOTHING:
        return "Nguồn không nêu thì xóa cả dòng này."
    if code == "type-number" and (number := own_way.number(value)):
        return f"Viết: {name}{number}"
    if code == "value-date" and (day := own_way.day(value)):
        return f"Viết: {name}{day}"
    if code == "value-date" and value.strip().isdecimal() and int(value[:9]) in _EXCEL_DAYS:
        day_meant = _EXCEL_FIRST + timedelta(days=int(value))
        return f"Excel đã đổi ngày thành số; xem lại giấy tờ rồi viết: {name}{day_meant:%d/%m/%Y}"
    if code == "type-number" and (cut := re.fullmatch(r"([0-9]+)[.,][0-9]+", value.strip())):
        return f"Chỉ nhận số nguyên, viết: {name}{cut[1]}"
    if code == "value-clock" and (clock := own_way.clock(value)):
        return f'Viết: {name}"{clock}"'
    if code == "value-weekday" and (days := own_way.weekdays(value)):
        return f"Viết: {', '.join(days)}"
    if code.startswith("code-") and (digits := own_way.digits(value)):
        return f'Có chữ cái đứng thay chữ số (O và 0, l và 1); xem lại giấy tờ rồi viết: {name}"{digits}"'
    if code == "code-procedure" and (straight := own_way.procedure_code(value)):
        return f'Viết: {name}"{straight}"'
    if code == "code-province" and name == "tinh: ":
        return "Chép mã của tỉnh ở mục «tinh» trong content/board.yml, giữa hai dấu ngoặc kép thẳng."
    if code == "code-commune" and name == "xa: ":
        return "Chép mã của xã, là tên thư mục của xã trong content/communes/, giữa hai dấu ngoặc kép thẳng."
    if code == "code-procedure" and name != "ma: ":
        return "Viết mã của thủ tục ấy (tên tệp của nó trong procedures/, bỏ đuôi .yml), giữa hai ngoặc kép."
    return None


def of_day(value: str, field: Key | None) -> str | None:
    """Why a day that is written well does not exist."""
    if not (match := _VIETNAMESE.fullmatch(value)):
        return None
    day, month, year = map(int, match.groups())
    if month > 12 >= day:
        name = f"{field.key}: " if field and field.key else ""
        return f"Viết ngày trước, tháng sau: {name}{month:02d}/{day:02d}/{year}"
    if not 1 <= month <= 12 or not 1900 <= year <= 2199 or day <= (last := monthrange(year, month)[1]):
        return None
    return f"Tháng {month}/{year} chỉ có {last} ngày. Xem lại ngày trên giấy tờ."


def of_key(value: object, field: Key | None) -> str | None:
    """``ho-tich`` for ``Hộ tịch``: keys are made of names like this."""
    made = slug(value) if isinstance(value, str) else ""
    return f"Viết: {f'{field.key}: ' if field else ''}{made}" if 0 < len(made) <= _SHORT else None


def of_yes_or_no(value: object, field: Key | None) -> str | None:
    """``co`` or ``khong`` for the ways to say so."""
    word = fold(str(value)).strip()
    meant = "co" if word in _YES else "khong" if word in _NO else None
    return f"Viết: {field.key}: {meant}" if meant and field else "Viết không dấu: co, hoặc khong."


def of_only_item(value: list[object], field: Key | None) -> str | None:
    """For a list of one text where a text belongs."""
    if len(value) == 1 and isinstance(value[0], str) and field and len(value[0]) <= _SHORT:
        return f"Viết trên một dòng, không gạch đầu dòng: {field.key}: {shown(value[0])}"
    return None


def of_sentence(value: Mapping[object, object]) -> str | None:
    """For a text that a colon inside it has made a group."""
    (key, text), *more = value.items() if value else ((None, None),)
    line = f"{key}: {text}"
    if more or not isinstance(text, str) or len(line) > _SHORT or '"' in line or not line.isprintable():
        return "Nếu đây là một câu có dấu hai chấm, đặt cả câu trong ngoặc kép."
    return f'Trong câu có dấu hai chấm: đặt cả câu trong ngoặc kép: "{line}"'
