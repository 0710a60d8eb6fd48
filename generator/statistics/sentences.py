"""Figures in plain Vietnamese sentences: what is known, what does not add up, and how old it is."""

from datetime import date

from msgspec import Struct

from generator.statistics.comparison import distinguishable
from generator.statistics.form import Cells
from generator.statistics.identities import Difference
from generator.statistics.periods import Period
from generator.statistics.rates import FORMULAS, Rate
from generator.statistics.trend import Point, alike
from generator.vietnamese import day, number, percent

AGEING, OLD = 100, 190
"""Days after which figures are called ageing (a quarter and a week) and old (two quarters and a week)."""


class Age(Struct, frozen=True):
    """How old figures are: ``fresh``, ``ageing`` or ``old``, and the words that say so without colour."""

    level: str
    words: str


def summary(cells: Cells) -> str:
    """``Tiếp nhận 780 hồ sơ, đã giải quyết 725, đang giải quyết 54; theo nguồn còn 1 hồ sơ chưa rõ ...``."""
    received, resolved, pending = (
        cells.get(key) for key in ("received_total", "resolved_total", "pending_total")
    )
    stated = [
        f"{verb} {number(count)}"
        for verb, count in (
            ("tiếp nhận", received),
            ("đã giải quyết", resolved),
            ("đang giải quyết", pending),
        )
        if count is not None
    ]
    if not stated:
        return "Nguồn không nêu số hồ sơ tiếp nhận, đã giải quyết và đang giải quyết."
    first, *others = stated
    text = ", ".join([f"{first} hồ sơ", *others])
    return text[0].upper() + text[1:] + _balance(received, resolved, pending)


def resolved_share(cells: Cells) -> str | None:
    """What part of the dossiers is resolved; None where that is not known or more than all."""
    received, resolved = cells.get("received_total"), cells.get("resolved_total")
    if not received or resolved is None or resolved > received:
        return None
    return f"Đã giải quyết {percent(resolved / received)} của {number(received)} hồ sơ tiếp nhận."


def contradiction(found: Difference) -> str:
    """Both sides of an identity that fails, and by how much."""
    stated = "suy ra" if found.derived else "nguồn ghi"
    return (
        f"{found.words}; {stated} {number(found.stated)}, cộng lại được {number(found.added)}, "
        f"chênh {number(abs(found.stated - found.added))} hồ sơ."
    )


def carried(pending: int, carried_over: int) -> str:
    """What the period before left and what this one says was carried over."""
    return (
        f"kỳ trước còn {number(pending)} hồ sơ đang giải quyết nhưng kỳ này ghi chuyển qua "
        f"{number(carried_over)}, chênh {number(abs(pending - carried_over))} hồ sơ."
    )


def overlap(days: int, until: date) -> str:
    """Two periods count the same days."""
    return f"kỳ này trùng {number(days)} ngày với kỳ kết thúc {day(until)}: có hồ sơ được tính hai lần."


def gap(days: int, until: date) -> str:
    """Days that no period counts."""
    return f"thiếu số liệu {number(days)} ngày sau kỳ kết thúc {day(until)}."


def rate(found: Rate) -> str:
    """A rate with what it is taken of and its interval."""
    low, high = found.interval
    return (
        f"{percent(found.share)} của {number(found.n)} {FORMULAS[found.formula].whole} "
        f"(khoảng tin cậy 95 %: từ {percent(low)} đến {percent(high)})"
    )


def trend(points: list[Point], rates: list[Rate | None]) -> str:
    """What the line of periods shows; words instead of a change where it may be chance."""
    before, last = points[-2], points[-1]
    parts = [
        f"{len(points)} kỳ, từ {day(points[0].period.since or points[0].period.until)} đến "
        f"{day(last.period.until)}."
    ]
    was, now = before.cells.get("received_total"), last.cells.get("received_total")
    if was is not None and now is not None:
        if alike(before.period, last.period):
            parts.append(f"Kỳ gần nhất tiếp nhận {number(now)} hồ sơ, kỳ trước {number(was)}.")
        else:
            parts.append("Hai kỳ gần nhất dài ngắn khác nhau nên không so số hồ sơ.")
    known = [found for found in rates if found]
    if len(known) > 1:
        parts.append(_rate_change(known[0], known[-1]))
    return " ".join(parts)


def period(found: Period) -> str:
    """``từ 01/07/2025 đến 30/09/2025``, or ``đến 30/09/2025`` where nobody says since when."""
    return (f"từ {day(found.since)} " if found.since else "") + f"đến {day(found.until)}"


def age(until: date, today: date) -> Age:
    """How old figures up to ``until`` are on ``today``."""
    days = (today - until).days
    if days > OLD:
        return Age("old", f"Số liệu đã cũ: tính đến nay đã {number(days)} ngày.")
    if days > AGEING:
        return Age("ageing", f"Số liệu sắp cũ: tính đến nay đã {number(days)} ngày.")
    return Age("fresh", f"Số liệu còn mới: tính đến nay {number(days)} ngày.")


def _balance(received: int | None, resolved: int | None, pending: int | None) -> str:
    if received is None or resolved is None:
        return "."
    if pending is None:
        return "; nguồn không nêu số đang giải quyết."
    rest = received - resolved - pending
    if rest > 0:
        return f"; theo nguồn còn {number(rest)} hồ sơ chưa rõ đã giải quyết hay đang giải quyết."
    if rest < 0:
        return f"; hai số sau cộng lại nhiều hơn số tiếp nhận {number(-rest)} hồ sơ."
    return "."


def _rate_change(first: Rate, last: Rate) -> str:
    ends = f"từ {percent(first.share)} (n = {number(first.n)})"
    to = f"{percent(last.share)} (n = {number(last.n)})"
    if not distinguishable(first, last):
        return f"Tỷ lệ đúng hạn {ends} đến {to}: chưa đủ để nói là tăng hay giảm."
    if last.share > first.share:
        return f"Tỷ lệ đúng hạn tăng {ends} lên {to}."
    return f"Tỷ lệ đúng hạn giảm {ends} xuống {to}."
