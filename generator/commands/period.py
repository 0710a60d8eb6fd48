"""``--period``: the days that figures count."""

import click

from generator.statistics.period_name import parse_period
from generator.statistics.periods import Period


class _PeriodType(click.ParamType[Period]):
    """A period by its name or by its days."""

    name = "KỲ"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        """Read the words; anything that is no period is a usage error."""
        try:
            return value if isinstance(value, Period) else parse_period(str(value))
        except ValueError:
            self.fail(
                f"«{value}» không phải một kỳ. Viết 2026 (cả năm), 2026-H1 (nửa năm), 2026-Q3 (quý), "
                "2026-07 (tháng) hoặc 15/06/2026..14/09/2026 (từ ngày .. đến ngày).",
                param,
                ctx,
            )


PERIOD = _PeriodType()
"""The type of ``--period``."""
