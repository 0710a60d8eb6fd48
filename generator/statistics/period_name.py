"""How a person names a period: ``2025``, ``2025-07``, ``2025-Q3``, ``2025-H1``, ``1/7/2025..30/9/2025``."""

import re
from calendar import monthrange
from datetime import date

from generator.model.times import FIRST_YEAR, LAST_YEAR, parse_date
from generator.statistics.periods import Period

_NAMED = re.compile(r"(\d{4})(?:-(?:(\d{1,2})|[Qq](\d)|[Hh](\d)))?")


def parse_period(text: str) -> Period:
    """The days that a name stands for, both ends included; a day alone is "up to" it.  Raises ValueError.

    Quarters and halves are those of the calendar; a report that counts otherwise names its days.
    """
    text = text.strip()
    if match := _NAMED.fullmatch(text):
        return _calendar(*match.groups())
    first, dots, last = text.partition("..")
    if not dots:
        return Period(None, parse_date(text))
    period = Period(parse_date(first.strip()), parse_date(last.strip()))
    if period.since and period.since > period.until:
        raise ValueError(text)
    return period


def months(year: int, first: int, last: int) -> Period:
    """The days of some months of one year.  Raises ValueError."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _calendar(year: str, month: str | None, quarter: str | None, half: str | None) -> Period:
    if month:
        if not 1 <= int(month) <= 12:
            raise ValueError(month)
        return months(int(year), int(month), int(month))
    if quarter:
        return _part(int(year), int(quarter), 3)
    return _part(int(year), int(half), 6) if half else _part(int(year), 1, 12)


def _part(year: int, number: int, length: int) -> Period:
    if not 1 <= number <= 12 // length:
        raise ValueError(number)
    return months(year, (number - 1) * length + 1, number * length)
