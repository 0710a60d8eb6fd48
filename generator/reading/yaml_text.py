"""YAML as text: plain str, list and dict, NFC letters; every refusal with its place.

White space around a value belongs to the file (a block ends with a line break, Word leaves hard blanks): no
value keeps it.

PyYAML's own types would damage this domain (``1.10`` becomes 1.1, ``50.000`` becomes 50.0, ``no``
becomes False, the second of two equal keys wins in silence): types are left to the model.
"""

import re
import unicodedata
from collections.abc import Collection
from typing import Any, TypeAlias

from generator.reading import plain_yaml
from generator.reading import yaml_faults as faults

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Path: TypeAlias = tuple[str | int, ...]
Place: TypeAlias = tuple[int, int]

MAX_BYTES = 1_000_000

# YAML 1.1 counts some of these as line breaks, so they would also shift every line number.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
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
        refuse_forbidden(text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def parse(text: str, marks: Marks | None = None) -> Data:
    """The one document in ``text``; fills ``marks`` where given.  Raises YamlFault and nothing else."""
    if marks is None and (plain := plain_yaml.parse_plain(text)) is not None:
        return plain
    from generator.reading.yaml_events import read_document  # most catalogues never need PyYAML

    return read_document(text, marks)


def trimmed(data: Any) -> Any:
    """Data of another origin (JSON, a table) as ``parse`` would give it: no white space around a value."""
    if isinstance(data, str):
        return data.strip()
    if isinstance(data, list):
        return [trimmed(item) for item in data]
    return {key: trimmed(value) for key, value in data.items()} if isinstance(data, dict) else data


def locate(text: str, paths: Collection[Path] | None = None) -> Marks:
    """The places of everything in a text that ``parse`` accepts (read again: only files with a finding pay).

    Where only ``paths`` are asked for, and each is a line of the root, their places alone: a catalogue that
    nobody has reviewed for three months has one such finding in every file.
    """
    marks = Marks()
    if paths is None or not _locate_lines(text, paths, marks):
        parse(text, marks)
    return marks


def _locate_lines(text: str, paths: Collection[Path], marks: Marks) -> bool:
    if any(len(path) != 1 for path in paths) or plain_yaml.parse_plain(text) is None:
        return False
    for path in paths:
        if (place := plain_yaml.place_of(text, str(path[0]))) is None:
            return False
        marks.values[path] = place
    return True


def refuse_forbidden(text: str) -> None:
    """Raise YamlFault at the first character that no file may hold."""
    if match := FORBIDDEN.search(text):
        raise faults.control_character(*_place(text, match.start()), match.group())


def _place(text: str, offset: int) -> Place:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
