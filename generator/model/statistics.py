"""Periodic figures of a commune: Biểu 06 / II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP), unit: dossiers.

Cells that the source does not give stay empty; nothing is filled in for it.
"""

from typing import Annotated

from msgspec import Meta
from msgspec import field as keyed

from generator.model.numbers import Points, Whole
from generator.model.record import Record, Said
from generator.model.source import Source
from generator.model.text import CommuneCode, Slug, Text
from generator.model.times import Day

Count = Annotated[int, Whole(0, 10_000_000)]
Base = Annotated[int, Whole(1, 10_000_000)]
"""What a share is taken of."""


class Received(Record, frozen=True):
    """Tiếp nhận: total = online + in person and postal + carried over from the period before."""

    total: Annotated[Count | None, "Tổng số tiếp nhận"] = keyed(default=None, name="tong")
    online: Annotated[Count | None, "Trực tuyến"] = keyed(default=None, name="truc_tuyen")
    in_person_postal: Annotated[Count | None, "Trực tiếp, dịch vụ bưu chính"] = keyed(
        default=None, name="truc_tiep_buu_chinh"
    )
    carried_over: Annotated[Count | None, "Từ kỳ trước chuyển qua"] = keyed(default=None, name="ky_truoc")
    full_online: Annotated[Count | None, "Trong trực tuyến: toàn trình"] = keyed(
        default=None, name="toan_trinh"
    )
    partly_online: Annotated[Count | None, "Trong trực tuyến: một phần"] = keyed(
        default=None, name="mot_phan"
    )
    postal: Annotated[Count | None, "Trong đó: bưu chính công ích (BCCI)"] = keyed(
        default=None, name="buu_chinh"
    )
    elsewhere: Annotated[Count | None, "Trong đó: nộp phi địa giới"] = keyed(
        default=None, name="phi_dia_gioi"
    )


class Resolved(Record, frozen=True):
    """Đã giải quyết: total = early + on time + late."""

    total: Annotated[Count | None, "Tổng số đã giải quyết"] = keyed(default=None, name="tong")
    early: Annotated[Count | None, "Trước hạn"] = keyed(default=None, name="truoc_han")
    on_time: Annotated[Count | None, "Đúng hạn"] = keyed(default=None, name="dung_han")
    late: Annotated[Count | None, "Quá hạn"] = keyed(default=None, name="qua_han")
    late_apologised: Annotated[Count | None, "Quá hạn, đã có thư xin lỗi"] = keyed(
        default=None, name="qua_han_da_xin_loi"
    )
    late_unapologised: Annotated[Count | None, "Quá hạn, chưa có thư xin lỗi"] = keyed(
        default=None, name="qua_han_chua_xin_loi"
    )


class Pending(Record, frozen=True):
    """Đang giải quyết: total = in time + late."""

    total: Annotated[Count | None, "Tổng số đang giải quyết"] = keyed(default=None, name="tong")
    in_time: Annotated[Count | None, "Trong hạn"] = keyed(default=None, name="trong_han")
    late: Annotated[Count | None, "Quá hạn"] = keyed(default=None, name="qua_han")
    late_apologised: Annotated[Count | None, "Quá hạn, đã có thư xin lỗi"] = keyed(
        default=None, name="qua_han_da_xin_loi"
    )
    late_unapologised: Annotated[Count | None, "Quá hạn, chưa có thư xin lỗi"] = keyed(
        default=None, name="qua_han_chua_xin_loi"
    )


class Figures(Record, frozen=True, kw_only=True):
    """One row of the form.  received.total = resolved.total + pending.total.

    By keywords only: so a field of a record that extends this one comes first.
    """

    received: Annotated[Received, "Tiếp nhận"] = keyed(default_factory=Received, name="tiep_nhan")
    resolved: Annotated[Resolved, "Đã giải quyết"] = keyed(default_factory=Resolved, name="da_giai_quyet")
    pending: Annotated[Pending, "Đang giải quyết"] = keyed(default_factory=Pending, name="dang_giai_quyet")
    withdrawn: Annotated[Count | None, "Hồ sơ xin rút"] = keyed(default=None, name="rut")
    stopped: Annotated[Count | None, "Hồ sơ dừng xử lý"] = keyed(default=None, name="dung_xu_ly")

    @property
    def cells(self) -> dict[str, int | None]:
        """The row as plain values, by the keys of ``generator.statistics.form``."""
        received, resolved, pending = self.received, self.resolved, self.pending
        return {
            "received_total": received.total,
            "received_online": received.online,
            "received_in_person_postal": received.in_person_postal,
            "carried_over": received.carried_over,
            "received_full_online": received.full_online,
            "received_partly_online": received.partly_online,
            "received_postal": received.postal,
            "received_elsewhere": received.elsewhere,
            "resolved_total": resolved.total,
            "resolved_early": resolved.early,
            "resolved_on_time": resolved.on_time,
            "resolved_late": resolved.late,
            "resolved_late_apologised": resolved.late_apologised,
            "resolved_late_unapologised": resolved.late_unapologised,
            "pending_total": pending.total,
            "pending_in_time": pending.in_time,
            "pending_late": pending.late,
            "pending_late_apologised": pending.late_apologised,
            "pending_late_unapologised": pending.late_unapologised,
            "withdrawn": self.withdrawn,
            "stopped": self.stopped,
        }


