"""What a board says of itself: its publisher, its provinces, its fields and its life events."""

from typing import Literal

from pydantic import Field

from generator.model.display import Notice
from generator.model.text import (
    PHONE,
    Link,
    ProcedureCode,
    ProvinceCode,
    Record,
    SiteAddress,
    Slug,
    Text,
    WebLink,
    Whole,
    YesNo,
)


class Province(Record):
    """A province that the board holds communes of."""

    code: ProvinceCode = Field(alias="ma", title="Mã tỉnh")
    name: Text = Field(alias="ten", title="Tên tỉnh")


class Portal(Record):
    """How to link to the national portal.  Kept here, never in records: its addresses change."""

    name: Text = Field(alias="ten", title="Tên cổng")
    home: WebLink = Field(alias="trang_chu", title="Trang chủ của cổng")
    procedure: Text | None = Field(
        None,
        alias="mau_lien_ket",
        title="Mẫu liên kết tới một thủ tục, với {formality_id} hoặc {ma}",
        pattern=r"^https://[^\s<>\"]+$",
    )


class Complaints(Record):
    """Where citizens complain.  What is not published stays empty."""

    phone: Text | None = Field(None, alias="dien_thoai", title="Đường dây nóng", pattern=PHONE, max_length=30)
    link: Link | None = Field(None, alias="lien_ket", title="Trang tiếp nhận phản ánh, kiến nghị")
    link_name: Text | None = Field(None, alias="ten_lien_ket", title="Tên trang tiếp nhận phản ánh")
    address: Text | None = Field(None, alias="dia_chi", title="Nơi nhận đơn")


class ReviewPeriods(Record):
    """After how many days without review a record is called stale."""

    full: Whole = Field(90, alias="day_du", title="Số ngày cho bản ghi đầy đủ", ge=1, le=3650)
    catalogue: Whole = Field(365, alias="danh_muc", title="Số ngày cho bản ghi danh mục", ge=1, le=3650)


class BoardSettings(Record):
    """``content/board.yml``: one board is one folder and one publisher."""

    name: Text = Field(alias="ten", title="Tên bảng công khai")
    publisher: Text = Field(alias="don_vi", title="Đơn vị công khai")
    url: SiteAddress = Field(alias="dia_chi_trang", title="Địa chỉ của trang")
    provinces: tuple[Province, ...] = Field(alias="tinh", title="Các tỉnh", min_length=1)
    portal: Portal | None = Field(None, alias="cong_dich_vu_cong", title="Cổng dịch vụ công")
    complaints: Complaints = Field(default_factory=Complaints, alias="phan_anh", title="Phản ánh, kiến nghị")
    review: ReviewPeriods = Field(default_factory=ReviewPeriods, alias="ra_soat", title="Hạn rà soát")
    on_time_formula: Literal["a", "b", "c"] = Field(
        "a", alias="cong_thuc_dung_han", title="Công thức đúng hạn"
    )
    licence: Text | None = Field(None, alias="giay_phep", title="Giấy phép sử dụng dữ liệu")
    licence_link: WebLink | None = Field(None, alias="lien_ket_giay_phep", title="Liên kết giấy phép")
    open_data: YesNo = Field(True, alias="du_lieu_mo", title="Xuất dữ liệu mở")
    notice: Text | None = Field(None, alias="thong_bao", title="Thông báo đầu trang")
    screen_notices: tuple[Notice, ...] = Field(
        (), alias="thong_bao_man_hinh", title="Thông báo trên màn hình của mọi xã"
    )


class CatalogueField(Record):
    """A field (lĩnh vực) that procedures are grouped by."""

    key: Slug = Field(alias="ma", title="Khóa lĩnh vực")
    name: Text = Field(alias="ten", title="Tên lĩnh vực")
    description: Text | None = Field(None, alias="mo_ta", title="Gồm những việc gì")


class Fields(Record):
    """``content/fields.yml``."""

    items: tuple[CatalogueField, ...] = Field(alias="linh_vuc", title="Các lĩnh vực", min_length=1)


class LifeEvent(Record):
    """A situation in life, and the procedures that people then need, in order."""

    key: Slug = Field(alias="ma", title="Khóa sự kiện")
    name: Text = Field(alias="ten", title="Tên sự kiện")
    description: Text | None = Field(None, alias="mo_ta", title="Mô tả")
    procedures: tuple[ProcedureCode, ...] = Field(alias="thu_tuc", title="Các thủ tục", min_length=1)


class LifeEvents(Record):
    """``content/life_events.yml``."""

    items: tuple[LifeEvent, ...] = Field((), alias="su_kien", title="Các sự kiện")
