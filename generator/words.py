"""The words for the keys of the model: the same on every page and every screen."""

CHANNELS = {"truc_tiep": "Trực tiếp", "truc_tuyen": "Trực tuyến", "buu_chinh": "Qua bưu chính"}
SCOPES = {
    "xa": "Thẩm quyền của xã",
    "dung_chung": "Dùng chung nhiều cấp",
    "tiep_nhan": "Xã chỉ tiếp nhận hồ sơ",
}
ONLINE = {
    "toan_trinh": "Trực tuyến toàn trình",
    "mot_phan": "Trực tuyến một phần",
    "thong_tin": "Chỉ cung cấp thông tin",
    "khong": "Chưa làm trực tuyến",
}
LEVELS = {"xa": "Cấp xã", "tinh": "Cấp tỉnh", "bo": "Cấp bộ", "khac": "Cơ quan khác"}
DETAIL = {"day_du": "Bản ghi đầy đủ", "danh_muc": "Bản ghi danh mục (chưa có hướng dẫn chi tiết)"}
NOT_STATED = "Nguồn chưa nêu"
FEE_WITHOUT_UNIT = "(không ghi đơn vị tiền)"
TIME_WITHOUT_UNIT = "(không ghi giờ hay ngày)"
"""Behind a number that stands alone in the source: nobody guesses what is counted."""
NOT_PUBLISHED = "Chưa công bố"
_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
WEEKDAYS = dict(enumerate(_DAYS, start=2))
