"""CSV by RFC 4180 in which no cell runs as a formula, and from which every text is read back exactly.

A spreadsheet takes a cell that begins with ``= + - @`` (or their full-width forms), a tab or a line break
for a formula or for something to trim.  Such a cell gets one apostrophe in front.  So that this can be
undone, a cell that already begins with apostrophes before such a sign gets one more; the reader takes one
away from exactly the cells that look like this.  All other cells stand as they are.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

BOM = b"\xef\xbb\xbf"
"""What a spreadsheet program wants in front of UTF-8."""

LONGEST = 1_000_000
"""Letters of one cell: what a file of an editor may hold."""

_RUNS = re.compile(r"'*(?:[\t\r\n]|[ \t\r\n]*[=+\-@＝＋－＠])")
_DEFUSED = re.compile(r"'" + _RUNS.pattern)

Cell = str | int | None


def defused(text: str) -> str:
    """``text``, with an apostrophe in front where a spreadsheet would run it."""
    return f"'{text}" if _RUNS.match(text) else text


def restored(text: str) -> str:
    """What ``defused`` was given."""
    return text[1:] if _DEFUSED.match(text) else text


def _safe(cell: Cell) -> str:
    return defused(cell) if isinstance(cell, str) else str(cell)


class Lines:
    """Rows of one table, put together as text; every cell is quoted.

    The ``csv`` module takes three times as long for a cell, and a procedure has some 250.
    """

    def __init__(self, width: int):
        self._quotes = 2 * (width - 1)
        self._lines: list[str] = []

    def add(self, cells: Iterable[Cell]) -> None:
        """Add one row of ``width`` cells; None is an empty cell."""
        texts = [  # no sign that runs lies between "0" and ":", nor from "A" up to the full-width forms
            cell
            if cell.__class__ is str and ("A" <= cell < "\uff00" or "0" <= cell < ":")
            else ("" if cell is None else _safe(cell))
            for cell in cells
        ]
        line = '","'.join(texts)
        if line.count('"') != self._quotes:  # some cell holds one
            line = '","'.join([text.replace('"', '""') for text in texts])
        self._lines.append(line)

    def text(self) -> str:
        """All rows; each ends in CR LF."""
        return '"' + '"\r\n"'.join(self._lines) + '"\r\n' if self._lines else ""


def rows_of_csv(text: str, separator: str = ",") -> Iterator[list[str]]:
    """The rows of such a text, cells restored; a BOM is passed over.  Raises ValueError for anything else."""
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST))
    try:
        for row in csv.reader(_file(text), delimiter=separator, strict=True):
            yield [restored(cell) for cell in row]
    except csv.Error as error:
        raise ValueError(str(error)) from None


def _file(text: str) -> io.StringIO:
    return io.StringIO(text.removeprefix("\ufeff"), newline="")


def table_rows(text: str) -> Iterator[list[str]]:
    """The rows of a table whose head is plain names, whatever sign a spreadsheet parted the cells with."""
    head = text.split("\n", 1)[0]
    return rows_of_csv(text, max(",;\t", key=head.count))
