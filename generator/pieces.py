"""How the files of a catalogue are cut into pieces for workers."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from generator.workers import processors

T = TypeVar("T")

BATCH = 250
"""Files a worker takes at most: large enough to be cheap, small enough for a moving progress bar."""
_LEAST = 25
_WORTH = 100
"""Files for which one more process is worth its start (40 ms of a processor; 100 pages take 55)."""


def worker_count(asked: int | None, files: int) -> int:
    """How many processes to read ``files`` with, where nobody ``asked`` for a number."""
    return asked or max(1, min(processors(), files // _WORTH))


def pieces(items: Sequence[T], workers: int) -> Iterator[Sequence[T]]:
    """Cut ``items`` into ever smaller pieces, so that workers who take the next when free end together."""
    start = 0
    while left := len(items) - start:
        size = min(BATCH, max(_LEAST, left // (2 * workers)), left)
        yield items[start : start + size]
        start += size


def neighbours(items: list[T], place: Callable[[T], str]) -> Iterator[list[T]]:
    """Cut a list where the place changes, and where a batch is full."""
    for _, group in groupby(items, key=place):
        together = list(group)
        for start in range(0, len(together), BATCH):
            yield together[start : start + BATCH]
