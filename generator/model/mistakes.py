"""All mistakes of data that is no record, each with its place: what a clerk must be told in one run.

msgspec stops at the first mistake; this walk finds every one, by the same annotations.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, TypeAlias, get_args, get_origin

from msgspec import Meta, Struct

from generator.model.form import Form, Limits, NotOfForm
from generator.model.record import Record, Rooted, root_of
from generator.model.shape import by_key, core_of, form_of, may_be_none
from generator.model.text import pattern_of

Path: TypeAlias = tuple[str | int, ...]
"""Where something stands in the data: keys, and places in lists."""


class Mistake(Struct, frozen=True):
    """What is wrong at one place.  ``kind`` is a key of the tables in ``generator.explain.messages``.

    ``limits`` say what the value should have kept to.
    ``of_key``: the name itself is no name that may stand there (names are data in some files).
    """

    kind: str
    path: Path
    given: Any
    limits: Limits = {}
    of_key: bool = False


def mistakes(model: type[Record], data: object) -> list[Mistake]:
    """Every mistake; one of no nearer kind where each value is right and they do not agree."""
    annotation = root_of(model) if issubclass(model, Rooted) else model
    return list(in_value(annotation, data)) or [Mistake("disagreement", (), data)]


def in_value(annotation: Any, given: Any, path: Path = ()) -> Iterator[Mistake]:
    """Every mistake of one value, which stands at ``path``."""
    if given is None and may_be_none(annotation):
        return
    core, conditions = core_of(annotation)
    if form := form_of(annotation):
        yield from _of_form(form, given, path)
    elif isinstance(core, type) and issubclass(core, Record):
        yield from _in_record(core, given, path)
    elif get_origin(core) is tuple:
        yield from _in_list(get_args(core)[0], given, path, conditions)
    elif get_origin(core) is dict:
        yield from _in_group(get_args(core), given, path)
    elif get_origin(core) is Literal:
        if given not in get_args(core):
            yield Mistake("choice", path, given, {"choices": get_args(core)})
    else:
        yield from _in_text(given, path, conditions)


def _of_form(form: Form, given: Any, path: Path) -> Iterator[Mistake]:
    try:
        form.read(given)
    except NotOfForm as refusal:
        yield Mistake(refusal.kind, path, given, refusal.limits)


def _in_record(model: type[Record], given: Any, path: Path) -> Iterator[Mistake]:
    if not isinstance(given, Mapping):
        yield Mistake("group", path, given)
        return
    known = by_key(model)
    for key, field in known.items():
        if key in given:
            yield from in_value(field.annotation, given[key], (*path, key))
        elif field.required:
            yield Mistake("missing", (*path, key), given)
    for key in given:
        if key not in known:
            yield Mistake("unknown", (*path, key), given[key])


def _in_list(item: Any, given: Any, path: Path, conditions: tuple[Any, ...]) -> Iterator[Mistake]:
    if not isinstance(given, (list, tuple)):
        yield Mistake("list", path, given)
        return
    found = [one for place, value in enumerate(given) for one in in_value(item, value, (*path, place))]
    least = next((one.min_length for one in conditions if isinstance(one, Meta) and one.min_length), 0)
    if len(given) < least and not found:  # where an item is mended there may be several
        yield Mistake("too_few", path, given, {"least": least})
    yield from found


def _in_group(annotations: tuple[Any, ...], given: Any, path: Path) -> Iterator[Mistake]:
    of_key, of_value = annotations
    if not isinstance(given, Mapping):
        yield Mistake("group", path, given)
        return
    for key, value in given.items():
        for mistake in in_value(of_key, key, (*path, key)):
            yield Mistake(mistake.kind, mistake.path, key, mistake.limits, of_key=True)
        yield from in_value(of_value, value, (*path, key))


def _in_text(given: Any, path: Path, conditions: tuple[Any, ...]) -> Iterator[Mistake]:
    if not isinstance(given, str):
        yield Mistake("text", path, given)
        return
    for each in conditions:
        if isinstance(each, Meta) and (wrong := _of_condition(each, given)):
            yield Mistake(wrong, path, given, {"most": each.max_length, "pattern": pattern_of(each)})
            return


def _of_condition(condition: Meta, given: str) -> str | None:
    if condition.min_length and len(given) < condition.min_length:
        return "empty"
    if condition.max_length and len(given) > condition.max_length:
        return "too_long"
    if condition.pattern and not _compiled(condition.pattern).search(given):
        return "pattern"
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
