"""Ask for what was not given, where somebody sits before the screen; a script gets defaults or a refusal."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import click

Refusal = Callable[[str], str | None]
"""Why an answer cannot be taken, in Vietnamese; None where it can."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a command has to know.  Without a ``default`` it must be answered."""

    given: str | None
    option: str
    text: str
    wrong: Refusal
    default: str | None = None


def answers(*questions: Question) -> list[str]:
    """One answer each.  What was given wrongly, or lacks with nobody to ask, is said before any question.

    Raises click.UsageError.
    """
    for question in questions:
        if question.given is not None and (fault := question.wrong(question.given)):
            raise click.BadParameter(fault, param_hint=question.option)
    if not somebody_watches():
        _refuse_missing([one for one in questions if one.given is None and one.default is None])
    return [_answer(question) for question in questions]


def _answer(question: Question) -> str:
    if question.given is not None:
        return question.given
    if question.default is not None and not somebody_watches():
        return question.default
    while True:
        answer: str = click.prompt(question.text, default=question.default)
        if not (fault := question.wrong(answer)):
            return answer.strip()
        click.echo(fault)


def _refuse_missing(missing: Sequence[Question]) -> None:
    if missing:
        options = ", ".join(question.option for question in missing)
        raise click.UsageError(f"Không có ai ngồi trước màn hình để hỏi. Hãy thêm tùy chọn: {options}.")


def somebody_watches() -> bool:
    """Whether a question would be seen and could be answered."""
    return sys.stdin.isatty() and sys.stdout.isatty()
