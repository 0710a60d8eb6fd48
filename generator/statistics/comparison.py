"""Which communes can be told apart, and words where they cannot: no rank on small or overlapping figures."""

from collections.abc import Sequence
from fractions import Fraction
from statistics import median

from msgspec import Struct

from generator.statistics.rates import Rate
from generator.vietnamese import number, percent

ENOUGH = 30
"""Below this many dossiers a few of them move the rate by several points: no rank."""

PEERS = 3
"""Fewer communes than this have no median worth naming."""


class Standing(Struct, frozen=True):
    """Where a commune stands among those with the same period and formula; ``rank`` only where it is sure."""

    words: str
    rank: int | None = None
    short: str = ""
    """The same for a table that says once what is compared with what."""


def distinguishable(one: Rate, other: Rate) -> bool:
    """Both are taken of enough dossiers, and their 95 % intervals do not overlap."""
    if min(one.n, other.n) < ENOUGH:
        return False
    (low, high), (other_low, other_high) = one.interval, other.interval
    return high < other_low or other_high < low


def board_median(rates: Sequence[Rate]) -> Fraction | None:
    """The median of all rates that are taken of enough dossiers; None for fewer than ``PEERS``."""
    shares = [rate.share for rate in rates if rate.n >= ENOUGH]
    return median(shares) if len(shares) >= PEERS else None


def rank(own: int, rates: Sequence[Rate]) -> int | None:
    """The place of ``rates[own]`` where it can be told apart from every other that is large enough."""
    mine = rates[own]
    others = [rate for index, rate in enumerate(rates) if index != own and rate.n >= ENOUGH]
    if mine.n < ENOUGH or len(others) + 1 < PEERS:
        return None
    if not all(distinguishable(mine, other) for other in others):
        return None
    return 1 + sum(other.share > mine.share for other in others)


def standing(own: int, rates: Sequence[Rate]) -> Standing:
    """What may be said of ``rates[own]`` beside the others."""
    mine, middle = rates[own], board_median(rates)
    if mine.n < ENOUGH:
        small = f"Không xếp hạng: chỉ có {number(mine.n)} hồ sơ (dưới {ENOUGH})"
        return Standing(f"{small}, một vài hồ sơ đã làm tỷ lệ đổi nhiều.", short=small)
    if middle is None:
        words = f"Chưa so sánh: chưa đủ {PEERS} xã có số liệu cùng kỳ."
        return Standing(words, short=words)
    low, high = mine.interval
    name = f"trung vị của bảng ({percent(middle)})"
    if low <= middle <= high:
        return Standing(f"Chưa phân biệt được với {name}.", short="Chưa phân biệt được với trung vị")
    side = "Cao hơn" if middle < low else "Thấp hơn"
    place = rank(own, rates)
    if place is None:
        words = f"{side} {name}; chưa phân biệt được với từng xã khác nên không xếp hạng."
        return Standing(words, short=f"{side} trung vị")
    many = sum(rate.n >= ENOUGH for rate in rates)
    told = f"thứ {place} trong {many} xã cùng kỳ"
    return Standing(f"{side} {name}; {told}.", place, f"{side} trung vị; {told}")
