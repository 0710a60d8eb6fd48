"""The facts of an inspection as they are published: ``kiem-tra/<code>/kiem-tra.json``."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field


class _Published(BaseModel):
    model_config = ConfigDict(frozen=True)


class CountData(_Published):
    """How many procedures lack one thing."""

    key: str = Field(serialization_alias="khoa", title="Khóa")
    label: str = Field(serialization_alias="ten", title="Điều được kiểm tra")
    lacking: int = Field(serialization_alias="so_thu_tuc_thieu", title="Số thủ tục thiếu")


class GapData(_Published):
    """What one procedure lacks."""

    code: str = Field(serialization_alias="ma", title="Mã thủ tục")
    name: str = Field(serialization_alias="ten", title="Tên thủ tục")
    detail: str = Field(serialization_alias="muc_do", title="Mức độ chi tiết")
    parts: tuple[str, ...] = Field(serialization_alias="thieu_phan", title="Thiếu phần nào của Điều 8")
    optional: tuple[str, ...] = Field(serialization_alias="nguon_khong_neu", title="Phần nguồn không nêu")
    checks: tuple[str, ...] = Field(serialization_alias="kiem_tra", title="Điều khác chưa đạt")
    reviewed_on: date | None = Field(serialization_alias="ngay_ra_soat", title="Ngày rà soát")


class PeriodData(_Published):
    """One period of figures."""

    period: str = Field(serialization_alias="ky", title="Kỳ, bằng lời")
    notes: tuple[str, ...] = Field(serialization_alias="chua_khop", title="Chỗ chưa khớp")
    explanation: str | None = Field(serialization_alias="giai_trinh", title="Giải trình chênh lệch")


class InspectionData(_Published):
    """Everything that the page says, with official terms without marks as keys."""

    code: str = Field(serialization_alias="ma_xa", title="Mã xã")
    name: str = Field(serialization_alias="ten_xa", title="Tên xã, phường, đặc khu")
    day: date = Field(serialization_alias="ngay", title="Tính đến ngày")
    total: int = Field(serialization_alias="so_thu_tuc", title="Số thủ tục tiếp nhận")
    full: int = Field(serialization_alias="so_ban_ghi_day_du", title="Số bản ghi đầy đủ")
    complete: int = Field(serialization_alias="so_thu_tuc_du_phan", title="Số thủ tục đủ sáu phần của Điều 8")
    parts: tuple[CountData, ...] = Field(serialization_alias="dieu_8_khoan_2", title="Từng phần của Điều 8")
    optional: tuple[CountData, ...] = Field(serialization_alias="chi_khi_co", title="Phần chỉ phải có khi có")
    checks: tuple[CountData, ...] = Field(serialization_alias="kiem_tra_khac", title="Các điều khác")
    gaps: tuple[GapData, ...] = Field(serialization_alias="thu_tuc_con_thieu", title="Thủ tục còn thiếu")
    upcoming: tuple[str, ...] = Field(serialization_alias="sap_co_hieu_luc", title="Thủ tục sắp có hiệu lực")
    repealed: tuple[str, ...] = Field(serialization_alias="da_bai_bo", title="Thủ tục đã bãi bỏ")
    periods: tuple[PeriodData, ...] = Field(serialization_alias="so_lieu", title="Các kỳ số liệu")
    unpublished: tuple[str, ...] = Field(
        serialization_alias="thong_tin_xa_chua_cong_bo", title="Thông tin về xã chưa công bố"
    )
    proposals: int = Field(serialization_alias="so_kien_nghi", title="Số kiến nghị đã công bố")
    overdue: int = Field(serialization_alias="so_kien_nghi_qua_han", title="Số kiến nghị quá hạn")
