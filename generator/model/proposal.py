"""What a commune has proposed (kiến nghị) to the agencies above it, and what they answered in writing."""

from typing import Literal

from pydantic import Field

from generator.model.source import Source
from generator.model.text import CommuneCode, Day, Record, Said, Slug, Text, WebLink

ProposalStatus = Literal["cho_tra_loi", "da_tra_loi", "da_rut"]


class Answer(Record):
    """The written answer (văn bản trả lời)."""

    number: Text | None = Field(None, alias="so_ky_hieu", title="Số, ký hiệu văn bản trả lời")
    day: Day | None = Field(None, alias="ngay", title="Ngày văn bản trả lời")
    issuer: Text | None = Field(None, alias="co_quan", title="Cơ quan trả lời")
    link: WebLink | None = Field(None, alias="lien_ket", title="Liên kết văn bản trả lời")
    summary: Text | None = Field(None, alias="noi_dung", title="Nội dung trả lời")


class Proposal(Record):
    """``content/proposals/<key>.yml``: one proposal.  A deadline that nobody set is derived when shown."""

    key: Slug = Field(alias="ma", title="Khóa kiến nghị")
    commune: CommuneCode = Field(alias="xa", title="Mã xã")
    day: Day = Field(alias="ngay", title="Ngày gửi kiến nghị")
    number: Text | None = Field(None, alias="so_ky_hieu", title="Số, ký hiệu văn bản kiến nghị")
    content: Text = Field(alias="noi_dung", title="Nội dung kiến nghị")
    addressee: Text = Field(alias="noi_nhan", title="Nơi nhận kiến nghị")
    due: Day | None = Field(None, alias="han_tra_loi", title="Hạn trả lời")
    status: ProposalStatus = Field(alias="trang_thai", title="Trạng thái")
    answer: Said[Answer] = Field(None, alias="tra_loi", title="Văn bản trả lời")
    sources: tuple[Source, ...] = Field(alias="nguon", title="Nguồn", min_length=1)

    @property
    def answered_on(self) -> Day | None:
        return self.answer.day if self.answer else None
