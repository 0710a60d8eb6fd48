"""What to write instead, made of the clerk's own line: a line shown whole asks nobody to know YAML.

Where a line is not what these functions expect, they give None, and the fault keeps its general advice.
"""

import re
from functools import cache

from generator.model.shape import keys_of, records_of
from generator.problems import shown
from generator.reading.kinds import KINDS

_LONGEST = 100
"""Letters of a line that is still shown whole."""

_KEYED = re.compile(r"( *(?:- )?)([^\s:#]+):[ ]+(\S.*?) *")
_OPEN = re.compile(r" *(?:- )?([^\s:#]+):[ ]+(\"[^\"]+|'[^']+?) *")
_GLUED = re.compile(r"( *(?:- )?)([a-z][a-z0-9_]*):([^\s/].*)")
_NO_COLON = re.compile(r"( *(?:- )?)([a-z][a-z0-9_]*) +(\S.*)")
_ENTRY = re.compile(r"( *)((?:- )*)([^\s:#'\"-][^\s:]*):(?: .*)?")
_NEAR_COLUMNS = 4


def in_quotes(row: str) -> str | None:
    """``ten: Đăng ký: lần đầu`` with its text in the quotes that do not stand in it."""
    match = _KEYED.fullmatch(row)
    if not match or len(row) > _LONGEST or not row.isprintable():
        return None
    _, key, text = match.groups()
    quote = "'" if '"' in text or "\\" in text else '"'
    return None if quote in text else f"{key}: {quote}{text}{quote}"


def closed(row: str) -> str | None:
    """``ten: "Khai sinh`` with the quote that is missing at its end."""
    match = _OPEN.fullmatch(row)
    return (
        f"{match[1]}: {match[2]}{match[2][0]}"
        if match and len(row) <= _LONGEST and row.isprintable()
        else None
    )


def colon_missing(row: str) -> tuple[int, str, str]:
    """Column, message and advice for a line in which a key's colon was looked for in vain."""
    if match := _GLUED.fullmatch(row):
        margin, key, text = match.groups()
        column = len(margin) + len(key) + 2
        return column, "Thiếu dấu cách sau dấu hai chấm.", f"Thêm một dấu cách: {shown(f'{key}: {text}')}"
    column = len(row) - len(row.lstrip(" ")) + 1
    match = _NO_COLON.fullmatch(row)
    if match and match[2] in _keys():
        return column, f"Thiếu dấu hai chấm sau «{match[2]}».", f"Viết: {shown(f'{match[2]}: {match[3]}')}"
    return (
        column,
        "Dòng này không có tên mục và dấu hai chấm.",
        (
            "Nếu là phần tiếp của câu ở dòng trên: nối vào cuối dòng trên, cách một dấu cách"
            " (hoặc thêm hai dấu cách ở đầu dòng này)."
        ),
    )


@cache
def _keys() -> frozenset[str]:
    """Every key that any file may hold: a wrapped sentence may begin with a plain word too."""
    return frozenset(key for kind in KINDS for model in records_of(kind.model) for key in keys_of(model))


def straightened(text: str, line: int) -> str | None:
    """How many spaces bring a crooked ``line`` under the entry above it."""
    rows = text.split("\n")
    crooked = _ENTRY.fullmatch(rows[line - 1]) if line <= len(rows) else None
    if not crooked:
        return None
    for number in range(line - 1, 0, -1):
        if above := _ENTRY.fullmatch(rows[number - 1]):
            by = _column(crooked) - _column(above)
            if not 0 < abs(by) < _NEAR_COLUMNS:
                return None
            what = f"{'Bớt' if by > 0 else 'Thêm'} {abs(by)} dấu cách ở đầu dòng này"
            return f"{what}, để «{shown(crooked[3])}» thẳng cột với «{shown(above[3])}» ở dòng {number}."
    return None


def _column(entry: re.Match[str]) -> int:
    return len(entry[1]) + len(entry[2])
