"""A file as rules of wording see it: every text with its place in the data and in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from generator.model.record import Record
from generator.problems import Problem, Severity
from generator.reading.comments import Comment, find_signs
from generator.reading.plain_yaml import NULLS
from generator.reading.yaml_text import Path, Place

_BESIDE = re.compile(r"\S[ \t]+#")


class Word(NamedTuple):
    """A key or a value: what it says, how it is written (``style`` is "", ', ", | or >), and where."""

    path: Path
    key: str
    """The key that a value stands under, also as an item of a list."""
    value: str
    style: str
    start: int
    end: int
    is_key: bool


@dataclass(frozen=True, slots=True)
class Source:
    """One file that has no errors."""

    file: str
    model: type[Record]
    text: str
    words: tuple[Word, ...]
    comments: tuple[Comment, ...]
    """Only where one stands beside a value: no rule asks for the others."""

    def values(self, *keys: str) -> Iterator[Word]:
        """The values, or those under ``keys``."""
        if not keys:
            return (word for word in self.words if not word.is_key)
        return (word for word in self.words if word.key in keys and not word.is_key)

    def at(self, index: int) -> Place:
        """Line and column of a place in the text."""
        return self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index)

    def problem(
        self, place: Place | Word, code: str, severity: Severity, message: str, hint: str | None = None
    ) -> Problem:
        """A problem of this file, at a place or where a word begins."""
        line, column = self.at(place.start) if isinstance(place, Word) else place
        return Problem(self.file, line, column, code, severity, message, hint)


def read_source(file: str, text: str, model: type[Record]) -> Source:
    """Look at a text that the reader accepts."""
    parser: Any = yaml.CSafeLoader(text)
    words: list[Word] = []
    try:
        for _ in range(2):
            parser.get_event()
        _collect(parser, parser.get_event(), (), "", words)
    finally:
        parser.dispose()
    comments = find_signs(text).comments if _BESIDE.search(text) else ()
    return Source(file, model, text, tuple(words), comments)


def _collect(parser: Any, event: Any, path: Path, key: str, words: list[Word]) -> None:
    if type(event) is yaml.ScalarEvent:
        if not (event.implicit[0] and event.value in NULLS):
            words.append(_word(event, path, key, is_key=False))
    elif type(event) is yaml.SequenceStartEvent:
        number = 0
        while type(item := parser.get_event()) is not yaml.SequenceEndEvent:
            _collect(parser, item, (*path, number), key, words)
            number += 1
    else:
        while type(name := parser.get_event()) is not yaml.MappingEndEvent:
            place = (*path, name.value)
            words.append(_word(name, place, name.value, is_key=True))
            _collect(parser, parser.get_event(), place, name.value, words)


def _word(event: Any, path: Path, key: str, *, is_key: bool) -> Word:
    style = "" if event.implicit[0] else event.style or ""
    return Word(path, key, event.value, style, event.start_mark.index, event.end_mark.index, is_key)
