"""Opening hours as people say them: the same words on every page and every screen."""

from collections.abc import Iterable

from generator import words
from generator.model.commune import OpeningHours

_RANGE = 3
"""So many days on end are named by the first and the last."""


def opening_lines(hours: Iterable[OpeningHours]) -> list[str]:
    """``Thứ Hai đến Thứ Sáu: 07:30–11:30, 13:30–17:00``: days with the same times share a line."""
    by_day: dict[int, set[str]] = {}
    for row in hours:
        for weekday in row.weekdays:
            by_day.setdefault(weekday, set()).add(f"{row.opens}–{row.closes}")
    groups: dict[tuple[str, ...], list[int]] = {}
    for weekday in sorted(by_day):
        groups.setdefault(tuple(sorted(by_day[weekday])), []).append(weekday)
    return [f"{_said(days)}: {', '.join(times)}" for times, days in groups.items()]


def _said(days: list[int]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(name for run in runs for name in _names(run))


def _names(run: list[int]) -> list[str]:
    if len(run) < _RANGE:
        return [words.WEEKDAYS[day] for day in run]
    return [f"{words.WEEKDAYS[run[0]]} đến {words.WEEKDAYS[run[-1]]}"]
