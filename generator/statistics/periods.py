"""What follows from several periods of one commune: gaps, overlaps, what was carried over, jumps."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from generator.statistics.form import Cells

JUMP = 3
"""A jump: dossiers received a day more than three times, or less than a third, of the period before ..."""

JUMP_LEAST = 100
"""... and at least this many more or fewer than that pace gives: small offices vary by chance."""


class Period(Struct, frozen=True):
    """A period, both days included.  ``since`` is None where the source does not say when it begins."""

    since: date | None
    until: date

    @property
    def days(self) -> int | None:
        """How many days it has."""
        return (self.until - self.since).days + 1 if self.since else None


def overlap(before: Period, after: Period) -> int:
    """Days that both periods count; 0 where they have none in common or nobody knows."""
    if after.since is None:
        return 0
    start = max(after.since, before.since) if before.since else after.since
    return max(0, (min(before.until, after.until) - start).days + 1)


def gap(before: Period, after: Period) -> int:
    """Days between two periods that neither counts."""
    return max(0, (after.since - before.until).days - 1) if after.since else 0


class Before(Struct, frozen=True):
    """How a period stands to those before it, by their places in the line.

    ``overlapping``: the one that shares the most days, and how many; ``missing``: the one that ends last, and
    how many days nobody counts after it; ``adjacent``: the one that ends the day before.
    """

    same: int | None = None
    overlapping: tuple[int, int] | None = None
    missing: tuple[int, int] | None = None
    adjacent: int | None = None


def before(line: Sequence[Period], place: int) -> Before:
    """Compare ``line[place]`` with all before it; ``line`` is ordered by last days."""
    now = line[place]
    if not place:
        return Before()
    next_to, most = None, (0, 0)
    eve = now.since and now.since - timedelta(days=1)
    for index in range(place - 1, -1, -1):
        earlier = line[index]
        if eve is None or earlier.until < eve:
            break  # ordered by last days: nothing further back comes nearer
        if earlier.until == eve and next_to is None:
            next_to = index
        most = max(most, (overlap(earlier, now), index))
    same = next((i for i in range(place) if line[i].until == now.until and line[i] == now), None)
    left = 0 if most[0] else gap(line[place - 1], now)
    return Before(same, most[::-1] if most[0] else None, (place - 1, left) if left else None, next_to)


def carried_difference(earlier: Cells, later: Cells) -> tuple[int, int] | None:
    """What was pending before and what was carried over, where both are stated and differ."""
    pending, carried = earlier.get("pending_total"), later.get("carried_over")
    return None if pending is None or carried is None or pending == carried else (pending, carried)


def jump(first: Period, earlier: Cells, second: Period, later: Cells) -> tuple[int, float] | None:
    """What was newly received after a jump, and what the pace of the period before would have given."""
    was, now = _newly(earlier), _newly(later)
    if not first.days or not second.days or was is None or now is None:
        return None
    expected = was / first.days * second.days
    if abs(now - expected) < JUMP_LEAST or expected / JUMP <= now <= expected * JUMP:
        return None
    return now, expected


def _newly(cells: Cells) -> int | None:
    total = cells.get("received_total")
    return None if total is None else total - (cells.get("carried_over") or 0)
