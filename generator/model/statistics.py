"""Periodic figures of a commune: Biểu 06 / II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP), unit: dossiers.

Cells that the source does not give stay empty; nothing is filled in for it.
"""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.source import Source
from generator.model.text import IN_DIGITS, CommuneCode, Day, Record, Said, Slug, Text

Count = Annotated[int, Field(ge=0, le=10_000_000), IN_DIGITS]
Base = Annotated[int, Field(ge=1, le=10_000_000), IN_DIGITS]
"""What a share is taken of."""

_DECIMAL = re.compile(r"[0-9]{1,3}([.,][0-9]{1,4})?")


def _decimal(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value.strip()):
        raise PydanticCustomError("decimal", "not a decimal")
    return Decimal(value.strip().replace(",", "."))


Points = Annotated[Decimal, BeforeValidator(_decimal), Field(ge=0, le=100)]
"""Points or per cent from 0 to 100, written ``87,22`` or ``87.22``."""


class Received(Record):
    """Tiếp nhận: total = online + in person and postal + carried over from the period before."""

    total: Count | None = Field(None, alias="tong", title="Tổng số tiếp nhận")
    online: Count | None = Field(None, alias="truc_tuyen", title="Trực tuyến")
    in_person_postal: Count | None = Field(
        None, alias="truc_tiep_buu_chinh", title="Trực tiếp, dịch vụ bưu chính"
    )
    carried_over: Count | None = Field(None, alias="ky_truoc", title="Từ kỳ trước chuyển qua")
    full_online: Count | None = Field(None, alias="toan_trinh", title="Trong trực tuyến: toàn trình")
    partly_online: Count | None = Field(None, alias="mot_phan", title="Trong trực tuyến: một phần")
    postal: Count | None = Field(None, alias="buu_chinh", title="Trong đó: bưu chính công ích (BCCI)")
    elsewhere: Count | None = Field(None, alias="phi_dia_gioi", title="Trong đó: nộp phi địa giới")


class Resolved(Record):
    """Đã giải quyết: total = early + on time + late."""

    total: Count | None = Field(None, alias="tong", title="Tổng số đã giải quyết")
    early: Count | None = Field(None, alias="truoc_han", title="Trước hạn")
    on_time: Count | None = Field(None, alias="dung_han", title="Đúng hạn")
    late: Count | None = Field(None, alias="qua_han", title="Quá hạn")
    late_apologised: Count | None = Field(
        None, alias="qua_han_da_xin_loi", title="Quá hạn, đã có thư xin lỗi"
    )
    late_unapologised: Count | None = Field(
        None, alias="qua_han_chua_xin_loi", title="Quá hạn, chưa có thư xin lỗi"
    )


class Pending(Record):
    """Đang giải quyết: total = in time + late."""

    total: Count | None = Field(None, alias="tong", title="Tổng số đang giải quyết")
    in_time: Count | None = Field(None, alias="trong_han", title="Trong hạn")
    late: Count | None = Field(None, alias="qua_han", title="Quá hạn")
    late_apologised: Count | None = Field(
        None, alias="qua_han_da_xin_loi", title="Quá hạn, đã có thư xin lỗi"
    )
    late_unapologised: Count | None = Field(
        None, alias="qua_han_chua_xin_loi", title="Quá hạn, chưa có thư xin lỗi"
    )


class Figures(Record):
    """One row of the form.  received.total = resolved.total + pending.total."""

    received: Received = Field(default_factory=Received, alias="tiep_nhan", title="Tiếp nhận")
    resolved: Resolved = Field(default_factory=Resolved, alias="da_giai_quyet", title="Đã giải quyết")
    pending: Pending = Field(default_factory=Pending, alias="dang_giai_quyet", title="Đang giải quyết")
    withdrawn: Count | None = Field(None, alias="rut", title="Hồ sơ xin rút")
    stopped: Count | None = Field(None, alias="dung_xu_ly", title="Hồ sơ dừng xử lý")

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


class _OfField(Record):
    """What a row is about stands before its figures."""

    field: Slug = Field(alias="linh_vuc", title="Lĩnh vực")


class FieldFigures(Figures, _OfField):
    """The same row for one field."""


class LateDossiers(Record):
    """Late dossiers with one reason, and what was done about them: numbers only, never a person."""

    number: Count = Field(alias="so", title="Số hồ sơ quá hạn")
    reason: Text | None = Field(None, alias="ly_do", title="Lý do quá hạn")
    done: Text | None = Field(None, alias="da_lam_gi", title="Đã làm gì")


class PortalRate(Record):
    """The on-time rate that the portal prints.  It is nothing without the number that it is taken of."""

    percent: Points = Field(alias="ty_le", title="Tỷ lệ phần trăm Cổng ghi")
    n: Base = Field(alias="tong_ho_so", title="Tính trên bao nhiêu hồ sơ")
    on_time: Count | None = Field(None, alias="dung_han", title="Số hồ sơ Cổng tính là đúng hạn")


class IndexPoints(Record):
    """Points of one group or metric of QĐ 766/QĐ-TTg."""

    code: Text = Field(alias="ma", title="Mã nhóm hoặc mã chỉ số")
    points: Points = Field(alias="diem", title="Điểm đạt")
    maximum: Points | None = Field(None, alias="diem_toi_da", title="Điểm tối đa nguồn ghi")


class SurveyAnswer(Record):
    """One question of the commune's own survey."""

    question: Text = Field(alias="cau_hoi", title="Câu hỏi và câu trả lời được đếm")
    n: Base = Field(alias="so_nguoi", title="Số người trả lời")
    percent: Points = Field(alias="ty_le", title="Tỷ lệ phần trăm")


class Feedback(Record):
    """Phản ánh, kiến nghị of the period, as numbers (NĐ 118/2025/NĐ-CP Art. 8)."""

    received: Count | None = Field(None, alias="tiep_nhan", title="Số phản ánh, kiến nghị nhận được")
    answered: Count | None = Field(None, alias="da_tra_loi", title="Số đã trả lời")
    answered_late: Count | None = Field(None, alias="tra_loi_muon", title="Trong đó trả lời muộn")


class StatisticsReport(Record):
    """``content/communes/<code>/statistics/<period>.yml``."""

    commune: CommuneCode = Field(alias="xa", title="Mã xã")
    since: Day | None = Field(None, alias="tu", title="Kỳ báo cáo từ ngày")
    until: Day = Field(alias="den", title="Kỳ báo cáo đến ngày")
    total: Figures = Field(alias="tong_hop", title="Tổng hợp")
    by_field: tuple[FieldFigures, ...] = Field((), alias="theo_linh_vuc", title="Theo lĩnh vực")
    late: tuple[LateDossiers, ...] = Field((), alias="ho_so_qua_han", title="Hồ sơ quá hạn và việc đã làm")
    portal_rate: PortalRate | None = Field(None, alias="ty_le_cua_cong", title="Tỷ lệ đúng hạn do Cổng ghi")
    index: tuple[IndexPoints, ...] = Field((), alias="chi_so_766", title="Điểm theo Bộ chỉ số 766")
    survey: tuple[SurveyAnswer, ...] = Field((), alias="khao_sat", title="Khảo sát của xã")
    feedback: Said[Feedback] = Field(None, alias="phan_anh_kien_nghi", title="Phản ánh, kiến nghị trong kỳ")
    explanation: Text | None = Field(None, alias="giai_trinh", title="Giải trình chênh lệch")
    sources: tuple[Source, ...] = Field(alias="nguon", title="Nguồn", min_length=1)
