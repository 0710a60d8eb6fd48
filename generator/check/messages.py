"""What the model refuses, said in Vietnamese: a table from pydantic's error types to sentences."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.check.suggestions import did_you_mean, nearest
from generator.reading.yaml_text import Path

_KINDS = {
    "string_type": ("type-text", "một dòng chữ"),
    "tuple_type": ("type-list", "một danh sách gạch đầu dòng"),
    "list_type": ("type-list", "một danh sách gạch đầu dòng"),
    "model_type": ("type-group", "một nhóm mục «tên: giá trị»"),
    "model_attributes_type": ("type-group", "một nhóm mục «tên: giá trị»"),
    "dict_type": ("type-group", "một nhóm mục «tên: giá trị»"),
    "int_parsing": ("type-number", "một số nguyên viết liền, ví dụ 780"),
    "int_type": ("type-number", "một số nguyên viết liền, ví dụ 780"),
    "int_from_float": ("type-number", "một số nguyên viết liền, ví dụ 780"),
    "float_parsing": ("type-number", "một số, ví dụ 12.5"),
    "decimal": ("type-number", "một số từ 0 đến 100, ví dụ 95,5"),
    "float_type": ("type-number", "một số, ví dụ 12.5"),
    "bool_parsing": ("type-yes-no", "true (có) hoặc false (không)"),
    "bool_type": ("type-yes-no", "true (có) hoặc false (không)"),
}
_PATTERNS = {
    r"^[1-9]\.\d{6}(\.000\.00\.00)?(\.H\d{2})?$": ("code-procedure", "mã thủ tục dạng «1.001193»"),
    r"^\d{5}$": ("code-commune", 'mã xã gồm 5 chữ số, đặt trong ngoặc kép, ví dụ «"10750"»'),
    r"^\d{2}$": ("code-province", 'mã tỉnh gồm 2 chữ số, đặt trong ngoặc kép, ví dụ «"31"»'),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("key-form", "chữ thường không dấu, nối bằng gạch, ví dụ «ho-tich»"),
}
_LONGEST_QUOTE = 60


def explain(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str, str | None, Path, bool]:
    """Code, message, suggestion, path in the data, and whether the key itself is at fault."""
    path: Path = tuple(error["loc"])
    kind = error["type"]
    given = _quote(error["input"])
    name = _name(path)
    if kind == "missing":
        title = _title(model, path)
        return "key-missing", f"Thiếu mục «{name}»{title}.", f"Thêm dòng «{name}: …».", path, False
    if kind == "extra_forbidden":
        known = list(_keys(model, path[:-1]))
        return "key-unknown", f"Không có mục nào tên «{name}».", _near_key(name, known), path, True
    if kind == "literal_error":
        choices = _choices(error.get("ctx", {}))
        wanted = ", ".join(choices)
        message = f"Mục «{name}» là {given}, nhưng chỉ được là một trong: {wanted}."
        return "value-choice", message, did_you_mean(str(error["input"]), choices), path, False
    code, wanted, suggestion = _wanted(kind, error)
    return code, f"Mục «{name}» là {given}, nhưng cần {wanted}.", suggestion, path, False


def _wanted(kind: str, error: ErrorDetails) -> tuple[str, str, str | None]:
    context = error.get("ctx", {})
    if kind in _KINDS:
        return *_KINDS[kind], _empty_hint(error["input"])
    if kind == "string_pattern_mismatch":
        code, wanted = _PATTERNS.get(context["pattern"], ("value-form", "một giá trị đúng mẫu"))
        return code, wanted, _unquote_hint(str(error["input"]))
    if kind == "string_too_short":
        return "value-empty", "có nội dung", "Viết nội dung, hoặc xóa cả dòng nếu nguồn không nêu."
    if kind == "string_too_long":
        return "value-too-long", f"dài không quá {context['max_length']} ký tự", None
    if kind == "too_short":
        return "list-empty", "có ít nhất một phần tử", "Thêm phần tử, hoặc xóa cả mục."
    if kind == "day":
        return "value-date", "một ngày có thật dạng 16/07/2025 hoặc 2025-07-16", None
    if kind == "clock":
        return "value-clock", "giờ dạng «07:30», đặt trong ngoặc kép", None
    if kind == "link":
        return "value-link", "địa chỉ bắt đầu bằng https://, mailto: hoặc tel:", None
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        side = "từ" if "ge" in context else "không quá"
        return "value-range", f"số {side} {limit}", None
    return "value-other", f"giá trị khác (máy báo: {error['msg']})", None


def _quote(value: Any) -> str:
    if value is None:
        return "bỏ trống"
    if isinstance(value, list):
        return "một danh sách"
    if isinstance(value, Mapping):
        return "một nhóm mục"
    text = " ".join(str(value).split())
    return f"«{text[:_LONGEST_QUOTE]}…»" if len(text) > _LONGEST_QUOTE else f"«{text}»"


def _empty_hint(value: object) -> str | None:
    return "Viết giá trị, hoặc xóa cả dòng nếu nguồn không nêu." if value is None else None


def _unquote_hint(value: str) -> str | None:
    if value[:1] in "“”‘’«" and value:
        return 'Dùng ngoặc kép thẳng " thay cho ngoặc kép cong của Word.'
    return None


def _name(path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    return names[-1] if names else "bản ghi"


def _near_key(name: str, known: list[str]) -> str | None:
    if "：" in name:
        return "Dùng dấu hai chấm thường «:» thay cho dấu hai chấm rộng «：»."
    found = nearest(name, known)
    return f"Có phải «{found}»?" if found else f"Các mục được dùng ở đây: {', '.join(known)}."


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


def _keys(model: type[BaseModel], path: Path) -> Iterator[str]:
    owner = _owner(model, path)
    for name, info in owner.model_fields.items() if owner else ():
        yield info.alias or name


def _owner(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The record type that ``path`` leads to; list positions are passed over."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int) or current is None:
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
