"""What one province or one commune says differently of a shared procedure, without copying it."""

from typing import Annotated

from msgspec import Meta
from msgspec import field as keyed

from generator.model.procedure import ChannelTerms, Validity
from generator.model.record import Record, Said
from generator.model.source import Source
from generator.model.text import ProcedureCode, Text, like
from generator.model.times import Day

AreaCode = Annotated[str, like(r"^([0-9]{2}|[0-9]{5})$")]
"""A province (two digits) or a commune (five digits)."""


class Overlay(Record, frozen=True, kw_only=True):
    """``content/overlays/<area>/<code>.yml``: shown beside the shared figures, with its own source."""

    area: Annotated[AreaCode, "Mã tỉnh hoặc mã xã áp dụng"] = keyed(name="noi_ap_dung")
    procedure: Annotated[ProcedureCode, "Mã thủ tục"] = keyed(name="ma")
    channels: Annotated[tuple[ChannelTerms, ...], "Cách thức thực hiện"] = keyed(
        default=(), name="cach_thuc_thuc_hien"
    )
    place: Annotated[Text | None, "Địa điểm nộp"] = keyed(default=None, name="dia_diem")
    counter: Annotated[Text | None, "Quầy"] = keyed(default=None, name="quay")
    notes: Annotated[tuple[Text, ...], "Lưu ý thêm"] = keyed(default=(), name="luu_y")
    validity: Annotated[Said[Validity], "Hiệu lực"] = keyed(default=None, name="hieu_luc")
    sources: Annotated[tuple[Source, ...], "Nguồn", Meta(min_length=1)] = keyed(name="nguon")
    reviewed_on: Annotated[Day | None, "Ngày rà soát"] = keyed(default=None, name="ngay_ra_soat")
