"""Put a text of one's own into every field that takes free text, wherever it is in a record."""

from collections.abc import Callable, Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

_PROBE = "<b a=\"c\" d='e'>&amp;"

Given = Callable[[int], str]
"""A text of at most that many characters."""


def fill(model: type[BaseModel], data: dict[str, Any], given: Given, skip: frozenset[str]) -> dict[str, Any]:
    """``data`` with a text in every free field of ``model``, and of the records that ``data`` holds."""
    filled = dict(data)
    for name, info in model.model_fields.items():
        key = info.alias or name
        if f"{model.__name__}.{key}" in skip:
            continue
        if key in data:
            inner = _record_in(info.annotation)
            if inner and isinstance(data[key], list):
                filled[key] = [fill(inner, item, given, skip) for item in data[key]]
            elif inner and isinstance(data[key], dict):
                filled[key] = fill(inner, data[key], given, skip)
        elif longest := _longest(info):
            filled[key] = [given(longest), given(longest)] if _is_list(info.annotation) else given(longest)
    return filled


def free_fields(model: type[BaseModel]) -> Iterator[str]:
    """``Model.key`` of every field below ``model`` that takes free text."""
    for name, info in model.model_fields.items():
        if _longest(info):
            yield f"{model.__name__}.{info.alias or name}"
        elif inner := _record_in(info.annotation):
            yield from free_fields(inner)


def _longest(info: FieldInfo) -> int:
    """The longest free text that a field takes; 0 where it takes none."""
    kind: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    for length in (4_000, 600, 80, 60):
        text = _PROBE.ljust(length, "x")
        value: Any = [text] if _is_list(info.annotation) else text
        try:
            read = adapter.validate_python(value)
        except ValidationError:
            continue
        if read in (text, (text,)):
            return length
    return 0


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, Annotated, Union, UnionType):
        return next(filter(None, map(_record_in, get_args(annotation))), None)
    return None
