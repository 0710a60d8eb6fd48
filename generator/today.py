"""The one clock of the program: every dated rule asks here what day it is."""

import os
from collections.abc import Mapping
from datetime import date

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
