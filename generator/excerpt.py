"""The line that a problem is in, with a caret under the place, for people who read in a terminal."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from generator.problems import Problem
from generator.reading import yaml_text
from generator.reading.record import content_of
from generator.reading.yaml_faults import YamlFault

WIDEST = 96
"""How many columns of a terminal the shown part of a line may take."""
_BEFORE = 60
_WHOLE_FILE = ("file-", "key-missing", "problems-many", "review-", "source-", "art8-")
"""Problems that speak of a file as a whole have no place that a caret could point at."""

Excerpt = Callable[[Problem], list[str]]


def excerpts(root: Path) -> Excerpt:
    """A function from a problem to two lines, or to none where the file does not show what is wrong."""

    @lru_cache(maxsize=8)  # problems come file by file
    def lines_of(file: str) -> list[str]:
        return _lines(root / file)

    def excerpt(problem: Problem) -> list[str]:
        if problem.line == problem.column == 1 and problem.code.startswith(_WHOLE_FILE):
            return []
        lines = lines_of(problem.file)
        line = lines[problem.line - 1] if problem.line <= len(lines) else ""
        return pointed(line, problem.line, problem.column) if line.strip() else []

    return excerpt


def pointed(line: str, number: int, column: int) -> list[str]:
    """``line`` after its number, and below it a caret under the character at ``column`` (from 1)."""
    at = min(column - 1, len(line))
    start = _start(line, at)
    shown, width = [], 0
    caret = None
    for index in range(start, len(line)):
        if index == at:
            caret = width
        sign = visible(line[index])
        width += columns(sign)
        if width > WIDEST and index > at:
            shown.append("…")
            break
        shown.append(sign)
    ahead = "…" if start else ""
    margin = f"{number:>5} | "
    under = len(ahead) + (width if caret is None else caret)
    return [f"{margin}{ahead}{''.join(shown)}".rstrip(), f"{' ' * 5} | {' ' * under}^"]


def columns(char: str) -> int:
    """How many columns of a terminal a character takes: a mark takes none, a full-width letter two."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def visible(char: str) -> str:
    """A character as it may stand in a terminal: a tab as an arrow, what nobody can see as a box."""
    if char == "\t":
        return "⇥"
    return char if char.isprintable() else " " if char == "\u00a0" else "□"


def _start(line: str, at: int) -> int:
    """Where the shown part begins: at the beginning, unless the place would then be cut off."""
    if sum(map(columns, line[:at])) <= WIDEST - 10:
        return 0
    start = max(0, at - _BEFORE)
    while start < at and not columns(line[start]):
        start += 1
    return start


def _lines(path: Path) -> list[str]:
    """The lines as the reader counts them; of a file that is no text, as far as it can be shown."""
    try:
        content = content_of(path)
    except OSError:
        return []
    try:
        text = yaml_text.decode(content)
    except YamlFault:
        text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")
