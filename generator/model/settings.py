"""What a board says of itself: its publisher, its provinces, its fields and its life events."""

from typing import Annotated, Literal

from msgspec import Meta
from msgspec import field as keyed

from generator.model.display import Notice
from generator.model.numbers import Whole, YesNo
from generator.model.record import Record
from generator.model.text import (
    Link,
    Phone,
    ProcedureCode,
    ProvinceCode,
    SiteAddress,
    Slug,
    Text,
    WebLink,
    like,
)


class Province(Record, frozen=True):
    """A province that the board holds communes of."""

    code: Annotated[ProvinceCode, "Mã tỉnh"] = keyed(name="ma")
    name: Annotated[Text, "Tên tỉnh"] = keyed(name="ten")


LinkTemplate = Annotated[Text, like(r"^https://[^\s<>\"]+$")]


class Portal(Record, frozen=True):
    """How to link to the national portal.  Kept here, never in records: its addresses change."""

    name: Annotated[Text, "Tên cổng"] = keyed(name="ten")
    home: Annotated[WebLink, "Trang chủ của cổng"] = keyed(name="trang_chu")
    procedure: Annotated[
        LinkTemplate | None, "Mẫu liên kết tới một thủ tục, với {formality_id} hoặc {ma}"
    ] = keyed(default=None, name="mau_lien_ket")


class Complaints(Record, frozen=True):
    """Where citizens complain.  What is not published stays empty."""

    phone: Annotated[Phone | None, "Đường dây nóng"] = keyed(default=None, name="dien_thoai")
    link: Annotated[Link | None, "Trang tiếp nhận phản ánh, kiến nghị"] = keyed(default=None, name="lien_ket")
    link_name: Annotated[Text | None, "Tên trang tiếp nhận phản ánh"] = keyed(
        default=None, name="ten_lien_ket"
    )
    address: Annotated[Text | None, "Nơi nhận đơn"] = keyed(default=None, name="dia_chi")


class ReviewPeriods(Record, frozen=True):
    """After how many days without review a record is called stale."""

    full: Annotated[int, Whole(1, 3650), "Số ngày cho bản ghi đầy đủ"] = keyed(default=90, name="day_du")
    catalogue: Annotated[int, Whole(1, 3650), "Số ngày cho bản ghi danh mục"] = keyed(
        default=365, name="danh_muc"
    )


class BoardSettings(Record, frozen=True):
    """``content/board.yml``: one board is one folder and one publisher."""

    name: Annotated[Text, "Tên bảng công khai"] = keyed(name="ten")
    publisher: Annotated[Text, "Đơn vị công khai"] = keyed(name="don_vi")
    url: Annotated[SiteAddress, "Địa chỉ của trang"] = keyed(name="dia_chi_trang")
    provinces: Annotated[tuple[Province, ...], "Các tỉnh", Meta(min_length=1)] = keyed(name="tinh")
    portal: Annotated[Portal | None, "Cổng dịch vụ công"] = keyed(default=None, name="cong_dich_vu_cong")
    complaints: Annotated[Complaints, "Phản ánh, kiến nghị"] = keyed(
        default_factory=Complaints, name="phan_anh"
    )
    review: Annotated[ReviewPeriods, "Hạn rà soát"] = keyed(default_factory=ReviewPeriods, name="ra_soat")
    on_time_formula: Annotated[Literal["a", "b", "c"], "Công thức đúng hạn"] = keyed(
        default="a", name="cong_thuc_dung_han"
    )
    licence: Annotated[Text | None, "Giấy phép sử dụng dữ liệu"] = keyed(default=None, name="giay_phep")
    licence_link: Annotated[WebLink | None, "Liên kết giấy phép"] = keyed(
        default=None, name="lien_ket_giay_phep"
    )
    open_data: Annotated[YesNo, "Xuất dữ liệu mở"] = keyed(default=True, name="du_lieu_mo")
    notice: Annotated[Text | None, "Thông báo đầu trang"] = keyed(default=None, name="thong_bao")
    screen_notices: Annotated[tuple[Notice, ...], "Thông báo trên màn hình của mọi xã"] = keyed(
        default=(), name="thong_bao_man_hinh"
    )


class CatalogueField(Record, frozen=True):
    """A field (lĩnh vực) that procedures are grouped by."""

    key: Annotated[Slug, "Khóa lĩnh vực"] = keyed(name="ma")
    name: Annotated[Text, "Tên lĩnh vực"] = keyed(name="ten")
    description: Annotated[Text | None, "Gồm những việc gì"] = keyed(default=None, name="mo_ta")


class Fields(Record, frozen=True):
    """``content/fields.yml``."""

    items: Annotated[tuple[CatalogueField, ...], "Các lĩnh vực", Meta(min_length=1)] = keyed(name="linh_vuc")


class LifeEvent(Record, frozen=True, kw_only=True):
    """A situation in life, and the procedures that people then need, in order."""

    key: Annotated[Slug, "Khóa sự kiện"] = keyed(name="ma")
    name: Annotated[Text, "Tên sự kiện"] = keyed(name="ten")
    description: Annotated[Text | None, "Mô tả"] = keyed(default=None, name="mo_ta")
    procedures: Annotated[tuple[ProcedureCode, ...], "Các thủ tục", Meta(min_length=1)] = keyed(
        name="thu_tuc"
    )


class LifeEvents(Record, frozen=True):
    """``content/life_events.yml``."""

    items: Annotated[tuple[LifeEvent, ...], "Các sự kiện"] = keyed(default=(), name="su_kien")
