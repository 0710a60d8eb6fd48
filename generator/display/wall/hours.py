"""When the screen is lit: as the center asks, else around its opening hours, else always."""

from collections.abc import Iterable
from typing import Any

from generator.model.commune import Commune
from generator.model.display import ShowWindow, iso

MARGIN = 30
"""Minutes that the screen is lit before the first counter opens and after the last one closes."""
DAY = 24 * 60


def lit(commune: Commune) -> list[dict[str, Any]]:
    """The windows in which slides are shown; none means always.  Noon stays lit: people wait there."""
    if commune.display.windows:
        return windows(commune.display.windows)
    days: dict[int, list[int]] = {}
    for row in commune.hours:
        for weekday in row.weekdays:
            days.setdefault(weekday, []).extend((minutes(row.opens), minutes(row.closes)))
    return [
        {
            "weekdays": [iso(weekday)],
            "from": max(0, min(times) - MARGIN),
            "to": min(DAY, max(times) + MARGIN),
            "since": None,
            "until": None,
        }
        for weekday, times in sorted(days.items())
    ]


def windows(given: Iterable[ShowWindow]) -> list[dict[str, Any]]:
    """Windows for the page: minutes since midnight, ``to`` beyond 1440 where one passes it; ISO dates."""
    found = []
    for window in given:
        opens, closes = minutes(window.opens), minutes(window.closes)
        found.append(
            {
                "weekdays": sorted(set(map(iso, window.weekdays))),
                "from": opens,
                "to": closes if closes > opens else closes + DAY,
                "since": window.since and window.since.isoformat(),
                "until": window.until and window.until.isoformat(),
            }
        )
    return found


def minutes(clock: str) -> int:
    """``07:30`` in minutes since midnight."""
    hour, minute = clock.split(":")
    return 60 * int(hour) + int(minute)
