"""What a report of figures must agree on inside its own file (Biểu 06, TT 01/2020/TT-VPCP)."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from generator.check.wrong_days import FUTURE_DAY, SWAPPED_DAYS
from generator.explain.suggestions import did_you_mean, field_meant
from generator.model.statistics import StatisticsReport
from generator.problems import Severity
from generator.reading.record import Finding
from generator.statistics.form import Cells
from generator.statistics.identities import agrees, differences, field_differences
from generator.statistics.index766 import ITEMS
from generator.statistics.rates import counted_on_time
from generator.vietnamese import number

_EXPLAIN = "Kiểm tra lại với nguồn; nếu nguồn ghi như vậy, thêm «giai_trinh» để giải thích."
_ROUNDING = 0.06
"""Per cent by which a printed rate may differ from its own count: portals cut or round the second decimal."""


def report_check(
    folder: str, communes: Collection[str], fields: Collection[str] | None, today: date
) -> Callable[[StatisticsReport], Iterator[Finding]]:
    """Rules for a report that lies under ``content/communes/<folder>/statistics/``."""

    def check(report: StatisticsReport) -> Iterator[Finding]:
        if report.commune != folder:
            message = f"Thư mục của xã «{folder}» nhưng số liệu ghi mã xã «{report.commune}»."
            yield Finding(("xa",), "file-folder", Severity.ERROR, message, "Chuyển tệp hoặc sửa lại mã.")
        elif folder not in communes:
            message = f"Không có xã mang mã «{folder}» trên bảng này nên số liệu không được công khai."
            hint = f"Thêm tệp content/communes/{folder}/commune.yml."
            yield Finding(("xa",), "commune-unknown", Severity.ERROR, message, hint)
        yield from _period(report, today)
        if fields is not None:
            yield from _unknown_fields(report, fields)
        yield from _unknown_codes(report)
        if not report.explanation:
            yield from contradictions(report)

    return check


def _period(report: StatisticsReport, today: date) -> Iterator[Finding]:
    if report.since and report.since > report.until:
        message = f"Kỳ báo cáo bắt đầu {report.since:%d/%m/%Y} sau ngày kết thúc {report.until:%d/%m/%Y}."
        yield Finding(("tu",), "dates-contradict", Severity.ERROR, message, SWAPPED_DAYS)
    if report.until > today:
        message = f"Ngày kết thúc kỳ {report.until:%d/%m/%Y} chưa tới."
        yield Finding(("den",), "date-future", Severity.ERROR, message, FUTURE_DAY)


def _unknown_fields(report: StatisticsReport, fields: Collection[str]) -> Iterator[Finding]:
    for index, row in enumerate(report.by_field):
        if row.field not in fields:
            message = f"Không có lĩnh vực «{row.field}» trong content/fields.yml."
            path = ("theo_linh_vuc", index, "linh_vuc")
            yield Finding(path, "field-unknown", Severity.ERROR, message, field_meant(row.field, fields))


def _unknown_codes(report: StatisticsReport) -> Iterator[Finding]:
    for index, item in enumerate(report.index):
        if item.code not in ITEMS:
            message = f"Không có nhóm hoặc chỉ số nào mang mã «{item.code}» trong Bộ chỉ số 766."
            hint = did_you_mean(item.code, ITEMS) or f"Các mã được dùng: {', '.join(ITEMS)}."
            yield Finding(("chi_so_766", index, "ma"), "index-unknown", Severity.ERROR, message, hint)


def contradictions(report: StatisticsReport) -> Iterator[Finding]:
    """Every warning that ``giai_trinh`` may answer; the page shows them too, explained or not."""
    total, rows = report.total.cells, [row.cells for row in report.by_field]
    yield from _row(("tong_hop",), total)
    for index, row in enumerate(rows):
        yield from _row(("theo_linh_vuc", index), row)
    yield from _fields(report, total, rows)
    yield from _portal(report)
    yield from _feedback(report)
    yield from _index(report)


def _row(path: tuple[str | int, ...], cells: Cells) -> Iterator[Finding]:
    if agrees(cells):
        return
    for found in differences(cells):
        stated = f"suy ra {number(found.stated)}" if found.derived else f"ghi {number(found.stated)}"
        message = (
            f"Số liệu không khớp ({found.words}): {stated}, cộng lại được {number(found.added)}, "
            f"chênh {_signed(found.stated - found.added)}."
        )
        yield Finding((*path, *found.path), "figures-differ", Severity.WARNING, message, _EXPLAIN)
    for formula in ("a", "b"):
        counted = counted_on_time(cells, formula)
        if counted and counted[0] > counted[1]:
            message = (
                f"Tỷ lệ đúng hạn (công thức {formula}) vượt 100 %: {number(counted[0])} hồ sơ đúng hạn "
                f"trên {number(counted[1])}, hơn {number(counted[0] - counted[1])}."
            )
            yield Finding(path, "rate-over-100", Severity.WARNING, message, _EXPLAIN)


def _signed(difference: int) -> str:
    return ("+" if difference > 0 else "-") + number(abs(difference))


def _fields(report: StatisticsReport, total: Cells, rows: Sequence[Cells]) -> Iterator[Finding]:
    seen = Counter[str]()
    for index, row in enumerate(report.by_field):
        seen[row.field] += 1
        if seen[row.field] == 2:
            message = f"Lĩnh vực «{row.field}» có nhiều dòng số liệu trong cùng một kỳ."
            hint = "Gộp các dòng lại, hoặc thêm «giai_trinh» nếu nguồn tách như vậy."
            path = ("theo_linh_vuc", index, "linh_vuc")
            yield Finding(path, "figures-field-twice", Severity.WARNING, message, hint)
    for found in field_differences(total, rows):
        message = (
            f"Số liệu không khớp ({found.words}): tổng hợp ghi {number(found.stated)}, các lĩnh vực cộng lại "
            f"được {number(found.added)}, chênh {_signed(found.stated - found.added)}."
        )
        yield Finding(("tong_hop", *found.path), "fields-differ", Severity.WARNING, message, _EXPLAIN)


def _portal(report: StatisticsReport) -> Iterator[Finding]:
    rate = report.portal_rate
    if rate is None or rate.on_time is None:
        return
    path = ("ty_le_cua_cong", "ty_le")
    if rate.on_time > rate.n:
        message = f"Cổng ghi {number(rate.on_time)} hồ sơ đúng hạn trên {number(rate.n)}: vượt 100 %."
        yield Finding(path, "rate-over-100", Severity.WARNING, message, _EXPLAIN)
    elif abs(float(rate.percent) - 100 * rate.on_time / rate.n) > _ROUNDING:
        counted = number(100 * rate.on_time / rate.n, 2)
        message = (
            f"Cổng ghi tỷ lệ {number(float(rate.percent), 2)} % nhưng {number(rate.on_time)} trên "
            f"{number(rate.n)} hồ sơ là {counted} %."
        )
        yield Finding(path, "rate-differs", Severity.WARNING, message, _EXPLAIN)


def _feedback(report: StatisticsReport) -> Iterator[Finding]:
    counts = report.feedback
    if counts and counts.answered_late is not None and counts.answered is not None:
        more = counts.answered_late - counts.answered
        if more > 0:
            message = f"Số trả lời muộn nhiều hơn số đã trả lời {number(more)} phản ánh, kiến nghị."
            path = ("phan_anh_kien_nghi", "tra_loi_muon")
            yield Finding(path, "feedback-differs", Severity.WARNING, message, _EXPLAIN)


def _index(report: StatisticsReport) -> Iterator[Finding]:
    for index, item in enumerate(report.index):
        ours = ITEMS[item.code].maximum if item.code in ITEMS else None
        maximum = ours if item.maximum is None else float(item.maximum)
        if maximum is not None and item.points > maximum:
            over = number(float(item.points) - maximum, 2)
            message = f"Điểm của «{item.code}» vượt điểm tối đa {number(maximum, 2)} là {over}."
            path = ("chi_so_766", index, "diem")
            yield Finding(path, "index-over-maximum", Severity.WARNING, message, _EXPLAIN)
