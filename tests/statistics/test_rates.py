from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.statistics.form import Cells
from generator.statistics.rates import Z95, on_time, portal, wilson

COUNT = st.integers(0, 5000)
Z = Fraction(Z95)


def _outside(p: Fraction, share: Fraction, n: int) -> Fraction:
    """Positive where a true share ``p`` lies outside the interval: the score test, in exact arithmetic."""
    return (share - p) ** 2 - Z * Z * p * (1 - p) / n


def _edge(share: Fraction, n: int, inside: Fraction, outside: Fraction) -> Fraction:
    for _ in range(60):
        middle = (inside + outside) / 2
        if _outside(middle, share, n) > 0:
            outside = middle
        else:
            inside = middle
    return inside


@given(st.data(), st.integers(1, 20000))
def test_wilson_is_the_set_of_shares_that_the_score_test_does_not_reject(data: st.DataObject, n: int) -> None:
    share = Fraction(data.draw(st.integers(0, n)), n)
    low, high = wilson(share, n)
    expected_low = _edge(share, n, share, Fraction(0)) if share else Fraction(0)
    expected_high = _edge(share, n, share, Fraction(1)) if share < 1 else Fraction(1)
    assert low == pytest.approx(float(expected_low), abs=1e-9)
    assert high == pytest.approx(float(expected_high), abs=1e-9)
    assert 0 <= low <= share <= high <= 1


def test_wilson_agrees_with_the_published_example() -> None:
    low, high = wilson(Fraction(81, 263), 263)  # Newcombe 1998, table I: 0.2553 to 0.3662
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


@given(COUNT, COUNT, COUNT, COUNT, COUNT)
def test_rates_agree_with_their_formulas(early: int, timely: int, late: int, waiting: int, over: int) -> None:
    resolved = early + timely + late
    received = resolved + waiting + over
    cells: Cells = {
        "received_total": received,
        "resolved_total": resolved,
        "resolved_early": early,
        "resolved_on_time": timely,
        "resolved_late": late,
        "pending_total": waiting + over,
        "pending_in_time": waiting,
        "pending_late": over,
    }
    a, b = on_time(cells, "a"), on_time(cells, "b")
    if resolved:
        assert a and (a.n, a.share) == (resolved, Fraction(early + timely, resolved))
    else:
        assert a is None
    if received:
        assert b and (b.n, b.share) == (received, Fraction(early + timely + waiting, received))
    else:
        assert b is None


@pytest.mark.parametrize("formula", ["a", "b"])
def test_no_rate_where_the_source_leaves_a_part_out(formula: str) -> None:
    assert on_time({"received_total": 780, "resolved_total": 725, "pending_total": 54}, formula) is None


def test_a_rate_over_100_percent_is_not_shown() -> None:
    cells: Cells = {"resolved_total": 10, "resolved_early": 8, "resolved_on_time": 3}
    assert on_time(cells, "a") is None


def test_a_rate_says_when_a_cell_behind_it_is_derived() -> None:
    rate = on_time({"resolved_early": 6, "resolved_on_time": 3, "resolved_late": 1}, "a")
    assert rate and (rate.share, rate.n, rate.derived) == (Fraction(9, 10), 10, True)


def test_the_portals_rate_is_taken_from_its_own_count_where_it_gives_one() -> None:
    printed, counted = portal(Decimal("87.22"), 6684), portal(Decimal("87.22"), 6684, 5830)
    assert printed and counted
    assert printed.share == Fraction(8722, 10000)
    assert counted.share == Fraction(5830, 6684)
    assert printed.n == counted.n == 6684
