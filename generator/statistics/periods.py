"""What follows from several periods of one commune: gaps, overlaps, what was carried over, jumps."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.statistics.form import Cells

JUMP = 3
"""A jump: dossiers received a day more than three times, or less than a third, of the period before ..."""

JUMP_LEAST = 100
"""... and at least this many more or fewer than that pace gives: small offices vary by chance."""


@dataclass(frozen=True, slots=True)
class Period:
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


def adjacent(before: Period, after: Period) -> bool:
    """Whether one period begins on the day after the other ends."""
    return after.since == before.until + timedelta(days=1)


def carried_difference(before: Cells, after: Cells) -> tuple[int, int] | None:
    """What was pending before and what was carried over, where both are stated and differ."""
    pending, carried = before.get("pending_total"), after.get("carried_over")
    return None if pending is None or carried is None or pending == carried else (pending, carried)


def jump(before: Period, earlier: Cells, after: Period, later: Cells) -> tuple[int, float] | None:
    """What was newly received after a jump, and what the pace of the period before would have given."""
    was, now = _newly(earlier), _newly(later)
    if not before.days or not after.days or was is None or now is None:
        return None
    expected = was / before.days * after.days
    if abs(now - expected) < JUMP_LEAST or expected / JUMP <= now <= expected * JUMP:
        return None
    return now, expected


def _newly(cells: Cells) -> int | None:
    total = cells.get("received_total")
    return None if total is None else total - (cells.get("carried_over") or 0)
