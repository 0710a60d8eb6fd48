"""The three on-time rates in use, never without the number of dossiers that they are taken of."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import sqrt

from msgspec import Struct

from generator.statistics.form import Cells
from generator.statistics.identities import derive

Z95 = 1.959963984540054
"""The 97.5 % point of the normal distribution: two-sided 95 %."""


class Formula(Struct, frozen=True):
    """How a rate is taken: ``above`` is what is counted as in time, ``below`` the whole."""

    words: str
    whole: str
    above: tuple[str, ...] = ()
    below: str = ""


FORMULAS: Mapping[str, Formula] = {
    "a": Formula(
        "(trước hạn + đúng hạn) ÷ đã giải quyết",
        "hồ sơ đã giải quyết",
        ("resolved_early", "resolved_on_time"),
        "resolved_total",
    ),
    "b": Formula(
        "(trước hạn + đúng hạn + đang giải quyết trong hạn) ÷ tiếp nhận",
        "hồ sơ tiếp nhận",
        ("resolved_early", "resolved_on_time", "pending_in_time"),
        "received_total",
    ),
    "c": Formula("theo cách tính của Cổng dịch vụ công", "hồ sơ mà Cổng tính"),
}
"""(a) over what was resolved, (b) over what was received, (c) the portal's own, taken as printed."""


class Rate(Struct, frozen=True):
    """A share between 0 and 1 of ``n`` dossiers.  ``derived``: a cell behind it is not in the source."""

    formula: str
    share: Fraction
    n: int
    derived: bool = False

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval after Wilson."""
        return wilson(self.share, self.n)


def on_time(cells: Cells, formula: str) -> Rate | None:
    """Rate (a) or (b); None where a part is missing, nothing was counted, or it would exceed 100 %."""
    counted = counted_on_time(cells, formula)
    if counted is None:
        return None
    above, below, derived = counted
    if below == 0 or above > below:
        return None
    return Rate(formula, Fraction(above, below), below, derived)


def counted_on_time(cells: Cells, formula: str) -> tuple[int, int, bool] | None:
    """What is in time, of how many, and whether a cell of it is derived; None where a part is missing."""
    rule = FORMULAS[formula]
    added = derive(cells)
    whole = {**cells, **added}
    above, below = [whole.get(key) for key in rule.above], whole.get(rule.below)
    known = [value for value in above if value is not None]
    if below is None or not above or len(known) < len(above):
        return None
    return sum(known), below, any(key in added for key in (*rule.above, rule.below))


def portal(percent: Decimal, n: int, counted: int | None = None) -> Rate | None:
    """Rate (c): as the portal prints it, or from its own count where it gives one."""
    share = Fraction(counted, n) if counted is not None and n else Fraction(percent) / 100
    return Rate("c", share, n) if n and 0 <= share <= 1 else None


def wilson(share: Fraction | float, n: int, z: float = Z95) -> tuple[float, float]:
    """Score interval of a share of ``n`` (E. B. Wilson, 1927); ``n`` is at least 1."""
    p = float(share)
    centre = p + z * z / (2 * n)
    spread = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    below = 1 + z * z / n
    # Rounding alone would leave the share itself outside where it is 0 or 1.
    return max(0.0, min(p, (centre - spread) / below)), min(1.0, max(p, (centre + spread) / below))
