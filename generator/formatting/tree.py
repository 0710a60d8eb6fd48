"""A YAML text as a tree that keeps its comments: each stands with the entry that it speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.reading.comments import Comment, find_signs
from generator.reading.plain_yaml import NULLS
from generator.reading.yaml_text import Place


@dataclass(slots=True, eq=False)
class Scalar:
    """A text, or nothing, and where it ends."""

    value: str | None
    end: Place


@dataclass(slots=True, eq=False)
class Collection:
    """A group (entries with keys) or a list; ``tail`` are the comments after its last entry.

    ``flow`` says that it stands in brackets, which close at ``end``.
    """

    listed: bool
    flow: bool
    column: int
    end: Place = (0, 0)
    entries: list["Entry"] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Entry:
    """``above``: comments and blank lines before it; ``beside``: the comment on its own line."""

    key: str | None
    place: Place
    value: Scalar | Collection
    above: list[str] = field(default_factory=list)
    beside: Comment | None = None


@dataclass(slots=True, eq=False)
class Document:
    """``head`` are the comments at the top of the file, which stay there whatever is moved."""

    head: list[str]
    root: Collection


def read_tree(text: str) -> Document:
    """The tree of a text that ``yaml_text.parse`` reads as a mapping or a list."""
    signs = find_signs(text)
    parser: Any = yaml.CSafeLoader(text)
    try:
        root = _Reader(parser, list(signs.dashes)).document()
    finally:
        parser.dispose()
    lines = text.split("\n")
    _place_comments(root, signs.comments, lines)
    _place_blanks(root, lines)
    return Document(_take_head(root), root)


class _Reader:
    def __init__(self, parser: Any, dashes: list[Place]):
        self._parser = parser
        self._dashes = dashes[::-1]

    def document(self) -> Collection:
        self._parser.get_event()  # stream
        self._parser.get_event()  # document
        root = self._node(self._parser.get_event())
        if isinstance(root, Scalar):
            raise ValueError("a text is no document of ours")
        return root

    def _node(self, event: Any) -> Scalar | Collection:
        if isinstance(event, yaml.ScalarEvent):
            bare = event.implicit[0]
            value = None if bare and event.value in NULLS else event.value
            return Scalar(value, _end(event))
        listed = isinstance(event, yaml.SequenceStartEvent)
        made = Collection(listed, bool(event.flow_style), event.start_mark.column + 1)
        ends = yaml.SequenceEndEvent if listed else yaml.MappingEndEvent
        while not isinstance(event := self._parser.get_event(), ends):
            made.entries.append(self._item(event, made.flow) if listed else self._pair(event))
        made.end = _end(event)
        return made

    def _item(self, event: Any, flow: bool) -> Entry:
        place = _start(event) if flow else self._dashes.pop()
        return Entry(None, place, self._node(event))

    def _pair(self, event: Any) -> Entry:
        return Entry(event.value, _start(event), self._node(self._parser.get_event()))


def _end(event: Any) -> Place:
    return event.end_mark.line + 1, event.end_mark.column + 1


def _start(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


@dataclass(slots=True, eq=False)
class _Seat:
    """Where an entry stands: the entries that lead to it (itself the last), and the collection of each."""

    path: tuple[Entry, ...]
    around: tuple[Collection, ...]

    @property
    def entry(self) -> Entry:
        return self.path[-1]

    def still_open(self, place: Place) -> "_Seat":
        """The same without the brackets that are closed before ``place``."""
        for depth, collection in enumerate(self.around):
            if depth and collection.flow and collection.end <= place:
                return _Seat(self.path[:depth], self.around[:depth])
        return self


def _seats(root: Collection) -> Iterator[_Seat]:
    waiting = [_Seat((entry,), (root,)) for entry in root.entries[::-1]]
    while waiting:
        seat = waiting.pop()
        yield seat
        value = seat.entry.value
        if isinstance(value, Collection):
            waiting += [_Seat((*seat.path, entry), (*seat.around, value)) for entry in value.entries[::-1]]


def _place_comments(root: Collection, comments: tuple[Comment, ...], lines: list[str]) -> None:
    seats = list(_seats(root))
    at = 0
    for comment in comments:
        while at < len(seats) and seats[at].entry.place < comment.place:
            at += 1
        before = seats[at - 1].still_open(comment.place) if at else None
        after = seats[at] if at < len(seats) else None
        if before and not comment.alone and not before.entry.beside:
            before.entry.beside = comment
        else:
            blank = comment.alone and _is_blank(lines, comment.line - 1)
            _seat_of(comment, before, after, root).extend(["", comment.text] if blank else [comment.text])


def _seat_of(comment: Comment, before: _Seat | None, after: _Seat | None, root: Collection) -> list[str]:
    """Above what follows, unless it stands as far in as what comes before it."""
    if before and _is_inside(comment, before.entry):
        return before.entry.above
    if before and not (after and _has(after.around, before.entry.value)):
        home = next((one for one in before.around[::-1] if one.column <= comment.column), root)
        if not (after and _has(after.around, home)):
            return home.tail
    return after.entry.above if after else root.tail


def _has(around: tuple[Collection, ...], value: Scalar | Collection) -> bool:
    return any(one is value for one in around)


def _is_inside(comment: Comment, entry: Entry) -> bool:
    """Whether the comment stands between a key and its text, where it can stand no more."""
    return isinstance(entry.value, Scalar) and comment.place < entry.value.end


def _place_blanks(root: Collection, lines: list[str]) -> None:
    """A blank line before an entry separates what belongs together; more than one says no more."""
    for seat in _seats(root):
        if _is_blank(lines, seat.entry.place[0] - 1):
            seat.entry.above.append("")


def _is_blank(lines: list[str], number: int) -> bool:
    return number >= 1 and not lines[number - 1].strip()


def _take_head(root: Collection) -> list[str]:
    """The comments above the first entry: all, or where a blank line parts them those before the last one."""
    if not root.entries:
        return []
    above = root.entries[0].above
    while above and not above[0]:
        del above[0]
    last = max((index for index, line in enumerate(above) if not line), default=len(above))
    root.entries[0].above = above[last + 1 :]
    return above[: last + 1]
