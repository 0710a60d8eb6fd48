"""The line of periods that can be set side by side: each with its first day, none counted twice."""

from collections.abc import Iterable

from msgspec import Struct

from generator.statistics.form import Cells
from generator.statistics.periods import Period, overlap

LONGEST = 24
"""Periods that are shown at most."""


class Point(Struct, frozen=True):
    """One period and its cells."""

    period: Period
    cells: Cells


def series(reports: Iterable[tuple[Period, Cells]]) -> list[Point]:
    """The newest periods in order of time.

    A report without its first day may count from the beginning of the year, and one that overlaps a newer
    one counts dossiers twice: both stay out.
    """
    kept: list[Point] = []
    for period, cells in sorted(reports, key=lambda item: item[0].until, reverse=True):
        if period.since and not (kept and overlap(period, kept[-1].period)):
            kept.append(Point(period, cells))
    return kept[:LONGEST][::-1]


def alike(one: Period, other: Period) -> bool:
    """Periods of about the same length, whose counts may be compared: a month with a month."""
    if not one.days or not other.days:
        return False
    return max(one.days, other.days) <= min(one.days, other.days) * 1.15
