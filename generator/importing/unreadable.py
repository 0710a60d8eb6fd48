"""An input that cannot be read as a whole, as the problem to report."""

from generator.problems import Problem, Severity


class Unreadable(Exception):
    """A whole input that cannot be read, with the problem to report."""

    def __init__(self, problem: Problem):
        super().__init__(problem.message)
        self.problem = problem


def refuse(file: str, code: str, message: str, suggestion: str | None = None) -> Unreadable:
    """The exception for a fault that no row or cell can be blamed for."""
    return Unreadable(Problem(file, 1, 1, code, Severity.ERROR, message, suggestion))
