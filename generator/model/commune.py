"""A commune's Public Administrative Service Center, as it describes itself."""

from pydantic import Field

from generator.model.display import Display, Weekday
from generator.model.source import Source
from generator.model.text import (
    EMAIL,
    PHONE,
    Clock,
    CommuneCode,
    Day,
    ProcedureCode,
    ProvinceCode,
    Record,
    Slug,
    Text,
    WebLink,
)


class OpeningHours(Record):
    """When the counter is open: days of the week, from and to, end exclusive."""

    weekdays: tuple[Weekday, ...] = Field(alias="thu", title="Các ngày trong tuần")
    opens: Clock = Field(alias="tu", title="Từ giờ")
    closes: Clock = Field(alias="den", title="Đến giờ")


class Counter(Record):
    """A counter (quầy) and the fields it serves."""

    name: Text = Field(alias="ten", title="Tên quầy")
    fields: tuple[Slug, ...] = Field((), alias="linh_vuc", title="Lĩnh vực")


class Commune(Record):
    """One commune.  What nobody published stays empty and is shown as "chưa công bố"."""

    code: CommuneCode = Field(alias="ma", title="Mã xã")
    name: Text = Field(alias="ten", title="Tên xã, phường, đặc khu")
    province: ProvinceCode = Field(alias="tinh", title="Mã tỉnh")
    former_names: tuple[Text, ...] = Field((), alias="ten_cu", title="Tên các xã cũ")
    address: Text | None = Field(None, alias="dia_chi", title="Địa chỉ Trung tâm")
    hours: tuple[OpeningHours, ...] = Field((), alias="gio_lam_viec", title="Giờ làm việc")
    phone: Text | None = Field(None, alias="dien_thoai", title="Điện thoại", pattern=PHONE, max_length=30)
    email: Text | None = Field(None, alias="thu_dien_tu", title="Thư điện tử", pattern=EMAIL)
    website: WebLink | None = Field(None, alias="trang_web", title="Trang web")
    map_link: WebLink | None = Field(None, alias="ban_do", title="Liên kết bản đồ")
    counters: tuple[Counter, ...] = Field((), alias="quay", title="Các quầy")
    not_received: tuple[ProcedureCode, ...] = Field(
        (), alias="khong_tiep_nhan", title="Thủ tục không tiếp nhận tại đây"
    )
    display: Display = Field(default_factory=Display, alias="man_hinh", title="Màn hình của Trung tâm")
    sources: tuple[Source, ...] = Field((), alias="nguon", title="Nguồn")
    reviewed_on: Day | None = Field(None, alias="ngay_ra_soat", title="Ngày rà soát")
