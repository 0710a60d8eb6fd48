"""Days, moments and times of day as clerks write them."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated

from generator.model.form import Form, NotOfForm

FIRST_YEAR, LAST_YEAR = 1900, 2199
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_VIETNAMESE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def parse_date(value: str) -> date:
    """Read ``2025-07-16`` or ``16/07/2025``; raise ValueError for anything else.

    A year outside 1900-2199 is a slip of the pen (``0205``, ``20225``), not a day of this domain.
    """
    if match := _ISO.fullmatch(value):
        year, month, day = match.groups()
    elif match := _VIETNAMESE.fullmatch(value):
        day, month, year = match.groups()
    else:
        raise ValueError(value)
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise ValueError(value)
    return date(int(year), int(month), int(day))


_known_date = lru_cache(4096)(parse_date)  # a catalogue names the same few days over and over


class DayForm(Form, frozen=True):
    """See ``Day``."""

    def read(self, given: object) -> date:
        if isinstance(given, date):
            return given
        if not isinstance(given, str):
            raise NotOfForm("day")
        try:
            return _known_date(given.strip())
        except ValueError:
            raise NotOfForm("day") from None

    def plain(self, value: date, *, written: bool) -> str:
        return value.isoformat()


Day = Annotated[date, DayForm()]
"""A calendar day, written ``2025-07-16`` or ``16/07/2025``."""


class ClockForm(Form, frozen=True):
    """See ``Clock``."""

    def read(self, given: object) -> str:
        if not isinstance(given, str):
            raise NotOfForm("text")
        if match := _CLOCK.fullmatch(given.strip()):
            return f"{int(match.group(1)):02d}:{match.group(2)}"
        raise NotOfForm("clock")


CLOCK = ClockForm()
Clock = Annotated[str, CLOCK]
"""A time of day, ``07:30``."""


class MomentForm(Form, frozen=True):
    """See ``Beginning`` and ``End``."""

    ends: bool = False

    def read(self, given: object) -> datetime:
        if isinstance(given, datetime):
            return given
        if not isinstance(given, str):
            raise NotOfForm("moment")
        day, _, clock = given.strip().partition(" ")
        try:
            found = parse_date(day)
            hour, minute = map(int, CLOCK.read(clock).split(":")) if clock else (0, 0)
        except ValueError:
            raise NotOfForm("moment") from None
        whole_day = timedelta(days=1) if self.ends and not clock else timedelta()
        return datetime.combine(found, time(hour, minute)) + whole_day

    def plain(self, value: datetime, *, written: bool) -> str:
        """A form that the moment can be read from again."""
        if written and value.time() == time():
            return f"{value - timedelta(days=self.ends):%Y-%m-%d}"
        return f"{value:%Y-%m-%d %H:%M}"


Beginning = Annotated[datetime, MomentForm()]
"""A moment in Vietnam, ``16/07/2025 07:30``; a day alone is its first minute."""

End = Annotated[datetime, MomentForm(ends=True)]
"""The first moment when something is over; of a day alone, that is the midnight after it."""
