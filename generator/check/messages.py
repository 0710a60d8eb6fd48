"""What the model refuses, said in Vietnamese: a table from pydantic's error types to sentences."""

import re
from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic_core import ErrorDetails

from generator.check.suggestions import did_you_mean, nearest
from generator.problems import code_point, shown
from generator.reading.yaml_faults import WIDE_COLON
from generator.reading.yaml_text import Path

_DAY = "một ngày có thật dạng 16/07/2025 hoặc 2025-07-16"
_NUMBER = "một số nguyên viết liền, ví dụ 780"
KINDS_OF_VALUE = {
    "string_type": ("type-text", "một dòng chữ"),
    "tuple_type": ("type-list", "một danh sách gạch đầu dòng"),
    "dict_type": ("type-group", "một nhóm mục «tên: giá trị»"),
    "model_type": ("type-group", "một nhóm mục «tên: giá trị»"),
    "date_type": ("value-date", _DAY),
    "day": ("value-date", _DAY),
    "moment": ("value-date", "một ngày, có thể thêm giờ, dạng «23/11/2026» hoặc «23/11/2026 17:00»"),
    "clock": ("value-clock", "giờ dạng «07:30», đặt trong ngoặc kép"),
    "link": ("value-link", "địa chỉ bắt đầu bằng https://, mailto: hoặc tel:"),
    "int_type": ("type-number", _NUMBER),
    "whole": ("type-number", _NUMBER),
    "yes_no": ("value-choice", "«co» hoặc «khong»"),
    "metres": ("type-number", "số mét, ví dụ 3 hoặc 2,5"),
    "word_group": ("type-group", "đúng các mục của một dòng từ đồng nghĩa"),
    "decimal": ("type-number", "một số từ 0 đến 100, ví dụ 95,5"),
}
PATTERNS = {
    r"^[1-9]\.[0-9]{6}(\.000\.00\.00)?(\.H[0-9]{2})?$": ("code-procedure", "mã thủ tục dạng «1.001193»"),
    r"^[0-9]{5}$": ("code-commune", 'mã xã gồm 5 chữ số, đặt trong ngoặc kép, ví dụ «"10750"»'),
    r"^([0-9]{2}|[0-9]{5})$": (
        "code-area",
        "mã tỉnh gồm 2 chữ số hoặc mã xã gồm 5 chữ số, đặt trong ngoặc kép",
    ),
    r"^[0-9 .()+-]{3,30}$": ("value-phone", "số điện thoại, ví dụ «0225 3123 456»"),
    r"^[^@\s]+@[^@\s]+$": ("value-email", "địa chỉ thư điện tử, ví dụ «xa@haiphong.gov.vn»"),
    r"^https://[^\s<>\"]+$": ("value-link", "địa chỉ bắt đầu bằng https://"),
    r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$": (
        "value-identifier",
        "mã định danh 36 ký tự chép từ địa chỉ trên Cổng, ví dụ «0a1b2c3d-0000-4000-8000-00000000000f»",
    ),
    r"^[0-9]{2}$": ("code-province", 'mã tỉnh gồm 2 chữ số, đặt trong ngoặc kép, ví dụ «"31"»'),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("key-form", "chữ thường không dấu, nối bằng gạch, ví dụ «ho-tich»"),
}
_BULLETS = tuple("–—−•●▪■·")
_MOST_STRANGE = 20
_THOUSANDS = re.compile(r"[0-9]{1,3}([., ][0-9]{3})+")


def explain(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str, str | None, Path, bool]:
    """Code, message, suggestion, path in the data, and whether the key itself is at fault."""
    path: Path = tuple(error["loc"])
    of_key = path[-1:] == ("[key]",)  # a name that is data itself, such as a code, is not one
    path = path[:-1] if of_key else path
    kind = error["type"]
    given = _given(error["input"])
    name = _name(path)
    if kind == "missing":
        title = _title(model, path)
        hint = _misspelt(name, error["input"], _spellings(_owner(model, path[:-1])))
        return "key-missing", f"Thiếu mục «{name}»{title}.", hint or f"Thêm dòng «{name}: …».", path, False
    if kind == "extra_forbidden":
        near = _near_key(str(path[-1]), model, path[:-1])
        return "key-unknown", f"Không có mục nào tên «{name}».", near, path, True
    if kind == "literal_error":
        choices = _choices(error.get("ctx", {}))
        wanted = ", ".join(choices)
        message = f"Mục «{name}» {given}, nhưng chỉ được là một trong: {wanted}."
        return "value-choice", message, _near_choice(error["input"], choices), path, False
    code, wanted, suggestion = _wanted(kind, error)
    hint = suggestion or _writing_hint(error["input"]) or _form_hint(code, error["input"], model, path)
    return code, f"Mục «{name}» {given}, nhưng cần {wanted}.", hint, path, of_key


def _wanted(kind: str, error: ErrorDetails) -> tuple[str, str, str | None]:
    context = error.get("ctx", {})
    if kind in KINDS_OF_VALUE:
        return *KINDS_OF_VALUE[kind], _empty_hint(error["input"]) or _thousands_hint(kind, error["input"])
    if kind == "string_pattern_mismatch":
        return *PATTERNS[context["pattern"]], None
    if kind == "string_too_short":
        return "value-empty", "có nội dung", "Viết nội dung, hoặc xóa cả dòng nếu nguồn không nêu."
    if kind == "string_too_long":
        return "value-too-long", f"dài không quá {context['max_length']} ký tự", None
    if kind == "too_short":
        least = "một" if context["min_length"] == 1 else context["min_length"]
        return "list-empty", f"có ít nhất {least} phần tử", "Thêm phần tử, hoặc xóa cả mục."
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        side = "từ" if "ge" in context else "không quá"
        return "value-range", f"số {side} {limit}", None
    return "value-other", "một giá trị khác", None


