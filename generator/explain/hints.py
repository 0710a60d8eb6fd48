"""How to mend a value that the model refuses: where it can be, with the line that would be right."""

import re
from calendar import monthrange
from collections.abc import Mapping

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.explain.suggestions import nearest
from generator.guide_terms import descriptions
from generator.problems import code_point, shown

WIDE_COLON = "Dùng dấu hai chấm thường «:» thay cho dấu hai chấm rộng «：»."

_BULLETS = tuple("–—−•●▪■·")
_MOST_STRANGE = 20
_SHORT = 60
_CURLY = "“”‘’«»"
_THOUSANDS = re.compile(r"[0-9]{1,3}([., ][0-9]{3})+")
_VIETNAMESE = re.compile(r"\s*([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\s*")
_EXAMPLE = re.compile(r"«([^»]*)»(?:\. (.+))?")
_CODE = (
    "Xem mã trên giấy tờ rồi viết đủ chữ số, giữa hai dấu ngoặc kép thẳng (Excel có khi làm mất số 0 ở đầu)."
)
_WRITTEN = {
    "code-commune": _CODE,
    "code-province": _CODE,
    "type-number": "Chỉ viết chữ số, không kèm chữ hay đơn vị.",
    "value-clock": 'Viết giờ và phút, hai chấm ở giữa, trong ngoặc kép: "08:00", "17:30".',
    "value-date": "Viết ngày, tháng, năm đủ bốn chữ số, ngăn bằng gạch chéo: 22/11/2026.",
    "value-link": "Chép cả địa chỉ từ thanh địa chỉ của trình duyệt, kể cả https:// ở đầu.",
    "value-weekday": "Thứ Hai đến thứ Sáu viết là: [2, 3, 4, 5, 6]. Chủ nhật viết là CN.",
}
"""How a kind of value is written, for whoever nothing better can be told."""
_DAYS = re.compile(r"(?:[2-8]|CN)(?: *[,;] *(?:[2-8]|CN))*", re.IGNORECASE)


def hint(code: str, kind: str, value: object, field: FieldInfo | None, keys: list[str]) -> str | None:
    """Advice for a refused ``value`` of ``field``; ``kind`` is pydantic's error, ``keys`` are a group's."""
    if value is None:
        return of_empty(field)
    if kind == "whole" and _THOUSANDS.fullmatch(str(value)):
        return f"Viết liền, không ngăn hàng nghìn: {re.sub(r'[^0-9]', '', str(value))}."
    if kind == "string_type" and isinstance(value, Mapping):
        return _sentence(value)
    return (
        of_writing(value, field)
        or (_day(str(value)) if code == "value-date" else None)
        or (_list(value, field) if code == "type-list" else None)
        or (_group(keys) if code == "type-group" and keys else None)
        or _WRITTEN.get(code)
    )


def of_empty(field: FieldInfo | None) -> str:
    """For a key with nothing behind it."""
    if field and field.is_required():
        return "Viết sau dấu hai chấm, cách một dấu cách: mục này bắt buộc phải có."
    return "Viết giá trị, hoặc xóa cả dòng nếu nguồn không nêu."


def of_writing(value: object, field: FieldInfo | None) -> str | None:
    """What the program that a text was copied from has put into it."""
    if not isinstance(value, str) or not value:
        return None
    if value[0] in _CURLY:
        plain = value.strip(_CURLY)
        line = f': {field.alias}: "{plain}"' if field and len(plain) <= _SHORT and '"' not in plain else "."
        return f"Đổi dấu ngoặc cong của Word thành dấu ngoặc kép thẳng{line}"
    if char := hidden(value):
        return f"Có ký tự không nhìn thấy được {code_point(char)}; xóa đi rồi gõ lại."
    return None


def of_missing(
    name: str, group: object, known: Mapping[str, str], owner: type[BaseModel] | None, *, inside: bool
) -> str:
    """The line to add, and where; ``inside`` another key's group.

    Where the key stands there under another spelling, to add it once more would be wrong.
    """
    strange = [key for key in group if key not in known.values()] if isinstance(group, Mapping) else []
    for key in strange[:_MOST_STRANGE]:
        if (found := nearest(key, known)) and known[found] == name:
            return f"Mục này có lẽ đang viết là «{shown(key)}»; sửa thành «{name}»."
    where = "Thêm một dòng thẳng cột với các mục cùng nhóm" if inside else "Thêm một dòng riêng, sát lề trái"
    said = descriptions(owner).get(name, "") if owner else ""
    match = _EXAMPLE.fullmatch(said)
    example, more = match.groups() if match else ("", said)
    more = f" ({more})" if more else ""
    if example and " " not in example:  # a code or a key of the list, which nobody could guess
        return f"{where}, ví dụ: {name}: {example}{more}"
    return f"{where}: «{name}: …»{more}."


def hidden(text: str) -> str | None:
    """The first character that nobody sees."""
    return next((char for char in text if not char.isprintable()), None)


def _day(value: str) -> str | None:
    """Why a day that is written well does not exist."""
    if not (match := _VIETNAMESE.fullmatch(value)):
        return None
    day, month, year = map(int, match.groups())
    if month > 12 >= day:
        return "Viết ngày trước, tháng sau."
    if not 1 <= month <= 12 or not 1900 <= year <= 2199 or day <= (last := monthrange(year, month)[1]):
        return None
    return f"Tháng {month}/{year} chỉ có {last} ngày. Xem lại ngày trên giấy tờ."


def _list(value: object, field: FieldInfo | None) -> str:
    if isinstance(value, str) and value.startswith("-"):
        return "Sau dấu gạch đầu dòng phải có một dấu cách."
    if isinstance(value, str) and value[:1] in _BULLETS:
        return f"Dấu «{value[0]}» không phải gạch đầu dòng: gõ dấu trừ và một dấu cách."
    if isinstance(value, str) and field and field.alias == "thu" and _DAYS.fullmatch(value.strip()):
        return f"Viết trong ngoặc vuông: thu: [{', '.join(re.findall('[0-9A-Za-z]+', value)).upper()}]"
    plain = isinstance(value, str) and len(value) <= _SHORT and ": " not in value and "- " not in value
    if plain and field and field.alias:
        below = f"xuống dòng, thụt vào sâu hơn «{field.alias}» hai dấu cách rồi viết: - {value}"
        return f"Để «{field.alias}:» đứng một mình; {below}"
    return "Xuống dòng, thụt vào hai dấu cách, mỗi ý một dòng, bắt đầu bằng dấu gạch và một dấu cách."


def _sentence(value: Mapping[object, object]) -> str | None:
    """For a text that a colon inside it has made a group."""
    (key, text), *more = value.items() if value else ((None, None),)
    line = f"{key}: {text}"
    if more or not isinstance(text, str) or len(line) > _SHORT or '"' in line or not line.isprintable():
        return "Nếu đây là một câu có dấu hai chấm, đặt cả câu trong ngoặc kép."
    return f'Trong câu có dấu hai chấm: đặt cả câu trong ngoặc kép: "{line}"'


def _group(keys: list[str]) -> str:
    return f"Viết tên mục trước giá trị, ví dụ «{keys[0]}: …». Các mục được dùng ở đây: {', '.join(keys)}."
