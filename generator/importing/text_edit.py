"""Change some top-level keys of a YAML text by position; every other letter, and every comment, stays.

The result is never trusted: ``edit`` reads it again and refuses (NotEditable) unless it holds exactly the
data that was intended and every comment that was there before.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from generator.model.record import Record
from generator.reading import yaml_text
from generator.reading.comments import find_signs
from generator.reading.yaml_faults import YamlFault
from generator.reading.yaml_text import Data
from generator.writing.yaml_writer import write


class NotEditable(Exception):
    """The text is laid out in a way that cannot be changed by position without risk."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value: lines ``start`` to ``end`` (from 0, end exclusive)."""

    key: str
    start: int
    end: int


def edit(
    text: str, changes: Mapping[str, Data], order: Sequence[str], model: type[Record] | None = None
) -> str:
    """The text with ``changes`` applied (None removes a key); new keys go where ``order`` puts them.

    What ``model`` reads as a whole number is written without quotes.
    """
    before = _mapping(text)
    expected = {key: value for key, value in {**before, **changes}.items() if changes.get(key, 0) is not None}
    if not expected:
        raise NotEditable  # a file without any key is no record
    lines = text.split("\n")
    if lines[-1] != "":
        lines.append("")
    for key, value in sorted(changes.items(), key=lambda change: change[1] is None):  # removals last
        entries = entries_of(lines)
        lines = (
            _replaced(lines, entries, key, value, model)
            if key in entries
            else _inserted(lines, entries, key, value, order, model)
        )
    result = "\n".join(lines)
    if _mapping(result) != expected or comments(text) - comments(result):
        raise NotEditable
    return result


def append_item(text: str, key: str, item: Data) -> str:
    """The text with one more item at the end of the block list under the top-level ``key``."""
    before = _mapping(text)
    items = before.get(key)
    if not isinstance(items, list) or not items:
        raise NotEditable
    lines = text.split("\n")
    entry = entries_of(lines)[key]
    column = yaml_text.locate(text).values[(key, len(items) - 1)][1]
    margin = " " * (column - 3)  # the dash and its space stand before the item's first key
    written = [margin + line[2:] if line else line for line in write({key: [item]}).split("\n")[1:-1]]
    result = "\n".join([*lines[: entry.end], *written, *lines[entry.end :]])
    if _mapping(result) != {**before, key: [*items, item]} or comments(text) - comments(result):
        raise NotEditable
    return result


def comments(text: str) -> Counter[str]:
    """Every comment of a YAML text, counted."""
    return Counter(_comments(text))


def _mapping(text: str) -> dict[str, Data]:
    try:
        data = yaml_text.parse(text)
    except YamlFault as fault:
        raise NotEditable from fault
    if not isinstance(data, dict):
        raise NotEditable
    return data


def entries_of(lines: list[str]) -> dict[str, Entry]:
    """The top-level keys of a block mapping, in the order of the text."""
    try:
        marks = yaml_text.locate("\n".join(lines))
    except YamlFault as fault:
        raise NotEditable from fault
    places = [(path[0], place) for path, place in marks.keys.items() if len(path) == 1]
    if not places or any(column != 1 for _, (_, column) in places) or lines[places[0][1][0] - 1][:1] in "{?":
        raise NotEditable
    starts = [line - 1 for _, (line, _) in places]
    ends = [*starts[1:], len(lines)]
    return {
        str(key): Entry(str(key), start, _content_end(lines, start, end))
        for (key, _), start, end in zip(places, starts, ends, strict=True)
    }


def _content_end(lines: list[str], start: int, end: int) -> int:
    """Blank lines and comments at the margin belong to what follows, not to the value before them."""
    while end > start + 1 and (
        not lines[end - 1].strip() or lines[end - 1][0] == "#" or _is_end(lines[end - 1])
    ):
        end -= 1
    return end


def _is_end(line: str) -> bool:
    return line.split() == ["..."]


def _replaced(
    lines: list[str], entries: Mapping[str, Entry], key: str, value: Data, model: type[Record] | None
) -> list[str]:
    entry = entries[key]
    old = lines[entry.start : entry.end]
    kept = _comments("\n".join([*old, ""]))  # moved above the key: the value they stood in is gone
    new = [] if value is None else write({key: value}, model).split("\n")[:-1]
    if len(old) == len(new) == len(kept) == 1:
        return [*lines[: entry.start], f"{new[0]}  {kept[0]}", *lines[entry.end :]]
    return [*lines[: entry.start], *kept, *new, *lines[entry.end :]]


def _inserted(
    lines: list[str],
    entries: Mapping[str, Entry],
    key: str,
    value: Data,
    order: Sequence[str],
    model: type[Record] | None,
) -> list[str]:
    if value is None:
        return lines
    before = order[: order.index(key)] if key in order else order
    earlier = [entry.end for name, entry in entries.items() if name in before]
    # Before the first key there may be a heading of comments: never above it.
    place = max(earlier) if earlier else next(iter(entries.values())).start
    return [*lines[:place], *write({key: value}, model).split("\n")[:-1], *lines[place:]]


def _comments(text: str) -> list[str]:
    try:
        return [comment.text for comment in find_signs(text).comments]
    except yaml.YAMLError as error:
        raise NotEditable from error
