"""The facts of an inspection as they are published: ``kiem-tra/<code>/kiem-tra.json``."""

from datetime import date
from typing import Annotated

from msgspec import Struct
from msgspec import field as keyed


class CountData(Struct, frozen=True):
    """How many procedures lack one thing."""

    key: Annotated[str, "Khóa"] = keyed(name="khoa")
    label: Annotated[str, "Điều được kiểm tra"] = keyed(name="ten")
    lacking: Annotated[int, "Số thủ tục thiếu"] = keyed(name="so_thu_tuc_thieu")


class GapData(Struct, frozen=True):
    """What one procedure lacks."""

    code: Annotated[str, "Mã thủ tục"] = keyed(name="ma")
    name: Annotated[str, "Tên thủ tục"] = keyed(name="ten")
    detail: Annotated[str, "Mức độ chi tiết"] = keyed(name="muc_do")
    parts: Annotated[tuple[str, ...], "Thiếu phần nào của Điều 8"] = keyed(name="thieu_phan")
    optional: Annotated[tuple[str, ...], "Phần nguồn không nêu"] = keyed(name="nguon_khong_neu")
    checks: Annotated[tuple[str, ...], "Điều khác chưa đạt"] = keyed(name="kiem_tra")
    reviewed_on: Annotated[date | None, "Ngày rà soát"] = keyed(name="ngay_ra_soat")


class PeriodData(Struct, frozen=True):
    """One period of figures."""

    period: Annotated[str, "Kỳ, bằng lời"] = keyed(name="ky")
    notes: Annotated[tuple[str, ...], "Chỗ chưa khớp"] = keyed(name="chua_khop")
    explanation: Annotated[str | None, "Giải trình chênh lệch"] = keyed(name="giai_trinh")


class InspectionData(Struct, frozen=True):
    """Everything that the page says, with official terms without marks as keys."""

    code: Annotated[str, "Mã xã"] = keyed(name="ma_xa")
    name: Annotated[str, "Tên xã, phường, đặc khu"] = keyed(name="ten_xa")
    day: Annotated[date, "Tính đến ngày"] = keyed(name="ngay")
    total: Annotated[int, "Số thủ tục tiếp nhận"] = keyed(name="so_thu_tuc")
    full: Annotated[int, "Số bản ghi đầy đủ"] = keyed(name="so_ban_ghi_day_du")
    complete: Annotated[int, "Số thủ tục đủ sáu phần của Điều 8"] = keyed(name="so_thu_tuc_du_phan")
    parts: Annotated[tuple[CountData, ...], "Từng phần của Điều 8"] = keyed(name="dieu_8_khoan_2")
    optional: Annotated[tuple[CountData, ...], "Phần chỉ phải có khi có"] = keyed(name="chi_khi_co")
    checks: Annotated[tuple[CountData, ...], "Các điều khác"] = keyed(name="kiem_tra_khac")
    gaps: Annotated[tuple[GapData, ...], "Thủ tục còn thiếu"] = keyed(name="thu_tuc_con_thieu")
    upcoming: Annotated[tuple[str, ...], "Thủ tục sắp có hiệu lực"] = keyed(name="sap_co_hieu_luc")
    repealed: Annotated[tuple[str, ...], "Thủ tục đã bãi bỏ"] = keyed(name="da_bai_bo")
    periods: Annotated[tuple[PeriodData, ...], "Các kỳ số liệu"] = keyed(name="so_lieu")
    unpublished: Annotated[tuple[str, ...], "Thông tin về xã chưa công bố"] = keyed(
        name="thong_tin_xa_chua_cong_bo"
    )
    proposals: Annotated[int, "Số kiến nghị đã công bố"] = keyed(name="so_kien_nghi")
    overdue: Annotated[int, "Số kiến nghị quá hạn"] = keyed(name="so_kien_nghi_qua_han")
