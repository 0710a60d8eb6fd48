"""What stands where in the form: one truth for the program that writes it and the one that reads it back."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from generator.model.record import Record, keys
from generator.model.statistics import Feedback, IndexPoints, LateDossiers, PortalRate, SurveyAnswer

GUIDE = "Hướng dẫn"
"""The sheet that explains; it holds nothing to import."""

TITLE = "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
FORM_NUMBER = "Biểu số II.06a/VPCP/KSTT"
TOTAL = "Tổng số"

HEAD: Mapping[str, tuple[str, ...]] = {
    "received_total": ("Tiếp nhận", "Tổng số"),
    "received_online": ("Tiếp nhận", "Trong kỳ", "Trực tuyến"),
    "received_in_person_postal": ("Tiếp nhận", "Trong kỳ", "Trực tiếp, dịch vụ bưu chính"),
    "carried_over": ("Tiếp nhận", "Từ kỳ trước"),
    "resolved_total": ("Số lượng hồ sơ đã giải quyết", "Tổng số"),
    "resolved_early": ("Số lượng hồ sơ đã giải quyết", "Trước hạn"),
    "resolved_on_time": ("Số lượng hồ sơ đã giải quyết", "Đúng hạn"),
    "resolved_late": ("Số lượng hồ sơ đã giải quyết", "Quá hạn"),
    "pending_total": ("Số lượng hồ sơ đang giải quyết", "Tổng số"),
    "pending_in_time": ("Số lượng hồ sơ đang giải quyết", "Trong hạn"),
    "pending_late": ("Số lượng hồ sơ đang giải quyết", "Quá hạn"),
    "received_full_online": ("Trong số tiếp nhận (tùy chọn)", "Trực tuyến toàn trình"),
    "received_partly_online": ("Trong số tiếp nhận (tùy chọn)", "Trực tuyến một phần"),
    "received_postal": ("Trong số tiếp nhận (tùy chọn)", "Bưu chính công ích (BCCI)"),
    "received_elsewhere": ("Trong số tiếp nhận (tùy chọn)", "Nộp phi địa giới"),
    "resolved_late_apologised": ("Trong số đã giải quyết (tùy chọn)", "Quá hạn, đã có thư xin lỗi"),
    "resolved_late_unapologised": ("Trong số đã giải quyết (tùy chọn)", "Quá hạn, chưa có thư xin lỗi"),
    "pending_late_apologised": ("Trong số đang giải quyết (tùy chọn)", "Quá hạn, đã có thư xin lỗi"),
    "pending_late_unapologised": (
        "Trong số đang giải quyết (tùy chọn)",
        "Quá hạn, chưa có thư xin lỗi",
    ),
    "withdrawn": ("Hồ sơ xin rút",),
    "stopped": ("Hồ sơ dừng xử lý",),
}
"""Column -> its labels from the top down, in the order of the form; the form's own columns come first."""

FIRST_COUNT = 3
"""The column of the first count: before it stand the number and the name of the field."""

CODE_LABEL = "Mã xã"


class Kind(Enum):
    """What a cell of a side sheet holds."""

    TEXT = "text"
    COUNT = "count"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Column:
    """``key``: the YAML key; empty for the one text that the whole sheet is about, or words to look at."""

    label: str
    key: str
    kind: Kind = Kind.TEXT
    width: int = 16


@dataclass(frozen=True, slots=True)
class Side:
    """A sheet beside the form: ``key`` of the report, one row for a commune or (``many``) several."""

    name: str
    key: str
    words: str
    columns: tuple[Column, ...]
    many: bool = False


def _columns(model: type[Record], **kinds: Kind) -> tuple[Column, ...]:
    """The keys of a record under their official terms; what is no number is text."""
    return tuple(
        Column(each.title, each.key, kind := kinds.get(each.key, Kind.TEXT), 60 if kind is Kind.TEXT else 20)
        for each in keys(model)
    )


SIDES = (
    Side(
        "Giải trình",
        "giai_trinh",
        "Số liệu không khớp mà nguồn ghi như vậy thì giải thích ở đây. Câu này hiện trên trang công khai.",
        (Column("Giải trình chênh lệch", "", Kind.TEXT, 100),),
    ),
    Side(
        "Hồ sơ quá hạn",
        "ho_so_qua_han",
        "Mỗi lý do một dòng. Chỉ ghi số lượng; không ghi tên người dân, không ghi số hồ sơ.",
        _columns(LateDossiers, so=Kind.COUNT),
        many=True,
    ),
    Side(
        "Tỷ lệ của Cổng",
        "ty_le_cua_cong",
        "Tỷ lệ đúng hạn mà Cổng Dịch vụ công in ra, kèm số hồ sơ mà Cổng tính trên đó.",
        _columns(PortalRate, ty_le=Kind.POINTS, tong_ho_so=Kind.COUNT, dung_han=Kind.COUNT),
    ),
    Side(
        "Chỉ số 766",
        "chi_so_766",
        "Điểm theo Quyết định 766/QĐ-TTg. Điền điểm nào có; «điểm tối đa» chỉ ghi khi nguồn ghi khác.",
        (
            Column("Mã nhóm hoặc mã chỉ số", "ma", Kind.TEXT, 40),
            Column("Tên nhóm, chỉ số", "", Kind.TEXT, 60),
            *_columns(IndexPoints, diem=Kind.POINTS, diem_toi_da=Kind.POINTS)[1:],
        ),
        many=True,
    ),
    Side(
        "Khảo sát",
        "khao_sat",
        "Khảo sát xã tự làm: câu hỏi và câu trả lời được đếm, số người trả lời, tỷ lệ phần trăm.",
        _columns(SurveyAnswer, so_nguoi=Kind.COUNT, ty_le=Kind.POINTS),
        many=True,
    ),
    Side(
        "Phản ánh, kiến nghị",
        "phan_anh_kien_nghi",
        "Số phản ánh, kiến nghị của người dân trong kỳ.",
        _columns(Feedback, tiep_nhan=Kind.COUNT, da_tra_loi=Kind.COUNT, tra_loi_muon=Kind.COUNT),
    ),
)
"""What a report may hold beside the form."""

SIDE_HEAD = 3
"""The row of the labels of a side sheet."""
