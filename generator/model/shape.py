"""What may stand inside what: the record or the kind of value behind a field's annotation."""

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from generator.model.form import Form
from generator.model.record import Key, Record, Rooted, annotations_of, keys, root_of


def keys_of(model: type[Record]) -> dict[str, Any]:
    """YAML key -> annotation, in the order of the official form; empty where names are data."""
    return {key: each.annotation for key, each in by_key(model).items()}


@cache
def by_key(model: type[Record]) -> dict[str, Key]:
    """YAML key -> field, in the order of the official form; empty where names are data."""
    return {} if issubclass(model, Rooted) else {each.key: each for each in keys(model)}


def inside(annotation: Any, key: str) -> Any:
    """The annotation of what stands under ``key`` in a value of ``annotation``; None where nobody knows."""
    model = record_in(annotation)
    if model and not issubclass(model, Rooted):
        field = by_key(model).get(key)
        return field.annotation if field else None
    if model:
        annotation = root_of(model)
    return next((get_args(one)[1] for one in _choices(annotation) if get_origin(one) is dict), None)


def record_in(annotation: Any) -> type[Record] | None:
    """The record type that a value, or an item of a list, is read as."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    if get_origin(annotation) in (Literal, dict):
        return None
    return next((model for part in get_args(annotation) if (model := record_in(part))), None)


@cache
def record_at(model: type[Record], key: str) -> type[Record] | None:
    """The record type that stands under ``key`` of a record."""
    return record_in(inside(model, key))


def records_of(model: type[Record]) -> frozenset[type[Record]]:
    """The record type and all that may stand inside it, at any depth."""
    found: set[type[Record]] = set()
    waiting: list[Any] = [model]
    while waiting:
        annotation = waiting.pop()
        if not (isinstance(annotation, type) and issubclass(annotation, Record)):
            waiting += get_args(annotation)
        elif annotation not in found:
            found.add(annotation)
            waiting += annotations_of(annotation).values()
            waiting += [root_of(annotation)] if issubclass(annotation, Rooted) else []
    return frozenset(found)


def is_whole(annotation: Any) -> bool:
    """Whether a value, or an item of a list, is a whole number."""
    if annotation is int:
        return True
    if get_origin(annotation) in (Literal, dict):
        return False
    return any(is_whole(part) for part in get_args(annotation) if part is not NoneType)


def core_of(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """What a value is when it is given at all, and the conditions that it must meet."""
    conditions: tuple[Any, ...] = ()
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            conditions += tuple(more)
        elif get_origin(annotation) in (Union, UnionType):
            (annotation,) = (part for part in get_args(annotation) if part is not NoneType)
        else:
            return annotation, conditions


def is_list(annotation: Any) -> bool:
    """Whether a list stands there."""
    return get_origin(core_of(annotation)[0]) is tuple


def item_of(annotation: Any) -> Any:
    """The annotation of an item of a list."""
    return get_args(core_of(annotation)[0])[0]


def may_be_none(annotation: Any) -> bool:
    """Whether nothing may stand in the value's place."""
    if get_origin(annotation) is Annotated:
        return may_be_none(get_args(annotation)[0])
    return get_origin(annotation) in (Union, UnionType) and NoneType in get_args(annotation)


def form_of(annotation: Any) -> Form | None:
    """How a value that is no plain text is written."""
    return next((one for one in core_of(annotation)[1] if isinstance(one, Form)), None)


def _choices(annotation: Any) -> Iterator[Any]:
    """The members of a union, what is annotated, or the annotation itself."""
    if get_origin(annotation) is dict or not get_args(annotation):
        yield annotation
    else:
        for part in get_args(annotation):
            yield from _choices(part)
