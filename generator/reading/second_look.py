"""A second look at a text that cannot be read: every mistake of it, and what can still be checked.

The parser stops at its first mistake, and often below the line where that was made.  A file of ours is a
mapping, so the blocks under its top-level keys are read one by one.  In each, likely mends are tried until
the parser accepts it: what a clerk is told to write has been tried on the clerk's own file.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.reading import yaml_text
from generator.reading.mends import mends_of
from generator.reading.moves import Mend
from generator.reading.yaml_faults import YamlFault, duplicate_key, unreadable

LONGEST = 60_000
"""Letters of a text that is looked at again; longer ones are not written by hand."""
_MOST_BLOCKS = 200
_MOST_FAULTS = 20
_FEWEST_TRIES, _MOST_TRIES, _MOST_LETTERS = 4, 30, 240_000
"""How many mends are tried in one file, fewer in a long one: the time is bounded, whatever it holds."""
_ALONE = frozenset(("git-conflict", "yaml-several-documents", "control-character", "yaml-unreadable"))
"""What says that the text is not one mapping with slips in it."""

_KEY = re.compile(r"[^\W\d][\w ]*:(?: |$)|[\"']?[\w.-]+[\"']?:(?: |$)")
_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?: |$)")


class SecondLook(NamedTuple):
    """``text`` is what can be checked, line for line as it was: mended, without the blocks that resist."""

    faults: tuple[YamlFault, ...]
    text: str | None
    whole: bool
    """Whether nothing had to be left out of ``text``."""


def look_again(text: str, first: YamlFault) -> SecondLook:
    """The faults of a text in which the parser met ``first``."""
    if len(text) > LONGEST or first.code in _ALONE:
        return SecondLook((first,), None, whole=False)
    rows = text.split("\n")
    faults: list[YamlFault] = []
    whole = True
    tries = _Tries(len(text))
    blocks = _blocks(rows)
    for start, end in blocks if len(blocks) <= _MOST_BLOCKS else ():
        if len(faults) >= _MOST_FAULTS:
            return SecondLook(tuple(faults), None, whole=False)
        block = _Block([""] * start + rows[start:end], tries)
        block.mend()
        faults += block.faults
        whole = whole and block.sound and block.whole
        rows[start:end] = block.rows[start:] if block.sound else [""] * (end - start)
    if not faults and first.code != "key-twice":
        return SecondLook((first,), None, whole=False)
    return _joined(rows, faults, whole=whole)


class _Tries:
    """How many mends may still be tried (``left``) in a text of so many letters."""

    def __init__(self, letters: int):
        self.left = max(_FEWEST_TRIES, min(_MOST_TRIES, _MOST_LETTERS // (letters + 1)))


class _Block:
    """A top-level key with all that stands under it; empty lines in front of it keep its place."""

    def __init__(self, rows: list[str], tries: _Tries):
        self.rows = rows
        self.faults: list[YamlFault] = []
        self._tries = tries
        self.sound = False
        self.whole = True

    def mend(self) -> None:
        """Mend fault after fault.  Where the last one resists, what was met below the first is guesswork."""
        fault = _first_fault(self.rows)
        while fault:
            found = self._mend(fault)
            if not found and self._tries.left > 0:
                del self.faults[1:]
            if found or not self.faults:
                self.faults.append(found.fault if found else fault)
            if not found or len(self.faults) >= _MOST_FAULTS:
                return
            self.rows = found.applied(self.rows)
            self.whole = self.whole and found.whole
            fault = _first_fault(self.rows)
        self.sound = True

    def _mend(self, fault: YamlFault) -> Mend | None:
        """The first mend with which the whole block can be read, or else all of it down to this fault."""
        further = None
        for mend in mends_of(self.rows, fault):
            if self._tries.left <= 0:
                break
            self._tries.left -= 1
            left = _first_fault(mend.applied(self.rows))
            if left is None:
                return mend
            if further is None and (left.line, left.column) > (fault.line, fault.column):
                further = mend
        return further


def _first_fault(rows: Sequence[str]) -> YamlFault | None:
    try:
        data = yaml_text.parse("\n".join(rows))
    except YamlFault as fault:
        return fault
    if data is None or isinstance(data, dict):
        return None
    return unreadable(next(number for number, row in enumerate(rows, start=1) if row.strip()), 1)


def _blocks(rows: list[str]) -> list[tuple[int, int]]:
    """Where each top-level block begins and ends; what stands before the first key belongs to its block."""
    starts = [number for number, row in enumerate(rows) if _KEY.match(row)]
    if not starts or any(_DOCUMENT.match(row) for row in rows[1:]) or rows[0].startswith(("{", "[")):
        return [(0, len(rows))] if not starts else []
    starts[0] = 1 if _DOCUMENT.match(rows[0]) else 0
    return list(zip(starts, [*starts[1:], len(rows)], strict=True))


def _joined(rows: list[str], faults: list[YamlFault], *, whole: bool) -> SecondLook:
    """All blocks together again; a key of one that stands in another too is left out, and said."""
    while len(faults) < _MOST_FAULTS:
        text = "\n".join(rows)
        try:
            yaml_text.parse(text)
        except YamlFault as fault:
            if fault.code != "key-twice":
                break
            pasted = _pasted_twice(rows)
            faults += [again for again, _ in pasted] or [fault]
            for line, end in [(again.line, end) for again, end in pasted] or [(fault.line, fault.line)]:
                end = next((n for n in range(end, len(rows)) if _KEY.match(rows[n])), len(rows))
                rows[line - 1 : end] = [""] * (end - line + 1)
        else:
            return SecondLook(tuple(faults[:_MOST_FAULTS]), text, whole=whole)
    return SecondLook(tuple(faults[:_MOST_FAULTS]), None, whole=False)


def _pasted_twice(rows: Sequence[str]) -> list[tuple[YamlFault, int]]:
    """Keys that stand here for the second time, each with its last line.

    Those in a row that say word for word what was said before are one mistake, pasted once.
    """
    starts = [number for number, row in enumerate(rows) if _KEY.match(row)]
    blocks = {start: rows[start:end] for start, end in pairwise([*starts, len(rows)])}
    firsts: dict[str, int] = {}
    found: list[tuple[YamlFault, int]] = []
    same_before = False
    for start, block in blocks.items():
        key = block[0].partition(":")[0].strip("\"'")
        first = firsts.setdefault(key, start)
        same = first != start and _said(blocks[first]) == _said(block)
        if first != start:
            fault, end = duplicate_key(start + 1, 1, key, first + 1), start + _height(block)
            if same and same_before:
                fault = found.pop()[0]
            if same:
                advice = f"Hai chỗ giống hệt nhau: xóa {_lines(fault.line, end)}."
                fault = YamlFault(fault.line, 1, fault.code, fault.message, advice)
            found.append((fault, end))
        same_before = same
    return found


def _height(block: Sequence[str]) -> int:
    """The lines of a block without the blank ones at its end."""
    return max(number for number, row in enumerate(block, start=1) if row.strip())


def _said(block: Sequence[str]) -> list[str]:
    return [row.rstrip() for row in block if row.strip() and not row.startswith("#")]


def _lines(first: int, last: int) -> str:
    return f"từ dòng {first} đến dòng {last}" if last > first else f"dòng {first}"
