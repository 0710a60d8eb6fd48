"""The screens of a commune's center: how large they are, what they show and when (``man_hinh``)."""

import re
from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, PlainSerializer, SerializationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.text import (
    Beginning,
    Clock,
    Day,
    End,
    ProcedureCode,
    Record,
    Text,
    Whole,
    YesNo,
    as_written,
)

SlideName = Literal[
    "chao_mung", "thong_bao", "linh_vuc", "hoi_nhieu", "thay_doi", "ket_qua", "qua_han", "phan_anh", "lien_he"
]
"""The kinds of slides of the wall display."""

MONDAY, SUNDAY = 2, 8
_DAYS = {"CN": SUNDAY} | {str(day): day for day in range(MONDAY, SUNDAY + 1)}


def _weekday(value: object) -> object:
    if isinstance(value, str) and (day := _DAYS.get(value.strip().upper())):
        return day
    if isinstance(value, int):
        return value
    raise PydanticCustomError("weekday", "not a day of the week")


_Written = WithJsonSchema(
    {"anyOf": [{"type": "integer", "minimum": MONDAY, "maximum": SUNDAY}, {"enum": list(_DAYS)}]}
)


def _day_as_read(value: int, info: SerializationInfo) -> int | str:
    return "CN" if value == SUNDAY and as_written(info) else value


_AsRead = PlainSerializer(_day_as_read, when_used="json")
Weekday = Annotated[int, Field(ge=MONDAY, le=SUNDAY), BeforeValidator(_weekday), _AsRead, _Written]
"""As Vietnamese counts and names its days: 2 is Monday (thứ Hai), 7 Saturday, ``CN`` (or 8) Sunday."""


def iso(weekday: Weekday) -> int:
    """The day by ISO 8601: 1 is Monday, 7 Sunday."""
    return weekday - 1


_METRES = re.compile(r"[0-9]{1,2}([.,][0-9]{1,2})?")


def _metres(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str) or not _METRES.fullmatch(value.strip()):
        raise PydanticCustomError("metres", "not a number of metres")
    return Decimal(value.strip().replace(",", "."))


Metres = Annotated[Decimal, BeforeValidator(_metres)]
"""A distance, ``3`` or ``2,5``."""


class ShowWindow(Record):
    """When something is shown: on these weekdays from one time to another, end exclusive.

    An end that is not after the beginning lies on the next day; weekday and days of validity are those of the
    beginning.  Equal times mean 24 hours.
    """

    weekdays: tuple[Weekday, ...] = Field(
        tuple(range(MONDAY, SUNDAY + 1)), alias="thu", title="Các ngày trong tuần", min_length=1
    )
    opens: Clock = Field(alias="tu", title="Từ giờ")
    closes: Clock = Field(alias="den", title="Đến giờ")
    since: Day | None = Field(None, alias="tu_ngay", title="Từ ngày")
    until: Day | None = Field(None, alias="den_ngay", title="Đến hết ngày")


class Notice(Record):
    """A notice of a center, or of the board to all centers.  An urgent one takes the screen until it ends."""

    title: Text | None = Field(None, alias="tieu_de", title="Tiêu đề thông báo", max_length=60)
    text: Text = Field(alias="noi_dung", title="Nội dung thông báo", max_length=600)
    urgent: YesNo = Field(False, alias="khan", title="Thông báo khẩn")
    since: Beginning | None = Field(None, alias="tu_luc", title="Hiện từ lúc")
    until: End | None = Field(None, alias="het_han", title="Hết hạn lúc")
    windows: tuple[ShowWindow, ...] = Field((), alias="lich", title="Lịch hiện")


class Display(Record):
    """What a commune says of its wall display and its kiosk.  Everything has a default."""

    off: YesNo = Field(False, alias="tat", title="Tắt màn hình của xã này")
    inches: Whole = Field(55, alias="inch", title="Cỡ màn hình treo tường, tính bằng inch", ge=10, le=150)
    distance: Metres = Field(
        Decimal(3), alias="khoang_cach_m", title="Người xem ngồi cách màn hình mấy mét", ge=1, le=15
    )
    scan_distance: Metres | None = Field(
        None, alias="quet_tu_m", title="Đứng cách mấy mét thì quét được mã QR", ge=0.5, le=15
    )
    orientation: Literal["ngang", "doc"] = Field("ngang", alias="huong", title="Hướng màn hình")
    slides: tuple[SlideName, ...] = Field(
        get_args(SlideName), alias="trang", title="Các trang của màn hình, theo thứ tự", min_length=1
    )
    asked: tuple[ProcedureCode, ...] = Field((), alias="hoi_nhieu", title="Thủ tục được hỏi nhiều")
    windows: tuple[ShowWindow, ...] = Field((), alias="lich", title="Lịch sáng màn hình")
    notices: tuple[Notice, ...] = Field((), alias="thong_bao", title="Thông báo của Trung tâm")
