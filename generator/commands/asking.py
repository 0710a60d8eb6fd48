"""Ask for what was not given, where somebody sits before the screen; a script gets the default."""

import sys

import click


def asked(given: str | None, question: str, default: str) -> str:
    """``given``, or the answer to ``question`` (Enter takes ``default``)."""
    if given is not None:
        return given
    if not somebody_watches():
        return default
    answer: str = click.prompt(question, default=default)
    return answer


def somebody_watches() -> bool:
    """Whether a question would be seen and could be answered."""
    return sys.stdin.isatty() and sys.stdout.isatty()
