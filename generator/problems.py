"""A problem is data: where it is, what was found, what is wanted, and a suggestion where one is near."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops publication; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file.  Lines and columns count from 1; the message is Vietnamese."""

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    suggestion: str | None = None


def has_errors(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Whether anything here forbids publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)