class FieldFigures(Figures, frozen=True):
    """The same row for one field, which is named before its figures."""

    field: Annotated[Slug, "Lĩnh vực"] = keyed(name="linh_vuc")


class LateDossiers(Record, frozen=True):
    """Late dossiers with one reason, and what was done about them: numbers only, never a person."""

    number: Annotated[Count, "Số hồ sơ quá hạn"] = keyed(name="so")
    reason: Annotated[Text | None, "Lý do quá hạn"] = keyed(default=None, name="ly_do")
    done: Annotated[Text | None, "Đã làm gì"] = keyed(default=None, name="da_lam_gi")


class PortalRate(Record, frozen=True):
    """The on-time rate that the portal prints.  It is nothing without the number that it is taken of."""

    percent: Annotated[Points, "Tỷ lệ phần trăm Cổng ghi"] = keyed(name="ty_le")
    n: Annotated[Base, "Tính trên bao nhiêu hồ sơ"] = keyed(name="tong_ho_so")
    on_time: Annotated[Count | None, "Số hồ sơ Cổng tính là đúng hạn"] = keyed(default=None, name="dung_han")


class IndexPoints(Record, frozen=True):
    """Points of one group or metric of QĐ 766/QĐ-TTg."""

    code: Annotated[Text, "Mã nhóm hoặc mã chỉ số"] = keyed(name="ma")
    points: Annotated[Points, "Điểm đạt"] = keyed(name="diem")
    maximum: Annotated[Points | None, "Điểm tối đa nguồn ghi"] = keyed(default=None, name="diem_toi_da")


class SurveyAnswer(Record, frozen=True):
    """One question of the commune's own survey."""

    question: Annotated[Text, "Câu hỏi và câu trả lời được đếm"] = keyed(name="cau_hoi")
    n: Annotated[Base, "Số người trả lời"] = keyed(name="so_nguoi")
    percent: Annotated[Points, "Tỷ lệ phần trăm"] = keyed(name="ty_le")


class Feedback(Record, frozen=True):
    """Phản ánh, kiến nghị of the period, as numbers (NĐ 118/2025/NĐ-CP Art. 8)."""

    received: Annotated[Count | None, "Số phản ánh, kiến nghị nhận được"] = keyed(
        default=None, name="tiep_nhan"
    )
    answered: Annotated[Count | None, "Số đã trả lời"] = keyed(default=None, name="da_tra_loi")
    answered_late: Annotated[Count | None, "Trong đó trả lời muộn"] = keyed(default=None, name="tra_loi_muon")


class StatisticsReport(Record, frozen=True, kw_only=True):
    """``content/communes/<code>/statistics/<period>.yml``."""

    commune: Annotated[CommuneCode, "Mã xã"] = keyed(name="xa")
    since: Annotated[Day | None, "Kỳ báo cáo từ ngày"] = keyed(default=None, name="tu")
    until: Annotated[Day, "Kỳ báo cáo đến ngày"] = keyed(name="den")
    total: Annotated[Figures, "Tổng hợp"] = keyed(name="tong_hop")
    by_field: Annotated[tuple[FieldFigures, ...], "Theo lĩnh vực"] = keyed(default=(), name="theo_linh_vuc")
    late: Annotated[tuple[LateDossiers, ...], "Hồ sơ quá hạn và việc đã làm"] = keyed(
        default=(), name="ho_so_qua_han"
    )
    portal_rate: Annotated[PortalRate | None, "Tỷ lệ đúng hạn do Cổng ghi"] = keyed(
        default=None, name="ty_le_cua_cong"
    )
    index: Annotated[tuple[IndexPoints, ...], "Điểm theo Bộ chỉ số 766"] = keyed(
        default=(), name="chi_so_766"
    )
    survey: Annotated[tuple[SurveyAnswer, ...], "Khảo sát của xã"] = keyed(default=(), name="khao_sat")
    feedback: Annotated[Said[Feedback], "Phản ánh, kiến nghị trong kỳ"] = keyed(
        default=None, name="phan_anh_kien_nghi"
    )
    explanation: Annotated[Text | None, "Giải trình chênh lệch"] = keyed(default=None, name="giai_trinh")
    sources: Annotated[tuple[Source, ...], "Nguồn", Meta(min_length=1)] = keyed(name="nguon")
