"""Which part of a Board lies in which dataset: everything that it holds but full procedures and its day."""

from collections.abc import Mapping, Sequence
from itertools import chain

from generator.board import Board
from generator.model.record import Record
from generator.open_data import words
from generator.open_data.datasets import (
    CITIZEN_WORDS,
    COMMUNES,
    FIELDS,
    LIFE_EVENTS,
    OVERLAYS,
    PROPOSALS,
    SETTINGS,
    STATISTICS,
    SYNONYMS,
    Dataset,
)


def sets(board: Board) -> Mapping[Dataset, Sequence[Record]]:
    """The records of each dataset, in the order in which they are published.

    Procedures are not among them: the Board holds entries, their records lie with the workers.
    """
    return {
        COMMUNES: tuple(board.communes.values()),
        STATISTICS: tuple(chain.from_iterable(board.statistics.values())),
        PROPOSALS: board.proposals,
        OVERLAYS: tuple(chain.from_iterable(board.overlays.values())),
        FIELDS: tuple(board.fields.values()),
        LIFE_EVENTS: board.life_events,
        SYNONYMS: tuple(words.groups(board.words)),
        CITIZEN_WORDS: tuple(words.of_codes(board.words)),
        SETTINGS: (board.settings,),
    }
