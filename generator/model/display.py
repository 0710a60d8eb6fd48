"""The screens of a commune's center: how large they are, what they show and when (``man_hinh``)."""

from decimal import Decimal
from typing import Annotated, Literal, get_args

from msgspec import Meta
from msgspec import field as keyed

from generator.model.form import Form, NotOfForm, within
from generator.model.numbers import Whole, YesNo, metres
from generator.model.record import Record
from generator.model.text import ProcedureCode, Text
from generator.model.times import Beginning, Clock, Day, End

SlideName = Literal[
    "chao_mung", "thong_bao", "linh_vuc", "hoi_nhieu", "thay_doi", "ket_qua", "qua_han", "phan_anh", "lien_he"
]
"""The kinds of slides of the wall display."""

MONDAY, SUNDAY = 2, 8
DAYS = {"CN": SUNDAY} | {str(day): day for day in range(MONDAY, SUNDAY + 1)}


class WeekdayForm(Form, frozen=True):
    """See ``Weekday``."""

    def read(self, given: object) -> int:
        if isinstance(given, str) and (day := DAYS.get(given.strip().upper())):
            return day
        if not isinstance(given, int):
            raise NotOfForm("weekday")
        within(given, MONDAY, SUNDAY)
        return given

    def plain(self, value: int, *, written: bool) -> int | str:
        return "CN" if value == SUNDAY and written else value


Weekday = Annotated[int, WeekdayForm()]
"""As Vietnamese counts and names its days: 2 is Monday (thứ Hai), 7 Saturday, ``CN`` (or 8) Sunday."""


def iso(weekday: Weekday) -> int:
    """The day by ISO 8601: 1 is Monday, 7 Sunday."""
    return weekday - 1


class ShowWindow(Record, frozen=True, kw_only=True):
    """When something is shown: on these weekdays from one time to another, end exclusive.

    An end that is not after the beginning lies on the next day; weekday and days of validity are those of the
    beginning.  Equal times mean 24 hours.
    """

    weekdays: Annotated[tuple[Weekday, ...], "Các ngày trong tuần", Meta(min_length=1)] = keyed(
        default=tuple(range(MONDAY, SUNDAY + 1)), name="thu"
    )
    opens: Annotated[Clock, "Từ giờ"] = keyed(name="tu")
    closes: Annotated[Clock, "Đến giờ"] = keyed(name="den")
    since: Annotated[Day | None, "Từ ngày"] = keyed(default=None, name="tu_ngay")
    until: Annotated[Day | None, "Đến hết ngày"] = keyed(default=None, name="den_ngay")


class Notice(Record, frozen=True, kw_only=True):
    """A notice of a center, or of the board to all centers.  An urgent one takes the screen until it ends."""

    title: Annotated[Annotated[Text, Meta(max_length=60)] | None, "Tiêu đề thông báo"] = keyed(
        default=None, name="tieu_de"
    )
    text: Annotated[Text, "Nội dung thông báo", Meta(max_length=600)] = keyed(name="noi_dung")
    urgent: Annotated[YesNo, "Thông báo khẩn"] = keyed(default=False, name="khan")
    since: Annotated[Beginning | None, "Hiện từ lúc"] = keyed(default=None, name="tu_luc")
    until: Annotated[End | None, "Hết hạn lúc"] = keyed(default=None, name="het_han")
    windows: Annotated[tuple[ShowWindow, ...], "Lịch hiện"] = keyed(default=(), name="lich")


class Display(Record, frozen=True):
    """What a commune says of its wall display and its kiosk.  Everything has a default."""

    off: Annotated[YesNo, "Tắt màn hình của xã này"] = keyed(default=False, name="tat")
    inches: Annotated[int, Whole(10, 150), "Cỡ màn hình treo tường, tính bằng inch"] = keyed(
        default=55, name="inch"
    )
    distance: Annotated[Decimal, metres("1", "15"), "Người xem ngồi cách màn hình mấy mét"] = keyed(
        default=Decimal(3), name="khoang_cach_m"
    )
    scan_distance: Annotated[
        Annotated[Decimal, metres("0.5", "15")] | None, "Đứng cách mấy mét thì quét được mã QR"
    ] = keyed(default=None, name="quet_tu_m")
    orientation: Annotated[Literal["ngang", "doc"], "Hướng màn hình"] = keyed(default="ngang", name="huong")
    slides: Annotated[tuple[SlideName, ...], "Các trang của màn hình, theo thứ tự", Meta(min_length=1)] = (
        keyed(default=get_args(SlideName), name="trang")
    )
    asked: Annotated[tuple[ProcedureCode, ...], "Thủ tục được hỏi nhiều"] = keyed(
        default=(), name="hoi_nhieu"
    )
    windows: Annotated[tuple[ShowWindow, ...], "Lịch sáng màn hình"] = keyed(default=(), name="lich")
    notices: Annotated[tuple[Notice, ...], "Thông báo của Trung tâm"] = keyed(default=(), name="thong_bao")
