"""What one province or one commune says differently of a shared procedure, without copying it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.procedure import ChannelTerms, Validity
from generator.model.source import Source
from generator.model.text import Day, ProcedureCode, Record, Said, Text

AreaCode = Annotated[str, StringConstraints(pattern=r"^([0-9]{2}|[0-9]{5})$")]
"""A province (two digits) or a commune (five digits)."""


class Overlay(Record):
    """``content/overlays/<area>/<code>.yml``: shown beside the shared figures, with its own source."""

    area: AreaCode = Field(alias="noi_ap_dung", title="Mã tỉnh hoặc mã xã áp dụng")
    procedure: ProcedureCode = Field(alias="ma", title="Mã thủ tục")
    channels: tuple[ChannelTerms, ...] = Field((), alias="cach_thuc_thuc_hien", title="Cách thức thực hiện")
    place: Text | None = Field(None, alias="dia_diem", title="Địa điểm nộp")
    counter: Text | None = Field(None, alias="quay", title="Quầy")
    notes: tuple[Text, ...] = Field((), alias="luu_y", title="Lưu ý thêm")
    validity: Said[Validity] = Field(None, alias="hieu_luc", title="Hiệu lực")
    sources: tuple[Source, ...] = Field(alias="nguon", title="Nguồn", min_length=1)
    reviewed_on: Day | None = Field(None, alias="ngay_ra_soat", title="Ngày rà soát")