def _given(value: Any) -> str:
    if value is None:
        return "đang bỏ trống"
    if isinstance(value, list):
        return "là một danh sách"
    if isinstance(value, Mapping):
        return "là một nhóm mục"
    return f"là «{shown(str(value))}»"


def _empty_hint(value: object) -> str | None:
    return "Viết giá trị, hoặc xóa cả dòng nếu nguồn không nêu." if value is None else None


def _thousands_hint(kind: str, value: object) -> str | None:
    if kind == "whole" and _THOUSANDS.fullmatch(str(value)):
        return f"Viết liền không dấu chấm: {re.sub(r'[^0-9]', '', str(value))}."
    return None


def _writing_hint(value: object) -> str | None:
    """What the program that a text was copied from has put into it."""
    if not isinstance(value, str) or not value:
        return None
    if value[0] in "“”‘’«":
        return 'Dùng ngoặc kép thẳng " thay cho ngoặc kép cong của Word.'
    if char := _hidden(value):
        return f"Có ký tự không nhìn thấy được {code_point(char)}; xóa đi rồi gõ lại."
    return None


def _form_hint(code: str, value: object, model: type[BaseModel], path: Path) -> str | None:
    """How to write the list or the group that is wanted here."""
    if code == "type-list":
        if isinstance(value, str) and value.startswith("-"):
            return "Sau dấu gạch đầu dòng phải có một dấu cách: «- »."
        if isinstance(value, str) and value[:1] in _BULLETS:
            return f"Dấu «{value[0]}» không phải gạch đầu dòng: gõ dấu trừ và một dấu cách, «- »."
        return "Xuống dòng, thụt vào hai dấu cách, mỗi phần tử bắt đầu bằng «- »."
    if code == "type-group" and (keys := list(dict.fromkeys(_spellings(_owner(model, path)).values()))):
        return (
            f"Viết tên mục trước giá trị, ví dụ «{keys[0]}: …». Các mục được dùng ở đây: {', '.join(keys)}."
        )
    return None


def _hidden(text: str) -> str | None:
    return next((char for char in text if not char.isprintable()), None)


def _near_choice(value: object, choices: list[str]) -> str | None:
    if not isinstance(value, str):
        return _empty_hint(value)
    return _writing_hint(value) or did_you_mean(value, choices)


def _name(path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    return shown(names[-1]) if names else "bản ghi"


def _misspelt(name: str, group: Any, known: Mapping[str, str]) -> str | None:
    """Where a missing key stands under another spelling, to add it once more would be wrong."""
    strange = [key for key in group if key not in known.values()] if isinstance(group, Mapping) else []
    for key in strange[:_MOST_STRANGE]:
        if (found := nearest(key, known)) and known[found] == name:
            return f"Mục này có lẽ đang viết là «{shown(key)}»; sửa thành «{name}»."
    return None


def _near_key(name: str, model: type[BaseModel], path: Path) -> str:
    """The key that was meant, by its spelling or its official term, here or one group further in."""
    if "：" in name:
        return WIDE_COLON
    owner = _owner(model, path)
    here = _spellings(owner)
    if found := nearest(name, here):
        char = _hidden(name)
        hint = f"Có phải «{here[found]}»?"
        return f"{hint} Trong tên có ký tự không nhìn thấy được {code_point(char)}." if char else hint
    for info in owner.model_fields.values() if owner else ():
        inside = _spellings(_record_in(info.annotation))
        if found := nearest(name, inside):
            return f"Có phải «{inside[found]}»? Mục đó nằm bên trong «{info.alias}»."
    return f"Các mục được dùng ở đây: {', '.join(dict.fromkeys(here.values()))}."


def _choices(context: Mapping[str, Any]) -> list[str]:
    return [
        choice.strip("'") for choice in str(context.get("expected", "")).replace(" or ", ", ").split(", ")
    ]


def _title(model: type[BaseModel], path: Path) -> str:
    owner = _owner(model, path[:-1])
    for info in owner.model_fields.values() if owner else ():
        if info.alias == path[-1] and info.title:
            return f" ({info.title})"
    return ""


def _spellings(owner: type[BaseModel] | None) -> dict[str, str]:
    """The keys of a record type, each also under the official term that a clerk may write instead."""
    keys: dict[str, str] = {}
    for name, info in owner.model_fields.items() if owner else ():
        alias = info.alias or name
        keys[alias] = alias
        keys.setdefault(info.title or alias, alias)
    return keys


def _owner(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The record type that ``path`` leads to; list positions are passed over."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int) or current is None:
            continue
        if issubclass(current, RootModel):  # names that are data: whichever it is, the same stands in it
            current = _record_in(current.model_fields["root"].annotation)
            continue
        fields = {info.alias or name: info for name, info in current.model_fields.items()}
        current = _record_in(fields[part].annotation) if part in fields else None
    return current


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) is Literal:
        return None
    for inner in get_args(annotation):
        if found := _record_in(inner):
            return found
    return None
