"""The columns of Biểu 06 / II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP) as our cells, and what real exports add.

A row is a mapping from the key of a column to its count, or to None where the source leaves the cell empty.
"""

from collections.abc import Mapping

Cells = Mapping[str, int | None]
"""One row: every key of ``PATHS``, with its count or None."""

PATHS: Mapping[str, tuple[str, ...]] = {
    "received_total": ("tiep_nhan", "tong"),
    "received_online": ("tiep_nhan", "truc_tuyen"),
    "received_in_person_postal": ("tiep_nhan", "truc_tiep_buu_chinh"),
    "carried_over": ("tiep_nhan", "ky_truoc"),
    "received_full_online": ("tiep_nhan", "toan_trinh"),
    "received_partly_online": ("tiep_nhan", "mot_phan"),
    "received_postal": ("tiep_nhan", "buu_chinh"),
    "received_elsewhere": ("tiep_nhan", "phi_dia_gioi"),
    "resolved_total": ("da_giai_quyet", "tong"),
    "resolved_early": ("da_giai_quyet", "truoc_han"),
    "resolved_on_time": ("da_giai_quyet", "dung_han"),
    "resolved_late": ("da_giai_quyet", "qua_han"),
    "resolved_late_apologised": ("da_giai_quyet", "qua_han_da_xin_loi"),
    "resolved_late_unapologised": ("da_giai_quyet", "qua_han_chua_xin_loi"),
    "pending_total": ("dang_giai_quyet", "tong"),
    "pending_in_time": ("dang_giai_quyet", "trong_han"),
    "pending_late": ("dang_giai_quyet", "qua_han"),
    "pending_late_apologised": ("dang_giai_quyet", "qua_han_da_xin_loi"),
    "pending_late_unapologised": ("dang_giai_quyet", "qua_han_chua_xin_loi"),
    "withdrawn": ("rut",),
    "stopped": ("dung_xu_ly",),
}
"""Where each cell stands in a row of the YAML file."""

LABELS: Mapping[str, str] = {
    "received_total": "tiếp nhận",
    "received_online": "tiếp nhận trực tuyến",
    "received_in_person_postal": "tiếp nhận trực tiếp, qua bưu chính",
    "carried_over": "từ kỳ trước chuyển qua",
    "received_full_online": "trực tuyến toàn trình",
    "received_partly_online": "trực tuyến một phần",
    "received_postal": "qua bưu chính công ích",
    "received_elsewhere": "nộp phi địa giới",
    "resolved_total": "đã giải quyết",
    "resolved_early": "giải quyết trước hạn",
    "resolved_on_time": "giải quyết đúng hạn",
    "resolved_late": "giải quyết quá hạn",
    "resolved_late_apologised": "giải quyết quá hạn, đã có thư xin lỗi",
    "resolved_late_unapologised": "giải quyết quá hạn, chưa có thư xin lỗi",
    "pending_total": "đang giải quyết",
    "pending_in_time": "đang giải quyết, trong hạn",
    "pending_late": "đang giải quyết, quá hạn",
    "pending_late_apologised": "đang quá hạn, đã có thư xin lỗi",
    "pending_late_unapologised": "đang quá hạn, chưa có thư xin lỗi",
    "withdrawn": "xin rút",
    "stopped": "dừng xử lý",
}
"""What people call each cell."""

FORM = tuple(
    key
    for key in PATHS
    if key.startswith(("received_total", "received_online", "received_in", "carried"))
    or (key.startswith(("resolved", "pending")) and not key.endswith("apologised"))
)
"""The cells that the form itself asks for; the others are additions of real exports."""

EXTRAS = tuple(key for key in PATHS if key not in FORM)
"""The cells that only some exports have."""
