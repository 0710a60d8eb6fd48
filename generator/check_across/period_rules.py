"""What must hold between the reports of one commune."""

from collections.abc import Iterator, Sequence

from generator.model.statistics import StatisticsReport
from generator.problems import Severity
from generator.reading.record import Finding
from generator.statistics import periods
from generator.statistics.periods import Before, Period
from generator.vietnamese import day, number

Filed = tuple[str, StatisticsReport]
"""A report and the file that it came from."""

_EXPLAIN = "Kiểm tra lại với nguồn; nếu nguồn ghi như vậy, thêm «giai_trinh» để giải thích."


def check_periods(reports: Sequence[Filed]) -> Iterator[tuple[str, Finding]]:
    """Findings between ``reports`` (ordered by their last day), each with the later of the two files."""
    line = [Period(report.since, report.until) for _, report in reports]
    for place, (file, report) in enumerate(reports):
        if place and not report.explanation:
            stands = periods.before(line, place)
            yield from ((file, finding) for finding in _days(reports, line, place, stands))
            yield from ((file, finding) for finding in _figures(reports, line, place, stands))


def _days(reports: Sequence[Filed], line: Sequence[Period], place: int, stands: Before) -> Iterator[Finding]:
    if stands.same is not None:
        message = f"Kỳ này đã có số liệu trong tệp {reports[stands.same][0]}."
        hint = "Giữ lại một tệp, hoặc thêm «giai_trinh» để nói rõ hai nguồn khác nhau thế nào."
        yield Finding(("den",), "period-twice", Severity.WARNING, message, hint)
    elif stands.overlapping:
        index, days = stands.overlapping
        message = f"Kỳ này trùng {number(days)} ngày với kỳ kết thúc {_end(reports, line, index)}."
        yield Finding(("tu",), "period-overlap", Severity.WARNING, message, _EXPLAIN)
    elif stands.missing:
        index, days = stands.missing
        where = _end(reports, line, index)
        message = f"Thiếu số liệu {number(days)} ngày giữa kỳ kết thúc {where} và kỳ này."
        yield Finding(("tu",), "period-missing", Severity.WARNING, message, _EXPLAIN)


def _end(reports: Sequence[Filed], line: Sequence[Period], index: int) -> str:
    return f"{day(line[index].until)} ({reports[index][0]})"


def _figures(
    reports: Sequence[Filed], line: Sequence[Period], place: int, stands: Before
) -> Iterator[Finding]:
    now = reports[place][1].total.cells
    if stands.adjacent is not None:
        last = reports[stands.adjacent][1].total.cells
        if differ := periods.carried_difference(last, now):
            pending, carried = differ
            message = (
                f"Kỳ trước còn {number(pending)} hồ sơ đang giải quyết, kỳ này ghi chuyển qua "
                f"{number(carried)}, chênh {number(abs(pending - carried))}."
            )
            path = ("tong_hop", "tiep_nhan", "ky_truoc")
            yield Finding(path, "carried-over-differs", Severity.WARNING, message, _EXPLAIN)
    index = place - 1 if stands.adjacent is None else stands.adjacent
    if found := periods.jump(line[index], reports[index][1].total.cells, line[place], now):
        message = (
            f"Số tiếp nhận đổi đột ngột: kỳ này {number(found[0])}, theo nhịp kỳ trước thì khoảng "
            f"{number(round(found[1]))} (đổi quá {periods.JUMP} lần tính theo ngày)."
        )
        path = ("tong_hop", "tiep_nhan", "tong")
        yield Finding(path, "figures-jump", Severity.WARNING, message, _EXPLAIN)
