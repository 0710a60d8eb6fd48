"""Working days of Vietnam's state agencies: Monday to Friday but for public holidays.

The days come from the package ``holidays``, which knows the lunar feasts and the days that the
government moved; for years to come the moved days are not decided yet, so a day counted here is derived,
and pages say so.
"""

from datetime import date
from functools import cache

ANSWER_DAYS = 15
"""Working days within which feedback (phản ánh, kiến nghị) is to be answered."""


@cache
def after(day: date, count: int) -> date:
    """The ``count``-th working day after ``day``."""
    from holidays.countries.vietnam import Vietnam  # takes a quarter of a second to import, and few need it

    calendar = Vietnam()  # type: ignore[no-untyped-call]
    found = calendar.get_nth_working_day(day, count)
    assert isinstance(found, date)
    return date(found.year, found.month, found.day)
