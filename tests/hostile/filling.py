"""Put a text of one's own into every field that takes free text, wherever it is in a record."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from generator.model.mistakes import in_value
from generator.model.record import Record, Rooted, keys, root_of
from generator.model.shape import by_key, record_in

_PROBE = "<b a=\"c\" d='e'>&amp;"
_LENGTHS = (4_000, 600, 80, 60)
LONGEST_KEY = 100

Wrap = Callable[[str], str]


def _mail(text: str) -> str:
    return re.sub(r"[\s@,;]", "", text) + "@a.example"


def _link(text: str) -> str:
    return "https://a.example/" + re.sub(r"[\s<>\"]", "", text)


_WRAPS: tuple[Wrap, ...] = (str, _mail, _link)
"""How a text gets into a field: as it is, or as the free part of an address."""

Text = Callable[[], str]
_SHAPES: tuple[Callable[[Text, Text], Any], ...] = (
    lambda text, key: text(),
    lambda text, key: [text(), text()],
    lambda text, key: [[text(), text()], [text(), text()]],
    lambda text, key: {key(): text(), key(): text()},
    lambda text, key: {key(): [text(), text()], key(): [text(), text()]},
)


@dataclass(frozen=True)
class Free:
    """A field, as ``Model.key``, that takes free text of at most ``longest`` characters."""

    name: str
    longest: int
    wrap: Wrap
    shape: Callable[[Text, Text], Any]


Given = Callable[[Free, int], str]
"""A text for that field of at most so many characters, wrapped."""


def fill(model: type[Record], data: dict[str, Any], given: Given, skip: frozenset[str]) -> dict[str, Any]:
    """``data`` with a text in every free field of ``model``, and of the records that ``data`` holds."""
    if issubclass(model, Rooted):
        inner = _inner(model)
        return {key: fill(inner, item, given, skip) for key, item in data.items()}
    filled = dict(data)
    for field in keys(model):
        if field.key in data:
            filled[field.key] = _filled(data[field.key], record_in(field.annotation), given, skip)
        elif (free := free_field(model, field.key)) and free.name not in skip:
            filled[field.key] = _shaped(free, given)
    return filled


def _filled(value: Any, inner: type[Record] | None, given: Given, skip: frozenset[str]) -> Any:
    if inner and isinstance(value, list):
        return [fill(inner, item, given, skip) for item in value]
    return fill(inner, value, given, skip) if inner and isinstance(value, dict) else value


def _shaped(free: Free, given: Given) -> Any:
    return free.shape(lambda: given(free, free.longest), lambda: given(free, min(free.longest, LONGEST_KEY)))


def free_fields(model: type[Record]) -> Iterator[str]:
    """``Model.key`` of every field below ``model`` that takes free text."""
    if issubclass(model, Rooted):
        yield from free_fields(_inner(model))
        return
    for field in keys(model):
        if free := free_field(model, field.key):
            yield free.name
        elif inner := record_in(field.annotation):
            yield from free_fields(inner)


def _inner(model: type[Record]) -> type[Record]:
    """The record under each name in a file whose names are data."""
    inner = record_in(get_args(root_of(model))[1])
    assert inner
    return inner


@cache
def free_field(model: type[Record], key: str) -> Free | None:
    """What free text the field takes; None where it takes none."""
    annotation = by_key(model)[key].annotation
    for shape in _SHAPES:
        for wrap in _WRAPS:
            for longest in _LENGTHS:
                whole = wrap(_PROBE + "x" * (longest - len(wrap(_PROBE))))
                if not any(in_value(annotation, shape(lambda: whole, lambda: wrap(_PROBE)))):  # noqa: B023
                    return Free(f"{model.__name__}.{key}", longest, wrap, shape)
    return None
