"""Read the two files of words that editors keep for search; a mistake in them is a problem like any other."""

from pathlib import Path
from typing import TypeVar

from generator.model.record import Record
from generator.model.words import CitizenWordsFile, EditorWords, Synonyms, editor_words
from generator.problems import Problem
from generator.reading import layout
from generator.reading.record import read_record

R = TypeVar("R", bound=Record)


def read_words(root: Path) -> tuple[EditorWords, list[Problem]]:
    """The editors' words of the board at ``root``; a board without the files searches without them."""
    problems: list[Problem] = []
    synonyms = _optional(root, layout.SYNONYMS, Synonyms, problems)
    citizens = _optional(root, layout.CITIZEN_WORDS, CitizenWordsFile, problems)
    return (EditorWords() if problems else editor_words(synonyms, citizens)), problems


def _optional(root: Path, file: str, model: type[R], problems: list[Problem]) -> R | None:
    path = root / file
    if not (path.exists() or path.is_symlink()):
        return None
    reading = read_record(path, file, model)
    problems += reading.problems
    return reading.record
