"""What a commune has proposed (kiến nghị) to the agencies above it, and what they answered in writing."""

from typing import Annotated, Literal

from msgspec import Meta
from msgspec import field as keyed

from generator.model.record import Record, Said
from generator.model.source import Source
from generator.model.text import CommuneCode, Slug, Text, WebLink
from generator.model.times import Day

ProposalStatus = Literal["cho_tra_loi", "da_tra_loi", "da_rut"]


class Answer(Record, frozen=True):
    """The written answer (văn bản trả lời)."""

    number: Annotated[Text | None, "Số, ký hiệu văn bản trả lời"] = keyed(default=None, name="so_ky_hieu")
    day: Annotated[Day | None, "Ngày văn bản trả lời"] = keyed(default=None, name="ngay")
    issuer: Annotated[Text | None, "Cơ quan trả lời"] = keyed(default=None, name="co_quan")
    link: Annotated[WebLink | None, "Liên kết văn bản trả lời"] = keyed(default=None, name="lien_ket")
    summary: Annotated[Text | None, "Nội dung trả lời"] = keyed(default=None, name="noi_dung")


class Proposal(Record, frozen=True, kw_only=True):
    """``content/proposals/<key>.yml``: one proposal.  A deadline that nobody set is derived when shown."""

    key: Annotated[Slug, "Khóa kiến nghị"] = keyed(name="ma")
    commune: Annotated[CommuneCode, "Mã xã"] = keyed(name="xa")
    day: Annotated[Day, "Ngày gửi kiến nghị"] = keyed(name="ngay")
    number: Annotated[Text | None, "Số, ký hiệu văn bản kiến nghị"] = keyed(default=None, name="so_ky_hieu")
    content: Annotated[Text, "Nội dung kiến nghị"] = keyed(name="noi_dung")
    addressee: Annotated[Text, "Nơi nhận kiến nghị"] = keyed(name="noi_nhan")
    due: Annotated[Day | None, "Hạn trả lời"] = keyed(default=None, name="han_tra_loi")
    status: Annotated[ProposalStatus, "Trạng thái"] = keyed(name="trang_thai")
    answer: Annotated[Said[Answer], "Văn bản trả lời"] = keyed(default=None, name="tra_loi")
    sources: Annotated[tuple[Source, ...], "Nguồn", Meta(min_length=1)] = keyed(name="nguon")

    @property
    def answered_on(self) -> Day | None:
        return self.answer.day if self.answer else None
