"""A procedure has every official field, cannot be changed, and knows where it stands on a day."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.convert import Refused, record_of
from generator.model.plain import plain
from generator.model.procedure import (
    Channel,
    DocumentCase,
    LegalText,
    Lifecycle,
    Paper,
    Procedure,
    Validity,
    lifecycle,
)
from generator.model.record import Record, keys
from generator.model.shape import by_key
from generator.model.text import base_code
from generator.model.times import parse_date

KEYS: list[tuple[type[Record], str, str, str]] = [
    # record, official term, YAML key, Python name
    (Procedure, "Mã thủ tục", "ma", "code"),
    (Procedure, "Tên thủ tục", "ten", "name"),
    (Procedure, "Tên ngắn", "ten_ngan", "short_name"),
    (Procedure, "Số quyết định", "so_quyet_dinh", "decision_number"),
    (Procedure, "Cấp thực hiện", "cap_thuc_hien", "levels"),
    (Procedure, "Loại thủ tục", "loai_thu_tuc", "kind"),
    (Procedure, "Lĩnh vực", "linh_vuc", "field"),
    (Procedure, "Đối tượng thực hiện", "doi_tuong_thuc_hien", "applicants"),
    (Procedure, "Cơ quan có thẩm quyền", "co_quan_co_tham_quyen", "competent_authority"),
    (Procedure, "Cơ quan thực hiện", "co_quan_thuc_hien", "implementing_agency"),
    (Procedure, "Cơ quan được ủy quyền", "co_quan_duoc_uy_quyen", "delegated_agency"),
    (Procedure, "Cơ quan phối hợp", "co_quan_phoi_hop", "coordinating_agency"),
    (Procedure, "Địa chỉ tiếp nhận", "dia_chi_tiep_nhan", "receiving_address"),
    (Procedure, "Thủ tục liên quan", "thu_tuc_lien_quan", "related"),
    (Procedure, "Trình tự thực hiện", "trinh_tu_thuc_hien", "steps"),
    (Procedure, "Cách thức thực hiện", "cach_thuc_thuc_hien", "channels"),
    (Procedure, "Thành phần hồ sơ", "thanh_phan_ho_so", "documents"),
    (Procedure, "Số bộ", "so_bo", "dossier_sets"),
    (Procedure, "Yêu cầu, điều kiện", "yeu_cau_dieu_kien", "conditions"),
    (Procedure, "Kết quả", "ket_qua", "results"),
    (Procedure, "Căn cứ pháp lý", "can_cu_phap_ly", "legal_basis"),
    (Procedure, "Mức độ dịch vụ công trực tuyến", "muc_do_truc_tuyen", "online_level"),
    (Procedure, "Từ khóa", "tu_khoa", "keywords"),
    (Procedure, "Thẩm quyền", "tham_quyen", "scope"),
    (Procedure, "Hiệu lực", "hieu_luc", "validity"),
    (Procedure, "Nguồn", "nguon", "sources"),
    (Procedure, "Ngày rà soát", "ngay_ra_soat", "reviewed_on"),
    (Procedure, "Mức độ", "muc_do", "detail"),
    (Procedure, "Mã định danh", "formality_id", "formality_id"),
    (Channel, "Hình thức", "hinh_thuc", "kind"),
    (Channel, "Thời hạn", "thoi_han", "time_limit_text"),
    (Channel, "Phí, lệ phí", "phi_le_phi", "fee_text"),
    (Channel, "Mô tả", "mo_ta", "description"),
    (DocumentCase, "Trường hợp", "truong_hop", "name"),
    (DocumentCase, "Giấy tờ", "giay_to", "papers"),
    (Paper, "Tên giấy tờ", "ten", "name"),
    (Paper, "Mẫu đơn", "mau_don", "form"),
    (Paper, "Số bản chính", "ban_chinh", "originals"),
    (Paper, "Số bản sao", "ban_sao", "copies"),
    (Paper, "Lấy ở đâu", "lay_o_dau", "obtained_from"),
    (LegalText, "Số, ký hiệu", "so_ky_hieu", "number"),
    (LegalText, "Trích yếu", "trich_yeu", "title"),
    (LegalText, "Ngày ban hành", "ngay_ban_hanh", "issued_on"),
    (LegalText, "Cơ quan ban hành", "co_quan_ban_hanh", "issuer"),
    (Validity, "Có hiệu lực từ ngày", "tu", "since"),
    (Validity, "Hết hiệu lực sau ngày", "den", "until"),
]

LEAST = {"ma": "1.001193", "ten": "Đăng ký khai sinh", "linh_vuc": "ho-tich"}


def _procedure(**more: Any) -> Procedure:
    return record_of(Procedure, LEAST | more)


@pytest.mark.parametrize(("model", "term", "key", "name"), KEYS)
def test_every_official_field_has_its_key_and_its_term(
    model: type[Record], term: str, key: str, name: str
) -> None:
    field = by_key(model)[key]
    assert field.name == name
    assert field.title.startswith(term)


@pytest.mark.parametrize(
    ("key", "choices"),
    [
        ("muc_do_truc_tuyen", ["toan_trinh", "mot_phan", "thong_tin", "khong"]),
        ("tham_quyen", ["xa", "dung_chung", "tiep_nhan"]),
        ("muc_do", ["day_du", "danh_muc"]),
    ],
)
def test_every_official_choice_is_accepted(key: str, choices: list[str]) -> None:
    for choice in choices:
        assert plain(_procedure(**{key: choice}))[key] == choice


def test_what_a_decision_table_has_is_enough_for_a_catalogue_record() -> None:
    least = _procedure()
    assert (least.detail, least.scope) == ("danh_muc", "xa")
    assert least.display_name == least.name


def test_a_channel_may_have_several_rows() -> None:
    rows = [{"hinh_thuc": "truc_tiep", "truong_hop": name} for name in ("Đúng hạn", "Quá hạn")]
    assert [row.case for row in _procedure(cach_thuc_thuc_hien=rows).channels] == ["Đúng hạn", "Quá hạn"]


def test_a_short_name_is_shown_in_place_of_a_long_one() -> None:
    assert _procedure(ten="x" * 919, ten_ngan="Khai sinh").display_name == "Khai sinh"


@pytest.mark.parametrize("code", ["1.001193", "1.001193.000.00.00", "1.001193.000.00.00.H31", "1.001193.H24"])
def test_records_are_joined_on_the_base_code(code: str) -> None:
    assert _procedure(ma=code).base_code == base_code(code) == "1.001193"


@pytest.mark.parametrize(
    "code",
    [
        "0.001193",
        "1.00119",
        "1.0011933",
        "1,001193",
        "1.001193.H3",
        "1.001193 ",
        "1.001193\n",
        "1.00119３",
        "",
    ],
)
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(Refused):
        _procedure(ma=code)


def test_a_record_cannot_be_changed() -> None:
    record = _procedure(tu_khoa=["a"], hieu_luc={"tu": "1/1/2026"})
    with pytest.raises(AttributeError):
        record.name = "khác"  # type: ignore[misc]
    assert record.validity
    with pytest.raises(AttributeError):
        record.validity.since = None  # type: ignore[misc]
    assert isinstance(record.keywords, tuple)
    assert hash(record) == hash(_procedure(tu_khoa=["a"], hieu_luc={"tu": "1/1/2026"}))


def test_every_collection_of_a_record_is_a_tuple() -> None:
    for model in (Procedure, Channel, DocumentCase, Paper, LegalText, Validity):
        for field in keys(model):
            assert not any(word in str(field.annotation) for word in ("list[", "dict[", "set[")), field.name


def test_python_names_are_no_keys() -> None:
    with pytest.raises(Refused):
        record_of(Procedure, {"code": "1.001193", "name": "x", "field": "ho-tich"})


def test_the_first_and_the_last_day_count_as_in_force() -> None:
    validity = record_of(Validity, {"tu": "01/03/2027", "den": "31/12/2027"})
    record = _procedure(hieu_luc={"tu": "01/03/2027", "den": "31/12/2027"})
    for day, stage in (
        (date(2027, 2, 28), Lifecycle.UPCOMING),
        (date(2027, 3, 1), Lifecycle.IN_FORCE),
        (date(2027, 12, 31), Lifecycle.IN_FORCE),
        (date(2028, 1, 1), Lifecycle.REPEALED),
    ):
        assert lifecycle(validity, day) is stage
        assert record.lifecycle(day) is stage


def test_without_dates_a_procedure_is_in_force() -> None:
    assert lifecycle(None, date(1900, 1, 1)) is Lifecycle.IN_FORCE
    assert lifecycle(Validity(), date(2199, 1, 1)) is Lifecycle.IN_FORCE


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 30))


@given(DAYS, DAYS)
def test_a_lifecycle_only_goes_forward(since: date, until: date) -> None:
    since, until = min(since, until), max(since, until)
    validity = Validity(since=since, until=until)
    assert lifecycle(validity, since - timedelta(days=1)) is Lifecycle.UPCOMING
    assert lifecycle(validity, since) is lifecycle(validity, until) is Lifecycle.IN_FORCE
    assert lifecycle(validity, until + timedelta(days=1)) is Lifecycle.REPEALED


@given(DAYS)
def test_a_day_is_read_in_both_ways_of_writing(value: date) -> None:
    for form in (value.isoformat(), f"{value:%d/%m/%Y}", f"{value.day}-{value.month}-{value.year}"):
        assert parse_date(form) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/2026",
        "2026/11/22",
        "22/11/26",
        "22.11",
        "1899-12-31",
        "2200-01-01",
        "11/22/2026",
        "0000-01-01",
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_date(text)


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("007", 7), (" 12 ", 12), ("99", 99)])
def test_plain_digits_are_a_number(text: str, value: int) -> None:
    assert record_of(Paper, {"ten": "x", "ban_sao": text}).copies == value


@pytest.mark.parametrize("text", ["1.0", "1.000", "1,5", "1_0", "+1", "1e1", "٣", "３", "", "-", "9" * 5000])
def test_a_number_in_any_other_form_is_refused_rather_than_guessed(text: str) -> None:
    with pytest.raises(Refused):
        record_of(Paper, {"ten": "x", "ban_sao": text})
