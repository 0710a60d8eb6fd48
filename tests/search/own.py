"""The sample board of this repository as search sees it."""

from datetime import date
from functools import cache

from generator.board import Board
from generator.loading import load
from generator.model.words import EditorWords
from generator.search.entry import SearchEntry
from generator.search.of_board import search_entries
from tests.search.judging import ROOT


@cache
def own_board() -> Board:
    loaded = load(ROOT, date(2026, 11, 22))
    assert loaded.board, loaded.problems
    return loaded.board


def own_words() -> EditorWords:
    return own_board().words


def own_entries() -> tuple[SearchEntry, ...]:
    return tuple(search_entries(own_board()))
