"""How to write a list, a group or an item of one, where something else stands: made of what stands there."""

import re
from collections.abc import Collection, Mapping
from typing import Literal, get_origin

from msgspec import Meta

from generator.explain import own_way
from generator.guide_terms import descriptions
from generator.model.record import Key, Record
from generator.model.shape import by_key, core_of, is_list, item_of
from generator.problems import shown

_SHORT = 60
_BULLETS = tuple("–—−•●▪■·+◦‣")
_NUMBERED = re.compile(r"\d{1,2}[.)] +")
_KEY_OF_ITEM = re.compile(r"([a-z][a-z0-9_]*) *(?:[:：=;]| )")
_CODE = re.compile(r"[\d.]+")
_SAYING = ("ten", "buoc", "trich_yeu", "noi_dung", "cau_hoi", "tieu_de")
"""Keys of a text that may be meant where an item is only a text."""
_QUOTED = re.compile(r"«([^»]*)»")


def of_list(value: object, field: Key | None, inner: type[Record] | None) -> str:
    """For a list whose items are records of ``inner``, or plain values."""
    if isinstance(value, str) and value.startswith("-"):
        return "Sau dấu gạch đầu dòng phải có một dấu cách."
    if isinstance(value, str) and value[:1] in _BULLETS:
        return f"Dấu «{value[0]}» không phải gạch đầu dòng: gõ dấu trừ và một dấu cách."
    if isinstance(value, Mapping) and inner and value:
        first = shown(str(next(iter(value))))
        if first.startswith("-"):
            return "Sau dấu gạch đầu dòng phải có một dấu cách."
        if first.startswith(_BULLETS):
            return f"Dấu «{first[0]}» không phải gạch đầu dòng: thay bằng dấu trừ và một dấu cách."
        return f"Viết dấu gạch và một dấu cách trước «{first}»; các dòng sau của nhóm thụt thêm hai dấu cách."
    text = value if isinstance(value, str) and len(value) <= _SHORT else ""
    plain = bool(text.strip()) and ": " not in text and "- " not in text
    if plain and field is None and "," in text:
        return f"Viết trong ngoặc vuông: - [{text}]"
    if not plain or not field or not field.key:
        return "Xuống dòng, thụt vào hai dấu cách, mỗi ý một dòng, bắt đầu bằng dấu gạch và một dấu cách."
    if _NUMBERED.match(text):
        text = _NUMBERED.split(text)[1].strip() or text
    if field.key == "thu" and (days := own_way.weekdays(text)):
        return f"Viết trong ngoặc vuông: thu: [{', '.join(days)}]"
    if (text.startswith("(") and text.endswith(")")) or (_holds_keys(field) and "," in text):
        items = ", ".join(item.strip() for item in text.strip("()").split(","))
        return f"Viết trong ngoặc vuông: {field.key}: [{items}]"
    item = _item(inner, text) if inner else f'- "{text}"' if _CODE.fullmatch(text) else f"- {text}"
    numbers = "Bỏ số thứ tự, mỗi ý một dòng. " if text != value else ""
    below = f"xuống dòng, thụt vào sâu hơn «{field.key}» hai dấu cách rồi viết: {item}"
    return f"{numbers}Để «{field.key}:» đứng một mình; {below}"


def of_group(value: object, field: Key | None, inner: type[Record] | None) -> str | None:
    """For a record of ``inner``, or an item of a list of them (no ``field`` is of an item)."""
    if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        return "Bỏ dấu gạch ở đầu các dòng: chỗ này là một nhóm «tên mục: giá trị», không phải danh sách."
    if inner is None:
        return None
    keys = list(by_key(inner))
    known = f"Các mục được dùng ở đây: {', '.join(keys)}."
    listed = [key for key, each in by_key(inner).items() if is_list(each.annotation)]
    if isinstance(value, list) and len(listed) == 1:
        return f"{known} Viết thêm dòng «{listed[0]}:» ở trên danh sách này, thụt cả danh sách vào sâu hơn."
    if isinstance(value, str) and len(value) <= _SHORT and field is None:
        return (
            f"Viết: {_with_colon(keys, value)}"
            if _keyed(keys, value)
            else f"{known} Viết: {_item(inner, value)}"
        )
    if isinstance(value, str) and field and field.key:
        example = _example(inner, keys[0])
        return (
            f"{known} Để «{field.key}:» đứng một mình; xuống dòng, thụt vào hai dấu cách rồi viết,"
            f" ví dụ: {keys[0]}: {example}"
        )
    return f"Viết tên mục trước giá trị, ví dụ «{keys[0]}: …». {known}"


def _keyed(keys: Collection[str], text: str) -> str | None:
    """The key that an item begins with, where its colon is missing, wide or glued to the value."""
    match = _KEY_OF_ITEM.match(text)
    return match[1] if match and match[1] in keys else None


def _with_colon(keys: Collection[str], text: str) -> str:
    key = _keyed(keys, text) or ""
    return f"- {key}: {shown(text[len(key) :].lstrip(' :：=;'))}"


def _item(inner: type[Record], text: str) -> str:
    """An item of a list of ``inner`` that says ``text``, or one that shows how."""
    fields = by_key(inner)
    if text.startswith(("http://", "https://")) and "lien_ket" in fields:
        first = next(iter(fields))
        return f"- {first}: …; dòng dưới, thẳng cột với «{first}», viết: lien_ket: {text}"
    if _CODE.fullmatch(text) and "ma" in fields:
        return f'- ma: "{text}"'
    required = [key for key, info in fields.items() if info.required]
    saying = [key for key in fields if key in _SAYING and (key in required or not required)]
    if saying and '"' not in text and not text.startswith(("[", "{", "&", "*", "!", "%", "@", "#")):
        return f"- {saying[0]}: {text}"
    wanted = [f"{key}: {_example(inner, key)}" for key in required or list(fields)[:1]]
    more = (
        f" (rồi các dòng thẳng cột với «{wanted[0].split(':')[0]}»: {'; '.join(wanted[1:])})"
        if wanted[1:]
        else ""
    )
    return f"- {wanted[0]}{more}"


def _example(inner: type[Record], key: str) -> str:
    match = _QUOTED.search(descriptions(inner).get(key, ""))
    return match[1] if match else "…"


def _holds_keys(field: Key) -> bool:
    """Whether the items are short words of ours (keys, codes, choices) in which no comma can stand."""
    core, conditions = core_of(item_of(field.annotation))
    return get_origin(core) is Literal or any(isinstance(one, Meta) and one.pattern for one in conditions)
