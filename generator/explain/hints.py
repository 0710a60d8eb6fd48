"""How to mend a value that the model refuses: where it can be, with the line that would be right."""

import re
from collections.abc import Mapping

from generator.explain import meant, shapes
from generator.explain.suggestions import nearest
from generator.guide_terms import descriptions
from generator.model.record import Key, Record
from generator.problems import code_point

WIDE_COLON = "Dùng dấu hai chấm thường «:» thay cho dấu hai chấm rộng «：»."

_MOST_STRANGE = 20
_SHORT = 60
_CURLY = "“”„‘’«»"
_QUOTES = _CURLY + "\"'"
_THOUSANDS = re.compile(r"[0-9]{1,3}([., ][0-9]{3})+")
_EXAMPLE = re.compile(r"«([^»]*)»(?:\. (.+))?")
_CODE = (
    "Xem mã trên giấy tờ rồi viết đủ chữ số, giữa hai dấu ngoặc kép thẳng (Excel có khi làm mất số 0 ở đầu)."
)
_WRITTEN = {
    "code-area": _CODE,
    "code-commune": _CODE,
    "code-procedure": "Chép mã từ quyết định công bố, kể cả các dấu chấm; chưa có mã thì chưa tạo tệp này.",
    "code-province": _CODE,
    "type-group": "Xuống dòng, thụt vào hai dấu cách, mỗi mục một dòng «tên mục: giá trị».",
    "type-number": "Chỉ viết chữ số, không kèm chữ hay đơn vị.",
    "value-clock": 'Viết giờ và phút, hai chấm ở giữa, trong ngoặc kép: "08:00", "17:30".',
    "type-text": "Viết thành một dòng chữ sau dấu hai chấm, không ngoặc vuông, không gạch đầu dòng.",
    "value-date": "Viết ngày, tháng, năm đủ bốn chữ số, ngăn bằng gạch chéo: 22/11/2026.",
    "moment": "Viết ngày trước, giờ sau, cách nhau một dấu cách: 23/11/2026 17:00.",
    "value-email": "Viết liền, có dấu @ ở giữa và dấu chấm (không phải dấu phẩy) ở sau. Chỉ ghi một địa chỉ.",
    "value-identifier": "Mở trang của thủ tục trên Cổng, chép phần mã trong địa chỉ; không có thì xóa dòng.",
    "value-link": "Chép cả địa chỉ từ thanh địa chỉ của trình duyệt, kể cả https:// ở đầu.",
    "value-phone": "Chỉ viết số, ngăn bằng dấu cách. Có nhiều số điện thoại thì chọn một số.",
    "value-weekday": "Thứ Hai đến thứ Sáu viết là: [2, 3, 4, 5, 6]. Chủ nhật viết là CN.",
}
"""How a kind of value is written, for whoever nothing better can be told."""


def hint(code: str, kind: str, value: object, field: Key | None, inner: type[Record] | None) -> str | None:
    """Advice for a refused ``value`` of ``field``; ``kind`` is the mistake's (``generator.model.mistakes``).

    ``inner`` is the record type that should stand there, or whose records the list should hold.
    """
    if value is None:
        return of_empty(field)
    if kind == "whole" and _THOUSANDS.fullmatch(str(value)):
        return f"Viết liền, không ngăn hàng nghìn: {re.sub(r'[^0-9]', '', str(value))}."
    if kind == "text" and isinstance(value, Mapping):
        return meant.of_sentence(value)
    return (
        of_writing(value, field)
        or (meant.of_day(str(value), field) if code == "value-date" else None)
        or (meant.of_text(code, value, field) if isinstance(value, str) else None)
        or (shapes.of_list(value, field, inner) if code == "type-list" else None)
        or (shapes.of_group(value, field, inner) if code == "type-group" else None)
        or (meant.of_only_item(value, field) if kind == "text" and isinstance(value, list) else None)
        or (meant.of_key(value, field) if code == "key-form" else None)
        or (meant.of_yes_or_no(value, field) if kind == "yes_no" else None)
        or _WRITTEN.get("moment" if kind == "moment" else code)
    )


def of_empty(field: Key | None) -> str:
    """For a key with nothing behind it."""
    if field and field.required:
        return "Viết sau dấu hai chấm, cách một dấu cách: mục này bắt buộc phải có."
    return "Viết giá trị, hoặc xóa cả dòng nếu nguồn không nêu."


def of_guide(name: str, owner: type[Record] | None) -> str:
    """For whoever nothing nearer can be told: the example that the guide gives."""
    said = descriptions(owner).get(name, "") if owner else ""
    match = _EXAMPLE.fullmatch(said)
    if match:
        return f"Viết như ví dụ này: {name}: {match[1]}"
    return f"Cách viết mục này: {said.rstrip('.')}." if said else "Xem lại giá trị này trên giấy tờ."


def of_length(length: int, most: int) -> str:
    """For a text of ``length`` letters where ``most`` may stand."""
    return f"Bớt ít nhất {length - most} ký tự: giữ phần người dân cần biết nhất."


def of_writing(value: object, field: Key | None) -> str | None:
    """What the program that a text was copied from has put into it."""
    if not isinstance(value, str) or not value:
        return None
    if char := hidden(value):
        return f"Có ký tự không nhìn thấy được {code_point(char)}; xóa đi rồi gõ lại."
    if value[0] in _CURLY or value[-1] in _CURLY:
        return f"Đổi dấu ngoặc cong của Word thành dấu ngoặc kép thẳng{_in_quotes(value, field)}"
    if value[0] in _QUOTES or value[-1] in _QUOTES:  # the parser took one of a pair for a letter
        return f"Dấu ngoặc kép phải có đủ cả hai đầu{_in_quotes(value, field)}"
    return None


def _in_quotes(value: str, field: Key | None) -> str:
    """The line with ``value`` between straight quotes, where it can be shown."""
    plain = value.strip(_QUOTES)
    fits = field and len(plain) <= _SHORT and '"' not in plain and plain.isprintable()
    return f': {field.key}: "{plain}"' if field and fits else "."


def spelled_otherwise(name: str, group: object, known: Mapping[str, str]) -> bool:
    """Whether the key that is missing stands there under a strange name, which is told where it stands."""
    strange = [key for key in group if key not in known.values()] if isinstance(group, Mapping) else []
    return any(
        (found := nearest(key, known)) is not None and known[found] == name for key in strange[:_MOST_STRANGE]
    )


def of_missing(name: str, owner: type[Record] | None, *, inside: bool) -> str:
    """The line to add, and where; ``inside`` another key's group."""
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
