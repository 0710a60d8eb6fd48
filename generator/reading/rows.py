"""Where the lines of a text stand: what is above, what is deeper, which list they may belong to.

Lines are counted from 1, columns from 0.
"""

import re
from collections.abc import Sequence

ITEM = re.compile(r"( *)- +\S.*")
_ROWS_ABOVE = 60
"""How far above a line its list is looked for."""


def margin_of(row: str) -> int:
    """The column of a line's first letter."""
    return len(row) - len(row.lstrip(" "))


def line_above(rows: Sequence[str], line: int) -> int | None:
    """The nearest line above that says something."""
    return next((n for n in range(line - 1, 0, -1) if rows[n - 1].strip(" ")[:1] not in ("", "#")), None)


def lines_deeper(rows: Sequence[str], line: int) -> list[int]:
    """The lines below that stand deeper than ``line``."""
    margin = margin_of(rows[line - 1])
    found = []
    for number in range(line + 1, len(rows) + 1):
        row = rows[number - 1]
        if row.strip() and margin_of(row) <= margin:
            break
        if row.strip():
            found.append(number)
    return found


def list_column(rows: Sequence[str], line: int, *, inside: int | None = None) -> int | None:
    """The column of the nearest dash above that is not deeper than ``line``, or is left of ``inside``."""
    margin = margin_of(rows[line - 1]) if inside is None else inside - 1
    for number in range(line - 1, max(0, line - 1 - _ROWS_ABOVE), -1):
        above = rows[number - 1]
        column = margin_of(above)
        if above.strip() and column <= margin:
            return column if ITEM.fullmatch(above) else None
    return None
