from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from generator.statistics.comparison import ENOUGH, PEERS, board_median, distinguishable, rank, standing
from generator.statistics.rates import Rate


@st.composite
def rates(draw: st.DrawFn) -> Rate:
    n = draw(st.integers(1, 3000))
    return Rate("a", Fraction(draw(st.integers(0, n)), n), n)


def _apart(one: Rate, other: Rate) -> bool:
    return one.interval[1] < other.interval[0] or other.interval[1] < one.interval[0]


@given(st.lists(rates(), min_size=1, max_size=12))
def test_a_rank_is_given_only_to_who_can_be_told_from_every_other(group: list[Rate]) -> None:
    for index, mine in enumerate(group):
        place = rank(index, group)
        others = [r for i, r in enumerate(group) if i != index and r.n >= ENOUGH]
        sure = mine.n >= ENOUGH and len(others) + 1 >= PEERS and all(_apart(mine, r) for r in others)
        assert (place is not None) == sure
        if sure:
            assert place == sorted([r.share for r in [*others, mine]], reverse=True).index(mine.share) + 1
        assert standing(index, group).rank in (None, place)


@given(rates(), rates())
def test_to_be_distinguishable_goes_both_ways_and_never_below_thirty(one: Rate, other: Rate) -> None:
    assert distinguishable(one, other) == distinguishable(other, one)
    if min(one.n, other.n) < ENOUGH:
        assert not distinguishable(one, other)


def test_a_small_office_gets_words_instead_of_a_rank() -> None:
    group = [Rate("a", Fraction(29, 29), 29), *(Rate("a", Fraction(1, 2), 4000) for _ in range(4))]
    said = standing(0, group)
    assert said.rank is None
    assert "chỉ có 29 hồ sơ" in said.words


def test_overlapping_intervals_get_words_instead_of_a_rank() -> None:
    group = [Rate("a", Fraction(90 + i, 100), 100) for i in range(4)]
    for index in range(4):
        assert standing(index, group).rank is None
        assert "Chưa phân biệt được" in standing(index, group).words


def test_who_is_clearly_apart_is_ranked() -> None:
    group = [Rate("a", Fraction(share, 100), 5000) for share in (99, 90, 80)]
    assert [standing(i, group).rank for i in range(3)] == [1, None, 3]  # the middle one is the median itself


def test_the_median_passes_over_small_offices_and_needs_three() -> None:
    large = [Rate("a", Fraction(share, 100), 1000) for share in (90, 92, 99)]
    assert board_median([*large, Rate("a", Fraction(0), 5)]) == Fraction(92, 100)
    assert board_median(large[:2]) is None
