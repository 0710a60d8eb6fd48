"""What one province or one commune says differently of a shared procedure, without copying it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.procedure import ChannelKind, Validity
from generator.model.source import Source
from generator.model.stated import Stated, fee, time_limit
from generator.model.text import Day, ProcedureCode, Record, Text

AreaCode = Annotated[str, StringConstraints(pattern=r"^([0-9]{2}|[0-9]{5})$")]
"""A province (two digits) or a commune (five digits)."""


class ChannelOverride(Record):
    """A fee or a time limit of one channel, as decided locally."""

    kind: ChannelKind = Field(alias="hinh_thuc", title="Hình thức nộp")
    case: Text | None = Field(None, alias="truong_hop", title="Trường hợp")
    time_limit_text: Text | None = Field(None, alias="thoi_han", title="Thời hạn giải quyết")
    fee_text: Text | None = Field(None, alias="phi_le_phi", title="Phí, lệ phí")

    @property
    def fee(self) -> Stated:
        return fee(self.fee_text)

    @property
    def time_limit(self) -> Stated:
        return time_limit(self.time_limit_text)


class Overlay(Record):
    """``content/overlays/<area>/<code>.yml``: shown beside the shared figures, with its own source."""

    area: AreaCode = Field(alias="noi_ap_dung", title="Mã tỉnh hoặc mã xã áp dụng")
    procedure: ProcedureCode = Field(alias="ma", title="Mã thủ tục")
    channels: tuple[ChannelOverride, ...] = Field(
        (), alias="cach_thuc_thuc_hien", title="Cách thức thực hiện"
    )
    place: Text | None = Field(None, alias="dia_diem", title="Địa điểm nộp")
    counter: Text | None = Field(None, alias="quay", title="Quầy")
    notes: tuple[Text, ...] = Field((), alias="luu_y", title="Lưu ý thêm")
    validity: Validity | None = Field(None, alias="hieu_luc", title="Hiệu lực")
    sources: tuple[Source, ...] = Field(alias="nguon", title="Nguồn", min_length=1)
    reviewed_on: Day | None = Field(None, alias="ngay_ra_soat", title="Ngày rà soát")
