"""The one clock of the program: every dated rule asks here what day it is."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from datetime import time as clock
from time import time

VARIABLE = "CONGKHAI_TODAY"


class BadToday(ValueError):
    """``CONGKHAI_TODAY`` is set but is not a date."""


def today(environment: Mapping[str, str] = os.environ) -> date:
    """The day to build for: ``CONGKHAI_TODAY`` (``2026-11-22``) where it is set, else the calendar's."""
    value = environment.get(VARIABLE)
    if not value:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadToday(
            f"Biến {VARIABLE} phải là một ngày dạng 2026-11-22, nhưng đang là «{value}»."
        ) from None


def now(environment: Mapping[str, str] = os.environ) -> datetime:
    """This moment in UTC; where ``CONGKHAI_TODAY`` is set, that day's beginning, so that bytes repeat."""
    if environment.get(VARIABLE):
        return datetime.combine(today(environment), clock(), UTC)
    return datetime.now(UTC)


def lies_back(moment: float, seconds: float) -> bool:
    """Whether a moment (seconds since 1970, as file systems tell it) lies at least ``seconds`` back.

    The machine's own clock, whatever day is built for: this asks about files, not about the board.
    """
    return time() - moment >= seconds
