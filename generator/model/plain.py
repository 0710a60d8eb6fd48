"""A record as plain JSON values under its official keys, and as JSON."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias, get_args, get_origin

from msgspec import Struct, json

from generator.model.record import Record, Rooted, keys
from generator.model.shape import core_of, form_of, records_of
from generator.model.times import MomentForm

_Write: TypeAlias = Callable[[Any], Any]


def plain(record: Record, *, written: bool = False) -> dict[str, Any]:
    """A record as JSON holds it; every key is there, empty ones hold None.

    ``written``: as an editor's file holds it: without what a reader would fill in, and days and weekdays as
    editors write them.
    """
    made = {
        key: write(value)
        for name, key, write, omitted in _keys(type(record), written)
        if (value := getattr(record, name)) != omitted
    }
    return dict(made["root"]) if isinstance(record, Rooted) else made


def as_json(record: Record) -> bytes:
    """A record as one line of JSON, with the same keys in the same order for every record of its type."""
    return json.encode(record if _is_plain(type(record)) else plain(record))


def pretty_json(value: Struct | dict[str, Any]) -> bytes:
    """A value as JSON for people who look into the file, with a line end behind it."""
    return json.format(json.encode(value), indent=1) + b"\n"


@cache
def _is_plain(model: type[Record]) -> bool:
    """Whether JSON's own forms are ours: all but moments and files whose names are data."""
    inner = (each.annotation for record in records_of(model) for each in keys(record))
    moments = any(isinstance(form_of(annotation), MomentForm) for annotation in inner)
    return not moments and not issubclass(model, Rooted)


_NEVER = object()


@cache
def _keys(model: type[Record], written: bool) -> tuple[tuple[str, str, _Write, object], ...]:
    """Of each field: its names, what writes its value, and the value that is left out."""
    return tuple(
        (
            each.name,
            each.key,
            _writer(each.annotation, written),
            each.default if written and not each.required else _NEVER,
        )
        for each in keys(model)
    )


def _writer(annotation: Any, written: bool) -> _Write:
    core, _ = core_of(annotation)
    if form := form_of(annotation):
        return lambda value: None if value is None else form.plain(value, written=written)
    if isinstance(core, type) and issubclass(core, Record):
        return lambda value: None if value is None else plain(value, written=written)
    if get_origin(core) is tuple:
        of_item = _writer(get_args(core)[0], written)
        return lambda items: [of_item(item) for item in items]
    if get_origin(core) is dict:
        of_value = _writer(get_args(core)[1], written)
        return lambda group: {key: of_value(value) for key, value in group.items()}
    return lambda value: value
