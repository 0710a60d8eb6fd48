"""Data (out of YAML or JSON) -> a record.

msgspec makes the record in compiled code; only what is no plain text is read by its form before.  What it
refuses is looked through again, slowly, for every mistake there is (``generator.model.mistakes``).
"""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, TypeAlias, TypeVar, get_args, get_origin

from msgspec import ValidationError, convert

from generator.model.form import NotOfForm
from generator.model.mistakes import Mistake, mistakes
from generator.model.record import SAID, Record, Rooted, keys, root_of
from generator.model.shape import core_of, form_of, is_list, may_be_none

R = TypeVar("R", bound=Record)
_Read: TypeAlias = Callable[[Any], Any]


class Refused(ValueError):
    """Data that is no record: all mistakes in it, in the order of the official form."""

    def __init__(self, found: list[Mistake]):
        super().__init__(found)
        self.mistakes = found

    def __str__(self) -> str:
        return ", ".join(f"{each.path}: {each.kind}" for each in self.mistakes[:5])


def record_of(model: type[R], data: object) -> R:
    """The record that ``data`` is.  Raises Refused.

    White space around a value is taken for part of it: see ``yaml_text.trimmed``.
    """
    read = _reader(model)
    try:
        value = read(data) if read else data
        return convert({"root": value} if issubclass(model, Rooted) else value, model)
    except (NotOfForm, ValidationError, UnicodeEncodeError):  # the last: half a surrogate pair
        raise Refused(mistakes(model, data)) from None


@cache
def _reader(model: type[Record]) -> _Read | None:
    """What reads by their forms the values inside a record that have one."""
    if issubclass(model, Rooted):
        return _of_value(root_of(model))
    inner = [(each.key, read) for each in keys(model) if (read := _of_value(each.annotation))]
    return partial(_keys, inner) if inner else None


def _keys(inner: list[tuple[str, _Read]], data: Any) -> Any:
    if not isinstance(data, dict):
        return data
    made = data
    for key, read in inner:
        given = data.get(key)
        if given is not None and (value := read(given)) is not given:
            if made is data:
                made = data.copy()
            made[key] = value
    return made


def _of_value(annotation: Any) -> _Read | None:
    core, conditions = core_of(annotation)
    if form := form_of(annotation):
        return form.read
    if isinstance(core, type) and issubclass(core, Record):
        return _said(core) if SAID in conditions else _reader(core)
    origin, inner = get_origin(core), get_args(core)
    if origin is tuple and (read := _of_value(inner[0])):
        return partial(_items, read)
    if origin is dict and (read := _of_value(inner[1])):
        return partial(_values, read)
    return None


def _items(read: _Read, items: Any) -> Any:
    return [read(item) for item in items] if isinstance(items, (list, tuple)) else items


def _values(read: _Read, group: Any) -> Any:
    return {key: read(value) for key, value in group.items()} if isinstance(group, Mapping) else group


def _said(model: type[Record]) -> _Read:
    """Reads a group, and takes one that says nothing for none."""
    read = _reader(model) or (lambda data: data)
    lists = {each.key for each in keys(model) if is_list(each.annotation)}
    others = {each.key for each in keys(model) if may_be_none(each.annotation)}

    def said(data: Any) -> Any:
        silent = isinstance(data, dict) and all(
            (value is None and key in others) or (value in ([], ()) and key in lists)
            for key, value in data.items()
        )
        return None if silent else read(data)

    return said
