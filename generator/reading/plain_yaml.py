"""The plainest YAML, line by line: nested ``key: value`` with short values, as files of figures are written.

A province's three years are two million values, and each costs the full parser an object with its place.
What is read here is read the same by it (a test compares them); anything else at all is left to it.
"""

import re
from typing import TypeAlias

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"

MOST_LEVELS = 10

_NUMBER = r"[0-9]{1,12}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
_WORDS = r"[^\W\d_](?:[\w.,;/()%-]| (?=[\w(]))*"
_QUOTED = r'"([\w ./:,;()%-]*)"'
_LINE = re.compile(rf"( *)(- )?([a-z][a-z0-9_]{{0,60}}):(?: (?:({_NUMBER}|{_WORDS})|{_QUOTED}))?")
_NOTHING = re.compile(" *(?:#[^\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*)?")
_NULLS = frozenset(("null", "Null", "NULL"))

_Level: TypeAlias = "tuple[int, bool, list[Data] | dict[str, Data]]"
"""A column, whether a list begins there, and what is being filled."""


def parse_plain(text: str) -> dict[str, Data] | None:
    """The mapping in ``text``; None where the text is not as plain as that, be it right or wrong."""
    root: dict[str, Data] = {}
    levels: list[_Level] = [(0, False, root)]
    waiting: tuple[int, dict[str, Data], str] | None = None
    line_of = _LINE.fullmatch
    for line in text.split("\n"):
        match = line_of(line)
        if match is None:
            if _NOTHING.fullmatch(line):
                continue
            return None
        margin, dash, key, value, quoted = match.groups()
        column, listed = len(margin), dash is not None
        if waiting is not None:
            _open(waiting, column, listed, levels)
            waiting = None
        while levels and (
            levels[-1][0] > column or (levels[-1][0] == column and levels[-1][1] is not listed)
        ):
            levels.pop()
        if not levels or levels[-1][0] != column or len(levels) > MOST_LEVELS:
            return None
        filled = levels[-1][2]
        if isinstance(filled, list):
            item: dict[str, Data] = {}
            filled.append(item)
            column, filled = column + 2, item
            levels.append((column, False, item))
        if key in filled or value in _NULLS:
            return None
        filled[key] = value if quoted is None else quoted
        if value is None and quoted is None:
            waiting = (column, filled, key)
    return root or None


def _open(waiting: tuple[int, dict[str, Data], str], column: int, listed: bool, levels: list[_Level]) -> None:
    """What stands under a key without a value: a list, a mapping, or nothing at all."""
    outer, filled, key = waiting
    if listed and column >= outer:
        items: list[Data] = []
        filled[key] = items
        levels.append((column, True, items))
    elif not listed and column > outer:
        inner: dict[str, Data] = {}
        filled[key] = inner
        levels.append((column, False, inner))
