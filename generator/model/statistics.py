"""Periodic figures of a commune: Biểu 06 / II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP), unit: dossiers.

Cells that the source does not give stay empty; nothing is filled in for it.
"""

from typing import Annotated

from pydantic import Field

from generator.model.source import Source
from generator.model.text import CommuneCode, Day, Record, Slug, Text

Count = Annotated[int, Field(ge=0, le=10_000_000)]


class Received(Record):
    """Tiếp nhận: total = online + in person and postal + carried over from the period before."""

    total: Count | None = Field(None, alias="tong", title="Tổng số tiếp nhận")
    online: Count | None = Field(None, alias="truc_tuyen", title="Trực tuyến")
    in_person_postal: Count | None = Field(
        None, alias="truc_tiep_buu_chinh", title="Trực tiếp, dịch vụ bưu chính"
    )
    carried_over: Count | None = Field(None, alias="ky_truoc", title="Từ kỳ trước chuyển qua")


class Resolved(Record):
    """Đã giải quyết: total = early + on time + late."""

    total: Count | None = Field(None, alias="tong", title="Tổng số đã giải quyết")
    early: Count | None = Field(None, alias="truoc_han", title="Trước hạn")
    on_time: Count | None = Field(None, alias="dung_han", title="Đúng hạn")
    late: Count | None = Field(None, alias="qua_han", title="Quá hạn")


class Pending(Record):
    """Đang giải quyết: total = in time + late."""

    total: Count | None = Field(None, alias="tong", title="Tổng số đang giải quyết")
    in_time: Count | None = Field(None, alias="trong_han", title="Trong hạn")
    late: Count | None = Field(None, alias="qua_han", title="Quá hạn")


class Figures(Record):
    """One row of the form.  received.total = resolved.total + pending.total."""

    received: Received = Field(default_factory=Received, alias="tiep_nhan", title="Tiếp nhận")
    resolved: Resolved = Field(default_factory=Resolved, alias="da_giai_quyet", title="Đã giải quyết")
    pending: Pending = Field(default_factory=Pending, alias="dang_giai_quyet", title="Đang giải quyết")


class FieldFigures(Figures):
    """The same row for one field."""

    field: Slug = Field(alias="linh_vuc", title="Lĩnh vực")


class StatisticsReport(Record):
    """``content/communes/<code>/statistics/<period>.yml``."""

    commune: CommuneCode = Field(alias="xa", title="Mã xã")
    since: Day | None = Field(None, alias="tu", title="Kỳ báo cáo từ ngày")
    until: Day = Field(alias="den", title="Kỳ báo cáo đến ngày")
    total: Figures = Field(alias="tong_hop", title="Tổng hợp")
    by_field: tuple[FieldFigures, ...] = Field((), alias="theo_linh_vuc", title="Theo lĩnh vực")
    explanation: Text | None = Field(None, alias="giai_trinh", title="Giải trình chênh lệch")
    sources: tuple[Source, ...] = Field(alias="nguon", title="Nguồn", min_length=1)
