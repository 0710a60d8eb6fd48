"""Read the two files of words that editors keep for search; a mistake in them is a problem like any other."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.model.words import CitizenWordsFile, Synonyms
from generator.problems import Problem
from generator.reading import layout
from generator.reading.record import read_record
from generator.search.editors import editor_words
from generator.search.entry import EditorWords


def read_words(root: Path) -> tuple[EditorWords, list[Problem]]:
    """The editors' words of the board at ``root``; a board without the files searches without them."""
    problems: list[Problem] = []
    synonyms = _plain(root, layout.SYNONYMS, Synonyms, problems)
    citizens = _plain(root, layout.CITIZEN_WORDS, CitizenWordsFile, problems)
    return (EditorWords() if problems else editor_words(synonyms, citizens)), problems


def _plain(root: Path, file: str, model: type[BaseModel], problems: list[Problem]) -> Any:
    path = root / file
    if not (path.exists() or path.is_symlink()):
        return None
    reading = read_record(path, file, model)
    problems += reading.problems
    return reading.record.model_dump(by_alias=True) if reading.record else None
