"""``--period``: the days that figures count."""

import click

from generator.statistics.period_name import parse_period
from generator.statistics.periods import Period


def read_period(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Period | None:
    """The callback of ``--period``; what is no period is a usage error."""
    if value is None:
        return None
    try:
        return parse_period(value)
    except ValueError:
        raise click.BadParameter(
            f"«{value}» không phải một kỳ. Viết 2026 (cả năm), 2026-H1 (nửa năm), 2026-Q3 (quý), "
            "2026-07 (tháng) hoặc 15/06/2026..14/09/2026 (từ ngày .. đến ngày)."
        ) from None
