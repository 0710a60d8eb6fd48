"""A procedure as the national database describes it (NĐ 63/2010/NĐ-CP Art. 8(2)), and what the board adds.

Every field names its official YAML key once, and its official term beside its type.
"""

from datetime import date
from enum import Enum
from typing import Annotated, Literal

from msgspec import Meta
from msgspec import field as keyed

from generator.model.numbers import Whole
from generator.model.record import Record, Said
from generator.model.source import Source
from generator.model.stated import Stated, fee, time_limit
from generator.model.text import ProcedureCode, ProvinceCode, Slug, Text, base_code, like
from generator.model.times import Day


class Lifecycle(Enum):
    """Where a procedure stands on a given day."""

    IN_FORCE = "in_force"
    UPCOMING = "upcoming"
    REPEALED = "repealed"


DetailLevel = Literal["danh_muc", "day_du"]
Scope = Literal["xa", "dung_chung", "tiep_nhan"]
OnlineLevel = Literal["toan_trinh", "mot_phan", "thong_tin", "khong"]
ChannelKind = Literal["truc_tiep", "truc_tuyen", "buu_chinh"]
Level = Literal["xa", "tinh", "bo", "khac"]
ShortName = Annotated[Text, Meta(max_length=80)]
FormalityId = Annotated[Text, like(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Sheets = Annotated[int, Whole(0, 99)]


class ChannelTerms(Record, frozen=True):
    """The time limit and the fee of one channel, in one case."""

    kind: Annotated[ChannelKind, "Hình thức nộp"] = keyed(name="hinh_thuc")
    case: Annotated[Text | None, "Trường hợp"] = keyed(default=None, name="truong_hop")
    time_limit_text: Annotated[Text | None, "Thời hạn giải quyết"] = keyed(default=None, name="thoi_han")
    fee_text: Annotated[Text | None, "Phí, lệ phí"] = keyed(default=None, name="phi_le_phi")

    @property
    def fee(self) -> Stated:
        return fee(self.fee_text)

    @property
    def time_limit(self) -> Stated:
        return time_limit(self.time_limit_text)


class Channel(ChannelTerms, frozen=True):
    """One row of Cách thức thực hiện.  One channel may have several rows, by case or by level."""

    description: Annotated[Text | None, "Mô tả"] = keyed(default=None, name="mo_ta")


class Paper(Record, frozen=True):
    """One paper of the dossier, with how many originals and copies are asked for."""

    name: Annotated[Text, "Tên giấy tờ"] = keyed(name="ten")
    form: Annotated[Text | None, "Mẫu đơn, tờ khai"] = keyed(default=None, name="mau_don")
    originals: Annotated[Sheets | None, "Số bản chính"] = keyed(default=None, name="ban_chinh")
    copies: Annotated[Sheets | None, "Số bản sao"] = keyed(default=None, name="ban_sao")
    obtained_from: Annotated[Text | None, "Lấy ở đâu"] = keyed(default=None, name="lay_o_dau")


class DocumentCase(Record, frozen=True, kw_only=True):
    """The papers of one case.  A procedure without cases has one entry without a name."""

    name: Annotated[Text | None, "Trường hợp"] = keyed(default=None, name="truong_hop")
    papers: Annotated[tuple[Paper, ...], "Giấy tờ", Meta(min_length=1)] = keyed(name="giay_to")


class Step(Record, frozen=True):
    """One step of Trình tự thực hiện: what is done, by whom, how long it takes."""

    action: Annotated[Text, "Việc cần làm"] = keyed(name="buoc")
    actor: Annotated[Text | None, "Ai làm"] = keyed(default=None, name="ai_lam")
    duration: Annotated[Text | None, "Bao lâu"] = keyed(default=None, name="bao_lau")


class Result(Record, frozen=True):
    """What the citizen receives."""

    name: Annotated[Text, "Tên kết quả"] = keyed(name="ten")
    code: Annotated[Text | None, "Mã kết quả"] = keyed(default=None, name="ma")


class LegalText(Record, frozen=True, kw_only=True):
    """One text of Căn cứ pháp lý."""

    number: Annotated[Text | None, "Số, ký hiệu"] = keyed(default=None, name="so_ky_hieu")
    title: Annotated[Text, "Trích yếu"] = keyed(name="trich_yeu")
    issued_on: Annotated[Day | None, "Ngày ban hành"] = keyed(default=None, name="ngay_ban_hanh")
    issuer: Annotated[Text | None, "Cơ quan ban hành"] = keyed(default=None, name="co_quan_ban_hanh")


class Validity(Record, frozen=True):
    """Hiệu lực: from and to (both inclusive), the text that says so, and the codes that replace this one."""

    since: Annotated[Day | None, "Có hiệu lực từ ngày"] = keyed(default=None, name="tu")
    until: Annotated[Day | None, "Hết hiệu lực sau ngày"] = keyed(default=None, name="den")
    decided_by: Annotated[Text | None, "Theo văn bản"] = keyed(default=None, name="van_ban")
    replaced_by: Annotated[tuple[ProcedureCode, ...], "Thay thế bởi thủ tục"] = keyed(
        default=(), name="thay_the_boi"
    )


class ChangeNote(Record, frozen=True):
    """What changed for citizens on a day, in plain words."""

    day: Annotated[Day, "Ngày"] = keyed(name="ngay")
    text: Annotated[Text, "Nội dung thay đổi"] = keyed(name="noi_dung")


class Procedure(Record, frozen=True, kw_only=True):
    """One administrative procedure (thủ tục hành chính)."""

    code: Annotated[ProcedureCode, "Mã thủ tục"] = keyed(name="ma")
    name: Annotated[Text, "Tên thủ tục"] = keyed(name="ten")
    short_name: Annotated[ShortName | None, "Tên ngắn"] = keyed(default=None, name="ten_ngan")
    summary: Annotated[Text | None, "Tóm tắt một câu"] = keyed(default=None, name="tom_tat")
    field: Annotated[Slug, "Lĩnh vực"] = keyed(name="linh_vuc")
    detail: Annotated[DetailLevel, "Mức độ chi tiết"] = keyed(default="danh_muc", name="muc_do")
    scope: Annotated[Scope, "Thẩm quyền"] = keyed(default="xa", name="tham_quyen")
    provinces: Annotated[tuple[ProvinceCode, ...], "Chỉ áp dụng ở các tỉnh"] = keyed(
        default=(), name="tinh_ap_dung"
    )
    levels: Annotated[tuple[Level, ...], "Cấp thực hiện"] = keyed(default=(), name="cap_thuc_hien")
    kind: Annotated[Text | None, "Loại thủ tục"] = keyed(default=None, name="loai_thu_tuc")
    online_level: Annotated[OnlineLevel | None, "Mức độ dịch vụ công trực tuyến"] = keyed(
        default=None, name="muc_do_truc_tuyen"
    )
    applicants: Annotated[tuple[Text, ...], "Đối tượng thực hiện"] = keyed(
        default=(), name="doi_tuong_thuc_hien"
    )
    steps: Annotated[tuple[Step, ...], "Trình tự thực hiện"] = keyed(default=(), name="trinh_tu_thuc_hien")
    channels: Annotated[tuple[Channel, ...], "Cách thức thực hiện"] = keyed(
        default=(), name="cach_thuc_thuc_hien"
    )
    documents: Annotated[tuple[DocumentCase, ...], "Thành phần hồ sơ"] = keyed(
        default=(), name="thanh_phan_ho_so"
    )
    dossier_sets: Annotated[Text | None, "Số bộ hồ sơ"] = keyed(default=None, name="so_bo")
    conditions: Annotated[Text | None, "Yêu cầu, điều kiện"] = keyed(default=None, name="yeu_cau_dieu_kien")
    results: Annotated[tuple[Result, ...], "Kết quả thực hiện"] = keyed(default=(), name="ket_qua")
    notes: Annotated[tuple[Text, ...], "Lưu ý cho người dân"] = keyed(default=(), name="luu_y")
    competent_authority: Annotated[Text | None, "Cơ quan có thẩm quyền"] = keyed(
        default=None, name="co_quan_co_tham_quyen"
    )
    implementing_agency: Annotated[Text | None, "Cơ quan thực hiện"] = keyed(
        default=None, name="co_quan_thuc_hien"
    )
    delegated_agency: Annotated[Text | None, "Cơ quan được ủy quyền"] = keyed(
        default=None, name="co_quan_duoc_uy_quyen"
    )
    coordinating_agency: Annotated[Text | None, "Cơ quan phối hợp"] = keyed(
        default=None, name="co_quan_phoi_hop"
    )
    receiving_address: Annotated[Text | None, "Địa chỉ tiếp nhận"] = keyed(
        default=None, name="dia_chi_tiep_nhan"
    )
    legal_basis: Annotated[tuple[LegalText, ...], "Căn cứ pháp lý"] = keyed(default=(), name="can_cu_phap_ly")
    related: Annotated[tuple[ProcedureCode, ...], "Thủ tục liên quan"] = keyed(
        default=(), name="thu_tuc_lien_quan"
    )
    keywords: Annotated[tuple[Text, ...], "Từ khóa"] = keyed(default=(), name="tu_khoa")
    decision_number: Annotated[Text | None, "Số quyết định công bố"] = keyed(
        default=None, name="so_quyet_dinh"
    )
    issuing_agency: Annotated[Text | None, "Cơ quan ban hành"] = keyed(default=None, name="co_quan_ban_hanh")
    validity: Annotated[Said[Validity], "Hiệu lực"] = keyed(default=None, name="hieu_luc")
    former_codes: Annotated[tuple[ProcedureCode, ...], "Mã cũ"] = keyed(default=(), name="ma_cu")
    changes: Annotated[tuple[ChangeNote, ...], "Thay đổi"] = keyed(default=(), name="thay_doi")
    sources: Annotated[tuple[Source, ...], "Nguồn"] = keyed(default=(), name="nguon")
    doubts: Annotated[tuple[Text, ...], "Chỗ nghi vấn của nguồn"] = keyed(default=(), name="nghi_van")
    reviewed_on: Annotated[Day | None, "Ngày rà soát"] = keyed(default=None, name="ngay_ra_soat")
    formality_id: Annotated[FormalityId | None, "Mã định danh trên Cổng Dịch vụ công quốc gia"] = keyed(
        default=None, name="formality_id"
    )

    @property
    def base_code(self) -> str:
        """The code without agency suffixes: what records are joined on."""
        return base_code(self.code)

    @property
    def display_name(self) -> str:
        return self.short_name or self.name

    def lifecycle(self, today: date) -> Lifecycle:
        """Where the procedure stands on ``today``; without dates it is in force."""
        return lifecycle(self.validity, today)


def lifecycle(validity: Validity | None, today: date) -> Lifecycle:
    """Read a validity on a day: its first and its last day both count as in force."""
    return lifecycle_between(validity.since, validity.until, today) if validity else Lifecycle.IN_FORCE


def lifecycle_between(since: date | None, until: date | None, today: date) -> Lifecycle:
    """The same for the two days of a validity."""
    if since and today < since:
        return Lifecycle.UPCOMING
    return Lifecycle.REPEALED if until and until < today else Lifecycle.IN_FORCE
