"""A commune's Public Administrative Service Center, as it describes itself."""

from typing import Annotated

from msgspec import field as keyed

from generator.model.display import Display, Weekday
from generator.model.record import Record
from generator.model.source import Source
from generator.model.text import CommuneCode, Email, Phone, ProcedureCode, ProvinceCode, Slug, Text, WebLink
from generator.model.times import Clock, Day


class OpeningHours(Record, frozen=True):
    """When the counter is open: days of the week, from and to, end exclusive."""

    weekdays: Annotated[tuple[Weekday, ...], "Các ngày trong tuần"] = keyed(name="thu")
    opens: Annotated[Clock, "Từ giờ"] = keyed(name="tu")
    closes: Annotated[Clock, "Đến giờ"] = keyed(name="den")


class Counter(Record, frozen=True):
    """A counter (quầy) and the fields it serves."""

    name: Annotated[Text, "Tên quầy"] = keyed(name="ten")
    fields: Annotated[tuple[Slug, ...], "Lĩnh vực"] = keyed(default=(), name="linh_vuc")


class Commune(Record, frozen=True):
    """One commune.  What nobody published stays empty and is shown as "chưa công bố"."""

    code: Annotated[CommuneCode, "Mã xã"] = keyed(name="ma")
    name: Annotated[Text, "Tên xã, phường, đặc khu"] = keyed(name="ten")
    province: Annotated[ProvinceCode, "Mã tỉnh"] = keyed(name="tinh")
    former_names: Annotated[tuple[Text, ...], "Tên các xã cũ"] = keyed(default=(), name="ten_cu")
    address: Annotated[Text | None, "Địa chỉ Trung tâm"] = keyed(default=None, name="dia_chi")
    hours: Annotated[tuple[OpeningHours, ...], "Giờ làm việc"] = keyed(default=(), name="gio_lam_viec")
    phone: Annotated[Phone | None, "Điện thoại"] = keyed(default=None, name="dien_thoai")
    email: Annotated[Email | None, "Thư điện tử"] = keyed(default=None, name="thu_dien_tu")
    website: Annotated[WebLink | None, "Trang web"] = keyed(default=None, name="trang_web")
    map_link: Annotated[WebLink | None, "Liên kết bản đồ"] = keyed(default=None, name="ban_do")
    counters: Annotated[tuple[Counter, ...], "Các quầy"] = keyed(default=(), name="quay")
    not_received: Annotated[tuple[ProcedureCode, ...], "Thủ tục không tiếp nhận tại đây"] = keyed(
        default=(), name="khong_tiep_nhan"
    )
    display: Annotated[Display, "Màn hình của Trung tâm"] = keyed(default_factory=Display, name="man_hinh")
    sources: Annotated[tuple[Source, ...], "Nguồn"] = keyed(default=(), name="nguon")
    reviewed_on: Annotated[Day | None, "Ngày rà soát"] = keyed(default=None, name="ngay_ra_soat")
