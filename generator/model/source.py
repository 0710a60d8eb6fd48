"""Where a fact comes from."""

from pydantic import Field

from generator.model.text import Day, Record, Text, WebLink


class Source(Record):
    """A document or page that states a fact, and the day it was read there."""

    name: Text = Field(alias="ten", title="Tên nguồn")
    link: WebLink | None = Field(None, alias="lien_ket", title="Địa chỉ trang nguồn")
    day: Day | None = Field(None, alias="ngay", title="Ngày của nguồn")
