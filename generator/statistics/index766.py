"""The index of QĐ 766/QĐ-TTg (23/6/2022): groups, metrics and the points that each can reach, 100 together.

The decision itself has five groups; the national portal shows online payment (10) apart from online services
(12).  Codes of metrics are the portal's, maxima are those of its published table; None where it gives none.
"""

from collections.abc import Mapping

from msgspec import Struct


class Item(Struct, frozen=True):
    """A group or one of its metrics.  ``group`` is None for a group itself."""

    name: str
    maximum: int | None
    group: str | None = None


GROUPS: Mapping[str, Item] = {
    "cong-khai": Item("Công khai, minh bạch", 18),
    "tien-do": Item("Tiến độ giải quyết", 20),
    "so-hoa": Item("Số hóa hồ sơ", 22),
    "truc-tuyen": Item("Dịch vụ công trực tuyến", 12),
    "thanh-toan": Item("Thanh toán trực tuyến", 10),
    "hai-long": Item("Mức độ hài lòng", 18),
}

METRICS: Mapping[str, Item] = {
    "PUBLISH_ON_TIME": Item("Thủ tục công bố đúng hạn", 6, "cong-khai"),
    "PUBLIC_UPDATE_ON_TIME": Item("Thủ tục được cập nhật, công khai đúng hạn", 4, "cong-khai"),
    "PUBLIC_CONTENT_FULL": Item("Thủ tục công khai đầy đủ các bộ phận", 2, "cong-khai"),
    "DOSSIER_SYNC": Item("Hồ sơ đồng bộ trạng thái với Cổng Dịch vụ công quốc gia", 6, "cong-khai"),
    "ORIGINAL_RESULT_AVAILABLE": Item("Hồ sơ có kết quả điện tử", 6, "so-hoa"),
    "SO_HOA_GIAY_TO_GIAI_QUYET": Item("Hồ sơ được số hóa", 4, "so-hoa"),
    "ELECTRONIC_CERTIFIED_COPY": Item("Chứng thực bản sao điện tử từ bản chính", 2, "so-hoa"),
    "REUSED_DIGITIZED_DATA": Item("Hồ sơ dùng lại dữ liệu số hóa", 2, "so-hoa"),
    "SYNCED_WITH_DVCQG_PERSONAL_STORAGE": Item("Hồ sơ số hóa có kết nối, chia sẻ", 4, "so-hoa"),
    "CITIZEN_DATA_CONNECTED_DOSSIER": Item("Hồ sơ có dùng dữ liệu dân cư", 2, "so-hoa"),
    "CITIZEN_DATA_CONNECTED_FORMALITY": Item("Thủ tục có kết nối dữ liệu dân cư", 2, "so-hoa"),
    "PETITION_PROCESSING_ON_TIME": Item("Phản ánh, kiến nghị xử lý đúng hạn", 6, "hai-long"),
    "PETITION_HANDLING_SATISFACTION": Item("Hài lòng trong xử lý phản ánh, kiến nghị", 6, "hai-long"),
    "DOSSIER_RECEIVING_SATISFACTION": Item("Hài lòng trong tiếp nhận, giải quyết thủ tục", 6, "hai-long"),
}

ITEMS: Mapping[str, Item] = {**GROUPS, **METRICS}
"""Every code that a report may use."""

SATISFACTION = (
    "«Hài lòng» trong Bộ chỉ số 766 không phải kết quả hỏi ý kiến người dân: chỉ số này tính từ dữ liệu "
    "xử lý phản ánh, kiến nghị và hồ sơ trên hệ thống."
)
"""What must stand beside the group "Mức độ hài lòng": it is computed, nobody was asked."""
