"""What must hold between the reports of one commune.

``giai_trinh`` answers a finding here only where it names the last day of the other period: what explains a
missing dossier says nothing of a period that was filed twice.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from generator.model.statistics import StatisticsReport
from generator.model.times import parse_date
from generator.problems import Severity
from generator.reading.record import Finding
from generator.statistics import periods
from generator.statistics.periods import Before, Period
from generator.vietnamese import day, number

Filed = tuple[str, StatisticsReport]
"""A report and the file that it came from."""

_DAY = re.compile(r"(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})(?!\d)")


def check_periods(reports: Sequence[Filed]) -> Iterator[tuple[str, Finding]]:
    """Findings between ``reports`` (ordered by their last day), each with the later of the two files."""
    line = [Period(report.since, report.until) for _, report in reports]
    for place, (file, report) in enumerate(reports):
        if place:
            stands = periods.before(line, place)
            explained = _named_days(report.explanation or "")
            found = (*_days(reports, line, place, stands), *_figures(reports, line, place, stands))
            yield from ((file, finding) for other, finding in found if line[other].until not in explained)


def _named_days(text: str) -> set[date]:
    """The days that a text names, in either way of writing them."""
    days = set()
    for written in _DAY.findall(text):
        with suppress(ValueError):
            days.add(parse_date(written))
    return days


_About = tuple[int, Finding]
"""A finding and the place of the other period that it is about."""


def _days(reports: Sequence[Filed], line: Sequence[Period], place: int, stands: Before) -> Iterator[_About]:
    if stands.same is not None:
        message = f"Kỳ này đã có số liệu trong tệp {reports[stands.same][0]}."
        hint = (
            f"Giữ lại một tệp; hai nguồn khác nhau thì thêm «giai_trinh» nói rõ khác thế nào, có nêu ngày "
            f"{day(line[place].until)}."
        )
        yield stands.same, Finding(("den",), "period-twice", Severity.WARNING, message, hint)
    elif stands.overlapping:
        index, days = stands.overlapping
        message = f"Kỳ này trùng {number(days)} ngày với kỳ kết thúc {_end(reports, line, index)}."
        yield index, Finding(("tu",), "period-overlap", Severity.WARNING, message, _explain(line[index]))
    elif stands.missing:
        index, days = stands.missing
        where = _end(reports, line, index)
        message = f"Thiếu số liệu {number(days)} ngày giữa kỳ kết thúc {where} và kỳ này."
        yield index, Finding(("tu",), "period-missing", Severity.WARNING, message, _explain(line[index]))


def _end(reports: Sequence[Filed], line: Sequence[Period], index: int) -> str:
    return f"{day(line[index].until)} ({reports[index][0]})"


def _explain(other: Period) -> str:
    return (
        "Kiểm tra lại với nguồn; nếu nguồn ghi như vậy, thêm «giai_trinh» để giải thích, có nêu kỳ kết thúc "
        f"{day(other.until)}."
    )


def _figures(
    reports: Sequence[Filed], line: Sequence[Period], place: int, stands: Before
) -> Iterator[_About]:
    now = reports[place][1].total.cells
    if stands.adjacent is not None:
        last = reports[stands.adjacent][1].total.cells
        if differ := periods.carried_difference(last, now):
            pending, carried = differ
            message = (
                f"Kỳ trước còn {number(pending)} hồ sơ đang giải quyết, kỳ này ghi chuyển qua "
                f"{number(carried)}, chênh {number(abs(pending - carried))}."
            )
            path, hint = ("tong_hop", "tiep_nhan", "ky_truoc"), _explain(line[stands.adjacent])
            yield stands.adjacent, Finding(path, "carried-over-differs", Severity.WARNING, message, hint)
    index = place - 1 if stands.adjacent is None else stands.adjacent
    if found := periods.jump(line[index], reports[index][1].total.cells, line[place], now):
        message = (
            f"Số tiếp nhận đổi đột ngột: kỳ này {number(found[0])}, theo nhịp kỳ trước thì khoảng "
            f"{number(round(found[1]))} (đổi quá {periods.JUMP} lần tính theo ngày)."
        )
        path = ("tong_hop", "tiep_nhan", "tong")
        yield index, Finding(path, "figures-jump", Severity.WARNING, message, _explain(line[index]))
