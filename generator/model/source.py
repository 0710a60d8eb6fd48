"""Where a fact comes from."""

from typing import Annotated

from msgspec import field as keyed

from generator.model.record import Record
from generator.model.text import Text, WebLink
from generator.model.times import Day


class Source(Record, frozen=True):
    """A document or page that states a fact, and the day it was read there."""

    name: Annotated[Text, "Tên nguồn"] = keyed(name="ten")
    link: Annotated[WebLink | None, "Địa chỉ trang nguồn"] = keyed(default=None, name="lien_ket")
    day: Annotated[Day | None, "Ngày của nguồn"] = keyed(default=None, name="ngay")
