"""A procedure as the national database describes it (NĐ 63/2010/NĐ-CP Art. 8(2)), and what the board adds.

Every field names its official YAML key once, as the alias; the title is the official term.
"""

from datetime import date
from enum import Enum
from typing import Annotated, Literal

from pydantic import Field

from generator.model.source import Source
from generator.model.stated import Stated, fee, time_limit
from generator.model.text import (
    IN_DIGITS,
    Day,
    ProcedureCode,
    ProvinceCode,
    Record,
    Said,
    Slug,
    Text,
    base_code,
)


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
Sheets = Annotated[int, Field(ge=0, le=99), IN_DIGITS]


class ChannelTerms(Record):
    """The time limit and the fee of one channel, in one case."""

    kind: ChannelKind = Field(alias="hinh_thuc", title="Hình thức nộp")
    case: Text | None = Field(None, alias="truong_hop", title="Trường hợp")
    time_limit_text: Text | None = Field(None, alias="thoi_han", title="Thời hạn giải quyết")
    fee_text: Text | None = Field(None, alias="phi_le_phi", title="Phí, lệ phí")

    @property
    def fee(self) -> Stated:
        return fee(self.fee_text)

    @property
    def time_limit(self) -> Stated:
        return time_limit(self.time_limit_text)


class Channel(ChannelTerms):
    """One row of Cách thức thực hiện.  One channel may have several rows, by case or by level."""

    description: Text | None = Field(None, alias="mo_ta", title="Mô tả")


class Paper(Record):
    """One paper of the dossier, with how many originals and copies are asked for."""

    name: Text = Field(alias="ten", title="Tên giấy tờ")
    form: Text | None = Field(None, alias="mau_don", title="Mẫu đơn, tờ khai")
    originals: Sheets | None = Field(None, alias="ban_chinh", title="Số bản chính")
    copies: Sheets | None = Field(None, alias="ban_sao", title="Số bản sao")
    obtained_from: Text | None = Field(None, alias="lay_o_dau", title="Lấy ở đâu")


class DocumentCase(Record):
    """The papers of one case.  A procedure without cases has one entry without a name."""

    name: Text | None = Field(None, alias="truong_hop", title="Trường hợp")
    papers: tuple[Paper, ...] = Field(alias="giay_to", title="Giấy tờ", min_length=1)


class Step(Record):
    """One step of Trình tự thực hiện: what is done, by whom, how long it takes."""

    action: Text = Field(alias="buoc", title="Việc cần làm")
    actor: Text | None = Field(None, alias="ai_lam", title="Ai làm")
    duration: Text | None = Field(None, alias="bao_lau", title="Bao lâu")


class Result(Record):
    """What the citizen receives."""

    name: Text = Field(alias="ten", title="Tên kết quả")
    code: Text | None = Field(None, alias="ma", title="Mã kết quả")


class LegalText(Record):
    """One text of Căn cứ pháp lý."""

    number: Text | None = Field(None, alias="so_ky_hieu", title="Số, ký hiệu")
    title: Text = Field(alias="trich_yeu", title="Trích yếu")
    issued_on: Day | None = Field(None, alias="ngay_ban_hanh", title="Ngày ban hành")
    issuer: Text | None = Field(None, alias="co_quan_ban_hanh", title="Cơ quan ban hành")


class Validity(Record):
    """Hiệu lực: from and to (both inclusive), the text that says so, and the codes that replace this one."""

    since: Day | None = Field(None, alias="tu", title="Có hiệu lực từ ngày")
    until: Day | None = Field(None, alias="den", title="Hết hiệu lực sau ngày")
    decided_by: Text | None = Field(None, alias="van_ban", title="Theo văn bản")
    replaced_by: tuple[ProcedureCode, ...] = Field((), alias="thay_the_boi", title="Thay thế bởi thủ tục")


class ChangeNote(Record):
    """What changed for citizens on a day, in plain words."""

    day: Day = Field(alias="ngay", title="Ngày")
    text: Text = Field(alias="noi_dung", title="Nội dung thay đổi")


