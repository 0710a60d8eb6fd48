from datetime import date
from fractions import Fraction

import pytest

from generator.statistics import sentences
from generator.statistics.form import Cells
from generator.statistics.periods import Period
from generator.statistics.rates import Rate
from generator.statistics.trend import LONGEST, Point, series
from generator.vietnamese import percent


def _totals(received: int | None, resolved: int | None, pending: int | None) -> Cells:
    return {"received_total": received, "resolved_total": resolved, "pending_total": pending}


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (
            _totals(780, 725, 54),
            "Tiếp nhận 780 hồ sơ, đã giải quyết 725, đang giải quyết 54; theo nguồn còn 1 hồ sơ chưa rõ "
            "đã giải quyết hay đang giải quyết.",
        ),
        (
            _totals(763, 447, None),
            "Tiếp nhận 763 hồ sơ, đã giải quyết 447; nguồn không nêu số đang giải quyết.",
        ),
        (_totals(1240, 1200, 40), "Tiếp nhận 1.240 hồ sơ, đã giải quyết 1.200, đang giải quyết 40."),
        (
            _totals(10, 8, 5),
            "Tiếp nhận 10 hồ sơ, đã giải quyết 8, đang giải quyết 5; hai số sau cộng lại nhiều hơn số tiếp "
            "nhận 3 hồ sơ.",
        ),
        (_totals(None, 8, None), "Đã giải quyết 8 hồ sơ."),
        (
            _totals(None, None, None),
            "Nguồn không nêu số hồ sơ tiếp nhận, đã giải quyết và đang giải quyết.",
        ),
    ],
)
def test_a_row_in_words(cells: Cells, words: str) -> None:
    assert sentences.summary(cells) == words


def test_a_rate_is_never_said_without_what_it_is_taken_of_and_its_interval() -> None:
    said = sentences.rate(Rate("a", Fraction(690, 725), 725))
    assert said == (
        "95,2\u00a0% của 725 hồ sơ đã giải quyết (khoảng tin cậy 95 %: từ 93,4\u00a0% đến 96,5\u00a0%)"
    )


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(1), "100\u00a0%"),
        (Fraction(99999, 100000), "trên 99,9\u00a0%"),
        (Fraction(1, 100000), "dưới 0,1\u00a0%"),
        (Fraction(0), "0\u00a0%"),
        (Fraction(1, 2), "50\u00a0%"),
        (Fraction(952, 1000), "95,2\u00a0%"),
    ],
)
def test_a_percentage_never_rounds_to_all_or_nothing(share: Fraction, words: str) -> None:
    assert percent(share) == words


@pytest.mark.parametrize(("days", "level"), [(0, "fresh"), (100, "fresh"), (101, "ageing"), (191, "old")])
def test_the_age_of_figures_is_said_in_words(days: int, level: str) -> None:
    until = date(2026, 1, 1)
    age = sentences.age(until, date.fromordinal(until.toordinal() + days))
    assert age.level == level
    assert f"{days} ngày" in age.words


def _month(number: int, received: int = 100) -> tuple[Period, Cells]:
    year, month = 2020 + number // 12, number % 12 + 1
    last = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
    return Period(date(year, month, 1), date.fromordinal(last)), _totals(received, received, 0)


def test_a_trend_keeps_the_newest_24_periods_in_order() -> None:
    points = series(_month(number) for number in range(36))
    assert len(points) == LONGEST
    assert [p.period for p in points] == [_month(number)[0] for number in range(12, 36)]


def test_a_trend_counts_no_day_twice_and_leaves_out_reports_without_a_first_day() -> None:
    year = (Period(date(2020, 1, 1), date(2020, 12, 30)), _totals(9, 9, 0))
    since_ever = (Period(None, date(2020, 3, 31)), _totals(9, 9, 0))
    points = series([year, since_ever, *(_month(number) for number in range(12))])
    assert [p.period for p in points] == [_month(number)[0] for number in range(12)]


def test_a_change_that_may_be_chance_is_not_called_one() -> None:
    points = [Point(*_month(0)), Point(*_month(1))]
    close = sentences.trend(points, [Rate("a", Fraction(90, 100), 100), Rate("a", Fraction(93, 100), 100)])
    assert "chưa đủ để nói là tăng hay giảm" in close
    apart = sentences.trend(points, [Rate("a", Fraction(1, 2), 900), Rate("a", Fraction(9, 10), 900)])
    assert "tăng từ 50\u00a0% (n = 900) lên 90\u00a0% (n = 900)" in apart
