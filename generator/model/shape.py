"""What may stand inside what: the record or the kind of value behind a field's annotation."""

from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, RootModel


def keys_of(model: type[BaseModel]) -> dict[str, Any]:
    """YAML key -> annotation, in the order of the official form; empty where names are data."""
    if issubclass(model, RootModel):
        return {}
    return _keys(model)


@cache
def _keys(model: type[BaseModel]) -> dict[str, Any]:
    return {info.alias or name: info.annotation for name, info in model.model_fields.items()}


def inside(annotation: Any, key: str) -> Any:
    """The annotation of what stands under ``key`` in a value of ``annotation``; None where nobody knows."""
    model = record_in(annotation)
    if model and not issubclass(model, RootModel):
        return _keys(model).get(key)
    if model:
        annotation = model.model_fields["root"].annotation
    return next((get_args(one)[1] for one in _choices(annotation) if get_origin(one) is dict), None)


def record_in(annotation: Any) -> type[BaseModel] | None:
    """The record type that a value, or an item of a list, is read as."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Literal, dict):
        return None
    return next((model for part in get_args(annotation) if (model := record_in(part))), None)


@cache
def record_at(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """The record type that stands under ``key`` of a record."""
    return record_in(inside(model, key))


def records_of(model: type[BaseModel]) -> frozenset[type[BaseModel]]:
    """The record type and all that may stand inside it, at any depth."""
    found: set[type[BaseModel]] = set()
    waiting: list[Any] = [model]
    while waiting:
        annotation = waiting.pop()
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            waiting += get_args(annotation)
        elif annotation not in found:
            found.add(annotation)
            waiting += (info.annotation for info in annotation.model_fields.values())
    return frozenset(found)


def is_whole(annotation: Any) -> bool:
    """Whether a value, or an item of a list, is a whole number."""
    if annotation is int:
        return True
    if get_origin(annotation) in (Literal, dict):
        return False
    return any(is_whole(part) for part in get_args(annotation) if part is not type(None))


def _choices(annotation: Any) -> tuple[Any, ...]:
    """The members of a union, what is annotated, or the annotation itself."""
    if get_origin(annotation) is dict:
        return (annotation,)
    return tuple(one for part in get_args(annotation) for one in _choices(part))
