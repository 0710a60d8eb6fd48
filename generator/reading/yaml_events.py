"""Text from the events of PyYAML's C parser: whatever ``plain_yaml`` leaves, and the places of everything.

PyYAML's loaders leak exceptions of every kind on hostile input; the events are read directly.
"""

import unicodedata
from collections.abc import Callable
from typing import Any

import yaml

from generator.reading import yaml_faults as faults
from generator.reading.parser_messages import translate
from generator.reading.plain_yaml import NULLS
from generator.reading.yaml_text import FORBIDDEN, Data, Marks, Place, refuse_forbidden

MAX_DEPTH = 12


def read_document(text: str, marks: Marks | None) -> Data:
    """The one document in ``text``; fills ``marks`` where given.  Raises YamlFault and nothing else."""
    parser = None
    try:
        parser = yaml.CSafeLoader(text)
        return _document(parser, marks)
    except yaml.MarkedYAMLError as error:
        raise translate(error, text) from None
    except (yaml.YAMLError, UnicodeEncodeError):  # characters that ``decode`` would have refused
        refuse_forbidden(text)
        raise faults.unreadable(1, 1) from None
    finally:
        if parser:
            parser.dispose()


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
    return None if value in NULLS and event.implicit[0] else value.strip()


def _scalar(event: Any) -> str:
    value: str = event.value
    if event.style == '"' and not (value.isascii() and value.isprintable()):
        # A backslash can write what ``decode`` refuses or has already put right: "\\0", "e\\u0302".
        if match := FORBIDDEN.search(value):
            raise faults.control_character(*_start(event), match.group())
        return unicodedata.normalize("NFC", value)
    return value
