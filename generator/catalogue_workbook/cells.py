"""Values as cells and back: what was not edited is known by reading exactly as it was written."""

import re
from collections.abc import Mapping

from generator.catalogue_workbook.layout import Column, Kind
from generator.reading.yaml_text import Data
from generator.verbatim import clean
from generator.vietnamese import fold

LONGEST = 32_000
"""Excel holds 32,767 characters in a cell and cuts the rest off without a word."""
ELSEWHERE = "⟦Không sửa được ở đây: hãy sửa trong tệp YAML⟧"
"""Stands for a value that a cell cannot hold."""
CONTINUED = "⏎ "
"""Begins a line of a list's cell that belongs to the item above it."""

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")


def shown(value: Data, column: Column) -> str:
    """The text of a value's cell, empty for nothing."""
    if value is None:
        return ""
    if not isinstance(value, list):
        text = clean(str(value))
        text = column.words.get(text, text)
    else:
        items = [clean(str(item)) for item in value]
        text = _joined([column.words.get(item, item) for item in items])
        if items and read(text, column) != items:
            return ELSEWHERE
    return text if len(text) <= LONGEST else ELSEWHERE


def read(text: str, column: Column) -> Data:
    """The value that an edited cell states; None for nothing."""
    if not text:
        return None
    if column.kind is Kind.LIST:
        return [_key(item, column.words) for item in _split(text)]
    return _key(text, column.words)


def escaped(text: str) -> str:
    """Letters that a workbook would take for a character's number (``_x0041_``; ECMA-376 22.9.2.19)."""
    return _ESCAPE.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """Undo ``escaped``, which the program that saved the workbook may have done already."""
    return _ESCAPED.sub("_", text)


def compared(text: str) -> str:
    """A cell's text without any escapes: equal for one text, whoever saved the workbook how often."""
    while (plain := unescaped(text)) != text:
        text = plain
    return text


def _key(word: str, words: Mapping[str, str]) -> str:
    """The key of a word as people write it; what is no word of ours is left for the check to name."""
    plain = " ".join(fold(word).split())
    found = (key for key, known in words.items() if plain in (key, " ".join(fold(known).split())))
    return next(found, word)


def _joined(items: list[str]) -> str:
    return "\n".join(item.replace("\n", f"\n{CONTINUED}") for item in items)


def _split(text: str) -> list[str]:
    items: list[str] = []
    for line in text.split("\n"):
        if items and line.startswith(CONTINUED.strip()):
            items[-1] += "\n" + line.removeprefix(CONTINUED.strip()).removeprefix(" ")
        elif line.strip():
            items.append(line.strip())
    return items
