"""Ask for what was not given, where somebody sits before the screen; a script gets defaults or a refusal."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import click

Refusal = Callable[[str], str | None]
"""Why an answer cannot be taken, in Vietnamese; None where it can."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a command has to know.  Without a ``default`` it must be answered.

    A default may follow from the answers before it; ``means`` turns what was typed into what is kept.
    """

    given: str | None
    option: str
    text: str
    wrong: Refusal
    default: str | Callable[[Sequence[str]], str | None] | None = None
    means: Callable[[str], str] = str.strip


def answers(*questions: Question) -> list[str]:
    """One answer each.  What was given wrongly, or lacks with nobody to ask, is said before any question.

    Raises click.UsageError.
    """
    for question in questions:
        if question.given is not None and (fault := question.wrong(question.means(question.given))):
            raise click.BadParameter(fault, param_hint=question.option)
    if not somebody_watches():
        return _by_default(questions)
    known: list[str] = []
    for question in questions:
        known.append(_asked(question, known) if question.given is None else question.means(question.given))
    return known


def _asked(question: Question, known: Sequence[str]) -> str:
    while True:
        default = _default(question, known)
        said = click.prompt(question.text, default=default or "", show_default=default is not None)
        answer: str = question.means(said)  # nothing typed is refused aloud: click would ask again in silence
        if not (fault := question.wrong(answer)):
            return answer
        click.echo(fault)


def _by_default(questions: Sequence[Question]) -> list[str]:
    known: list[str] = []
    missing = []
    for question in questions:
        answer = _default(question, known) if question.given is None else question.means(question.given)
        known.append(answer or "")
        if answer is None:
            missing.append(question.option)
    if missing:
        options = ", ".join(missing)
        raise click.UsageError(f"Không có ai ngồi trước màn hình để hỏi. Hãy thêm tùy chọn: {options}.")
    return known


def _default(question: Question, known: Sequence[str]) -> str | None:
    return question.default(known) if callable(question.default) else question.default


def somebody_watches() -> bool:
    """Whether a question would be seen and could be answered."""
    return sys.stdin.isatty() and sys.stdout.isatty()