class Procedure(Record):
    """One administrative procedure (thủ tục hành chính)."""

    code: ProcedureCode = Field(alias="ma", title="Mã thủ tục")
    name: Text = Field(alias="ten", title="Tên thủ tục")
    short_name: Text | None = Field(None, alias="ten_ngan", title="Tên ngắn", max_length=80)
    summary: Text | None = Field(None, alias="tom_tat", title="Tóm tắt một câu")
    field: Slug = Field(alias="linh_vuc", title="Lĩnh vực")
    detail: DetailLevel = Field("danh_muc", alias="muc_do", title="Mức độ chi tiết")
    scope: Scope = Field("xa", alias="tham_quyen", title="Thẩm quyền")
    provinces: tuple[ProvinceCode, ...] = Field((), alias="tinh_ap_dung", title="Chỉ áp dụng ở các tỉnh")
    levels: tuple[Level, ...] = Field((), alias="cap_thuc_hien", title="Cấp thực hiện")
    kind: Text | None = Field(None, alias="loai_thu_tuc", title="Loại thủ tục")
    online_level: OnlineLevel | None = Field(
        None, alias="muc_do_truc_tuyen", title="Mức độ dịch vụ công trực tuyến"
    )
    applicants: tuple[Text, ...] = Field((), alias="doi_tuong_thuc_hien", title="Đối tượng thực hiện")
    steps: tuple[Step, ...] = Field((), alias="trinh_tu_thuc_hien", title="Trình tự thực hiện")
    channels: tuple[Channel, ...] = Field((), alias="cach_thuc_thuc_hien", title="Cách thức thực hiện")
    documents: tuple[DocumentCase, ...] = Field((), alias="thanh_phan_ho_so", title="Thành phần hồ sơ")
    dossier_sets: Text | None = Field(None, alias="so_bo", title="Số bộ hồ sơ")
    conditions: Text | None = Field(None, alias="yeu_cau_dieu_kien", title="Yêu cầu, điều kiện")
    results: tuple[Result, ...] = Field((), alias="ket_qua", title="Kết quả thực hiện")
    notes: tuple[Text, ...] = Field((), alias="luu_y", title="Lưu ý cho người dân")
    competent_authority: Text | None = Field(
        None, alias="co_quan_co_tham_quyen", title="Cơ quan có thẩm quyền"
    )
    implementing_agency: Text | None = Field(None, alias="co_quan_thuc_hien", title="Cơ quan thực hiện")
    delegated_agency: Text | None = Field(None, alias="co_quan_duoc_uy_quyen", title="Cơ quan được ủy quyền")
    coordinating_agency: Text | None = Field(None, alias="co_quan_phoi_hop", title="Cơ quan phối hợp")
    receiving_address: Text | None = Field(None, alias="dia_chi_tiep_nhan", title="Địa chỉ tiếp nhận")
    legal_basis: tuple[LegalText, ...] = Field((), alias="can_cu_phap_ly", title="Căn cứ pháp lý")
    related: tuple[ProcedureCode, ...] = Field((), alias="thu_tuc_lien_quan", title="Thủ tục liên quan")
    keywords: tuple[Text, ...] = Field((), alias="tu_khoa", title="Từ khóa")
    decision_number: Text | None = Field(None, alias="so_quyet_dinh", title="Số quyết định công bố")
    issuing_agency: Text | None = Field(None, alias="co_quan_ban_hanh", title="Cơ quan ban hành")
    validity: Said[Validity] = Field(None, alias="hieu_luc", title="Hiệu lực")
    former_codes: tuple[ProcedureCode, ...] = Field((), alias="ma_cu", title="Mã cũ")
    changes: tuple[ChangeNote, ...] = Field((), alias="thay_doi", title="Thay đổi")
    sources: tuple[Source, ...] = Field((), alias="nguon", title="Nguồn")
    doubts: tuple[Text, ...] = Field((), alias="nghi_van", title="Chỗ nghi vấn của nguồn")
    reviewed_on: Day | None = Field(None, alias="ngay_ra_soat", title="Ngày rà soát")
    formality_id: Text | None = Field(
        None,
        alias="formality_id",
        title="Mã định danh trên Cổng Dịch vụ công quốc gia",
        pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
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
