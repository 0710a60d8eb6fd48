"""What must hold between the reports of one commune."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.model.statistics import StatisticsReport
from generator.problems import Severity
from generator.reading.record import Finding
from generator.statistics import periods
from generator.statistics.periods import Period
from generator.vietnamese import day, number

Filed = tuple[str, StatisticsReport]
"""A report and the file that it came from."""

_EXPLAIN = "Kiểm tra lại với nguồn; nếu nguồn ghi như vậy, thêm «giai_trinh» để giải thích."


def check_periods(reports: Sequence[Filed]) -> Iterator[tuple[str, Finding]]:
    """Findings between ``reports`` (ordered by their last day), each with the later of the two files."""
    for before, after in pairwise(reports):
        if not after[1].explanation:
            for finding in _between(before, after[1]):
                yield after[0], finding


def _between(before: Filed, after: StatisticsReport) -> Iterator[Finding]:
    file, earlier = before
    first, second = Period(earlier.since, earlier.until), Period(after.since, after.until)
    if first == second:
        message = f"Kỳ này đã có số liệu trong tệp {file}."
        hint = "Giữ lại một tệp, hoặc thêm «giai_trinh» để nói rõ hai nguồn khác nhau thế nào."
        yield Finding(("den",), "period-twice", Severity.WARNING, message, hint)
    elif days := periods.overlap(first, second):
        message = f"Kỳ này trùng {number(days)} ngày với kỳ kết thúc {day(first.until)} ({file})."
        yield Finding(("tu",), "period-overlap", Severity.WARNING, message, _EXPLAIN)
    elif days := periods.gap(first, second):
        message = f"Thiếu số liệu {number(days)} ngày giữa kỳ kết thúc {day(first.until)} ({file}) và kỳ này."
        yield Finding(("tu",), "period-missing", Severity.WARNING, message, _EXPLAIN)
    yield from _figures(earlier, first, after, second)


def _figures(
    earlier: StatisticsReport, first: Period, after: StatisticsReport, second: Period
) -> Iterator[Finding]:
    before, now = earlier.total.cells, after.total.cells
    differ = periods.carried_difference(before, now) if periods.adjacent(first, second) else None
    if differ:
        pending, carried = differ
        message = (
            f"Kỳ trước còn {number(pending)} hồ sơ đang giải quyết, kỳ này ghi chuyển qua {number(carried)}, "
            f"chênh {number(abs(pending - carried))}."
        )
        path = ("tong_hop", "tiep_nhan", "ky_truoc")
        yield Finding(path, "carried-over-differs", Severity.WARNING, message, _EXPLAIN)
    if found := periods.jump(first, before, second, now):
        message = (
            f"Số tiếp nhận đổi đột ngột: kỳ này {number(found[0])}, theo nhịp kỳ trước thì khoảng "
            f"{number(round(found[1]))} (đổi quá {periods.JUMP} lần tính theo ngày)."
        )
        path = ("tong_hop", "tiep_nhan", "tong")
        yield Finding(path, "figures-jump", Severity.WARNING, message, _EXPLAIN)
