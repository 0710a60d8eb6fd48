"""How the files of a catalogue are dealt to workers: the same list and crew always give the same hands."""

from collections.abc import Callable, Iterator
from itertools import groupby, zip_longest
from typing import TypeVar

from generator.workers import processors

T = TypeVar("T")

BATCH = 250
"""Files a worker takes at a time: large enough to be cheap, small enough for a moving progress bar."""


def worker_count(asked: int | None, files: int) -> int:
    """One process for a small board: starting more costs longer than they save."""
    return asked or max(1, min(processors(), files // BATCH))


def dealt(items: list[T], workers: int) -> list[list[list[T]]]:
    """Deal ``items`` in batches, in turn: for each worker its batches."""
    batches = [items[start : start + BATCH] for start in range(0, len(items), BATCH)]
    return [batches[worker::workers] for worker in range(workers)]


def gathered(hands: list[list[list[T]]]) -> list[T]:
    """What was ``dealt``, in its first order."""
    turns = zip_longest(*hands, fillvalue=())
    return [item for turn in turns for batch in turn for item in batch]


def neighbours(items: list[T], place: Callable[[T], str]) -> Iterator[list[T]]:
    """Cut a list where the place changes, and where a batch is full."""
    for _, group in groupby(items, key=place):
        together = list(group)
        for start in range(0, len(together), BATCH):
            yield together[start : start + BATCH]
