"""Where a fact comes from."""

from pydantic import Field

from generator.model.text import Day, Link, Record, Text


class Source(Record):
    """A document or page that states a fact, and the day it was read there."""

    name: Text = Field(alias="ten", title="Tên nguồn")
    link: Link | None = Field(None, alias="lien_ket", title="Địa chỉ trang nguồn")
    day: Day | None = Field(None, alias="ngay", title="Ngày của nguồn")
