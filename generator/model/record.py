"""The base of every record, and what a field says of itself: its official key and term."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin

from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import fields


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every record: immutable, no unknown keys, read by its official YAML keys.

    A field names its key once, as ``keyed(name=…)``; the text in its annotation is the official term.
    """


class _Said:
    """See ``Said``."""


SAID = _Said()
R = TypeVar("R")
Said = Annotated[R | None, SAID]
"""A group that may be left out whole.  One in which nothing is said (``hieu_luc: {}``) is none."""


class Rooted(Record, Generic[R], frozen=True):
    """A file whose names are data (codes, words): all that it holds is ``root``."""

    root: R


def root_of(model: type[Record]) -> Any:
    """The annotation of all that stands in a file whose names are data."""
    base = next(base for base in model.__orig_bases__ if get_origin(base) is Rooted)  # type: ignore[attr-defined]
    return get_args(base)[0]


class Key(Struct, frozen=True):
    """A field of a record.  ``annotation`` is what may stand there, without the words about it."""

    name: str
    key: str
    title: str
    description: str
    annotation: Any
    required: bool
    default: Any
    """The value of a field that is left out; None for one that is required."""


@cache
def keys(model: type[Struct]) -> tuple[Key, ...]:
    """The fields of a record type, in the order of the official form."""
    return tuple(_keys(model))


def _keys(model: type[Struct]) -> Iterator[Key]:
    annotations = annotations_of(model)
    if issubclass(model, Rooted):
        annotations["root"] = root_of(model)
    for each in fields(model):
        annotation, title, description = _told(annotations[each.name])
        default = each.default if each.default is not NODEFAULT else None
        if each.default_factory is not NODEFAULT:
            default = each.default_factory()
        yield Key(each.name, each.encode_name, title, description, annotation, each.required, default)


def annotations_of(model: type[Struct]) -> dict[str, Any]:
    """The annotations of a record type and of those that it is made of, metadata included."""
    found: dict[str, Any] = {}
    for base in reversed(model.__mro__):
        found |= getattr(base, "__annotations__", {})
    return found


def _told(annotation: Any) -> tuple[Any, str, str]:
    """What may stand in a field, its title and its description."""
    if get_origin(annotation) is not Annotated:
        return annotation, "", ""
    inner, *about = get_args(annotation)
    title = next((one for one in about if isinstance(one, str)), "")
    description = next((one.description for one in about if isinstance(one, Meta) and one.description), "")
    kept = tuple(one for one in about if not isinstance(one, str))
    return (Annotated[(inner, *kept)] if kept else inner), title, description
