"""YAML as text: plain str, list and dict out of parser events; every refusal with its place.

PyYAML's own types would damage this domain (``1.10`` becomes 1.1, ``50.000`` becomes 50.0, ``no``
becomes False, the second of two equal keys wins in silence), and its loaders leak other exceptions on
hostile input.  So the events of its C parser are read directly, and types are left to the model.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any, TypeAlias

import yaml

from generator.reading import plain_yaml
from generator.reading import yaml_faults as faults
from generator.reading.parser_messages import translate

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Path: TypeAlias = tuple[str | int, ...]
Place: TypeAlias = tuple[int, int]

MAX_BYTES = 1_000_000
MAX_DEPTH = 12

# YAML 1.1 counts some of these as line breaks, so they would also shift every line number.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
NULLS = plain_yaml.NULLS
# Bytes are looked through four times as fast as letters: what all forbidden characters begin with in UTF-8.
_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32), 127))
_SUSPECT = (b"\xc2", b"\xe2\x80", b"\xef")


class Marks:
    """Where each value, and the key in front of it, stands.  Lines and columns count from 1."""

    def __init__(self) -> None:
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}

    def find(self, path: Path, *, key: bool = False) -> Place:
        """The place of ``path``, or of the nearest thing around it that stands in the file."""
        for end in range(len(path), -1, -1):
            if key and path[:end] in self.keys:
                return self.keys[path[:end]]
            if path[:end] in self.values:
                return self.values[path[:end]]
        return (1, 1)


def decode(content: bytes) -> str:
    """UTF-8 bytes to text with NFC letters and ``\\n`` line ends; raise YamlFault where it is not that."""
    if len(content) > MAX_BYTES:
        raise faults.too_large(MAX_BYTES)
    if foreign := faults.of_another_program(content):
        raise foreign
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise faults.not_utf8(1, 1)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise faults.not_utf8(line, column) from None
    if b"\r" in content:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(start in content for start in _SUSPECT) or len(content.translate(None, _CONTROLS)) != len(content):
        _refuse_forbidden(text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def parse(text: str, marks: Marks | None = None) -> Data:
    """The one document in ``text``; fills ``marks`` where given.  Raises YamlFault and nothing else."""
    if marks is None and (plain := plain_yaml.parse_plain(text)) is not None:
        return plain
    parser = None
    try:
        parser = yaml.CSafeLoader(text)
        return _document(parser, marks)
    except yaml.MarkedYAMLError as error:
        raise translate(error, text) from None
    except (yaml.YAMLError, UnicodeEncodeError):  # characters that ``decode`` would have refused
        _refuse_forbidden(text)
        raise faults.unreadable(1, 1) from None
    finally:
        if parser:
            parser.dispose()


def locate(text: str) -> Marks:
    """The places of everything in a text that ``parse`` accepts (read again: only faulty files pay)."""
    marks = Marks()
    parse(text, marks)
    return marks


def _refuse_forbidden(text: str) -> None:
    if match := _FORBIDDEN.search(text):
        raise faults.control_character(*_place(text, match.start()), match.group())


def _place(text: str, offset: int) -> Place:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _document(parser: Any, marks: Marks | None) -> Data:
    parser.get_event()  # stream start
    event = parser.get_event()
    if isinstance(event, yaml.StreamEndEvent):
        return None
    data = _Reader(parser.get_event, marks).value(parser.get_event())
    parser.get_event()  # document end
    following = parser.get_event()
    if not isinstance(following, yaml.StreamEndEvent):
        raise faults.several_documents(*_start(following))
    return data


def _start(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


class _Reader:
    """Makes data of events.  ``path`` is where it stands; only a reading with ``marks`` keeps it up to date.

    Plain scalars are nearly all of a catalogue, so lists and mappings take them without a call.
    """

    def __init__(self, next_event: Callable[[], Any], marks: Marks | None):
        self._next = next_event
        self._marks = marks
        self._path: list[str | int] = []
        self._depth = 0

    def value(self, event: Any) -> Data:
        """The value that begins with ``event``."""
        kind = type(event)
        if kind is yaml.AliasEvent:
            raise faults.alias(*_start(event), event.anchor)
        if event.anchor is not None:
            raise faults.anchor(*_start(event), event.anchor)
        if event.tag is not None:
            raise faults.tag(*_start(event), event.tag)
        if self._marks is not None:
            self._marks.values[tuple(self._path)] = _start(event)
        if kind is yaml.ScalarEvent:
            return _scalar_or_nothing(event)
        if self._depth >= MAX_DEPTH:
            raise faults.too_deep(*_start(event), MAX_DEPTH)
        self._depth += 1
        data: Data = self._mapping() if kind is yaml.MappingStartEvent else self._sequence()
        self._depth -= 1
        return data

    def _sequence(self) -> list[Data]:
        items: list[Data] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            self._path.append(len(items))
            items.append(self.value(event))
            self._path.pop()
        return items

    def _mapping(self) -> dict[str, Data]:
        result: dict[str, Data] = {}
        seen: dict[str, Any] = {}
        next_event, unmarked, scalar = self._next, self._marks is None, yaml.ScalarEvent
        while type(event := next_event()) is not yaml.MappingEndEvent:
            key = _key(event)
            if key in seen:
                raise faults.duplicate_key(*_start(event), key, _start(seen[key])[0])
            seen[key] = event
            value = next_event()
            if unmarked and type(value) is scalar and value.tag is value.anchor is None:
                result[key] = _scalar_or_nothing(value)
                continue
            self._path.append(key)
            if self._marks is not None:
                self._marks.keys[tuple(self._path)] = _start(event)
            result[key] = self.value(value)
            self._path.pop()
        return result


def _key(event: Any) -> str:
    if type(event) is yaml.ScalarEvent and event.tag is event.anchor is None and event.value != "<<":
        key: str = _scalar(event) if event.style else event.value
        return key  # nearly always
    if type(event) is yaml.AliasEvent:
        raise faults.alias(*_start(event), event.anchor)
    if type(event) is not yaml.ScalarEvent:
        raise faults.complex_key(*_start(event))
    if event.anchor is not None:
        raise faults.anchor(*_start(event), event.anchor)
    if event.tag is not None:
        raise faults.tag(*_start(event), event.tag)
    raise faults.merge_key(*_start(event))


def _scalar_or_nothing(event: Any) -> str | None:
    value: str = _scalar(event) if event.style == '"' else event.value
    return None if value in NULLS and event.implicit[0] else value


def _scalar(event: Any) -> str:
    value: str = event.value
    if event.style == '"' and not (value.isascii() and value.isprintable()):
        # A backslash can write what ``decode`` refuses or has already put right: "\\0", "e\\u0302".
        if match := _FORBIDDEN.search(value):
            raise faults.control_character(*_start(event), match.group())
        return unicodedata.normalize("NFC", value)
    return value
