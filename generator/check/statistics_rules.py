"""What the figures of Biểu 06 must agree on (TT 01/2020/TT-VPCP; identities of its column heads)."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from generator.model.statistics import Figures, StatisticsReport
from generator.problems import Severity
from generator.reading.record import Finding


def differences(figures: Figures) -> Iterator[tuple[str, str, int, int]]:
    """Identities that fail: YAML group, what is said in words, the stated total and the sum of its parts.

    An identity with an empty cell says nothing and is passed over.
    """
    received, resolved, pending = figures.received, figures.resolved, figures.pending
    identities = (
        (
            "tiep_nhan",
            "tiếp nhận = trực tuyến + trực tiếp, bưu chính + kỳ trước chuyển qua",
            received.total,
            (received.online, received.in_person_postal, received.carried_over),
        ),
        (
            "da_giai_quyet",
            "đã giải quyết = trước hạn + đúng hạn + quá hạn",
            resolved.total,
            (resolved.early, resolved.on_time, resolved.late),
        ),
        (
            "dang_giai_quyet",
            "đang giải quyết = trong hạn + quá hạn",
            pending.total,
            (pending.in_time, pending.late),
        ),
        (
            "tiep_nhan",
            "tiếp nhận = đã giải quyết + đang giải quyết",
            received.total,
            (resolved.total, pending.total),
        ),
    )
    for group, words, total, parts in identities:
        known = [part for part in parts if part is not None]
        if total is not None and len(known) == len(parts) and sum(known) != total:
            yield group, words, total, sum(known)


def report_check(
    folder: str, fields: Collection[str], today: date
) -> Callable[[StatisticsReport], Iterator[Finding]]:
    """Rules for a report that lies under ``content/communes/<folder>/statistics/``."""

    def check(report: StatisticsReport) -> Iterator[Finding]:
        if report.commune != folder:
            message = f"Thư mục của xã «{folder}» nhưng số liệu ghi mã xã «{report.commune}»."
            yield Finding(("xa",), "file-folder", Severity.ERROR, message, "Chuyển tệp hoặc sửa lại mã.")
        if report.since and report.since > report.until:
            message = f"Kỳ báo cáo bắt đầu {report.since:%d/%m/%Y} sau ngày kết thúc {report.until:%d/%m/%Y}."
            yield Finding(("tu",), "dates-contradict", Severity.ERROR, message)
        if report.until > today:
            message = f"Ngày kết thúc kỳ {report.until:%d/%m/%Y} chưa tới."
            yield Finding(("den",), "date-future", Severity.ERROR, message)
        for index, row in enumerate(report.by_field):
            if row.field not in fields:
                message = f"Không có lĩnh vực «{row.field}» trong content/fields.yml."
                yield Finding(("theo_linh_vuc", index, "linh_vuc"), "field-unknown", Severity.ERROR, message)
        if not report.explanation:
            yield from _unexplained(report)

    return check


def _unexplained(report: StatisticsReport) -> Iterator[Finding]:
    rows: list[tuple[tuple[str | int, ...], Figures]] = [(("tong_hop",), report.total)]
    rows += [(("theo_linh_vuc", index), row) for index, row in enumerate(report.by_field)]
    for path, figures in rows:
        for group, words, total, parts in differences(figures):
            message = (
                f"Số liệu không khớp ({words}): ghi {total}, cộng lại được {parts}, chênh {total - parts:+d}."
            )
            hint = "Kiểm tra lại với nguồn; nếu nguồn ghi như vậy, thêm «giai_trinh» để giải thích."
            yield Finding((*path, group), "figures-differ", Severity.WARNING, message, hint)
