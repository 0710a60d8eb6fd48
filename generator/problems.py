"""A problem is data: where it is, what was found, what is wanted, and a suggestion where one is near."""

from enum import StrEnum

from msgspec import Struct

LONGEST_QUOTE = 60


class Severity(StrEnum):
    """An error stops publication, a warning does not; a hint is about wording and is shown on request."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Problem(Struct, frozen=True, order=True):
    """One mistake in one file.  Lines and columns count from 1; the message is Vietnamese."""

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    suggestion: str | None = None


def reading_order(problem: Problem) -> tuple[str, int, int, str, str, str]:
    """Sort key: as a reader goes through the files, with nothing left to chance."""
    place = (problem.file, problem.line, problem.column)
    return (*place, problem.code, problem.message, problem.suggestion or "")


def shown(text: str) -> str:
    """How a message quotes a text: on one line, not too long, what nobody can see made visible."""
    line = " ".join(text.split())
    short = f"{line[:LONGEST_QUOTE]}…" if len(line) > LONGEST_QUOTE else line
    return short if short.isprintable() else "".join(c if c.isprintable() else code_point(c) for c in short)


def code_point(char: str) -> str:
    """``[U+200B]`` for a character that nobody can see."""
    return f"[U+{ord(char):04X}]"


def has_errors(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Whether anything here forbids publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)
