"""A full record keeps the source's words; what the model cannot hold is named."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.report import Outcome
from generator.importing.run import run_import
from generator.model.procedure import Procedure
from generator.reading.record import read_record
from generator.verbatim import clean, rejoin_applicants, split_steps
from tests.importing.boards import CODE, board, json_file, only, put, read, record_file, source

_LINES = st.lists(st.sampled_from(["Bước 1: nộp", " Bước 2. chờ", "- Bước 3", "a) Bước 4", "", "chữ", "  "]))


def _imported(tmp_path: Path, **changes: object) -> dict[str, object]:
    root = board(tmp_path)
    put(root, json_file(tmp_path, source(**changes)))
    reading = read_record(record_file(root), "x", Procedure)
    assert reading.problems == ()
    return dict(read(record_file(root)))


def test_every_part_of_a_record_finds_its_official_key(tmp_path: Path) -> None:
    data = _imported(
        tmp_path,
        levels=["Cấp Bộ", "Cấp xã"],
        documents=[
            {"case": "Con riêng", "items": [{"name": "Tờ khai", "originals": 1, "form_file": "a.doc"}]}
        ],
        results=[{"name": "Giấy khai sinh", "result_code": "KQ.1"}],
        legal_basis=[{"number": "60/2014/QH13", "title": "Luật Hộ tịch", "issued_date": "20-11-2014"}],
        formality_id="019d2bf7-6f56-704f-95b8-8d949272c6ad",
    )
    assert data == {
        "ma": CODE,
        "ten": "Thủ tục đăng ký khai sinh",
        "linh_vuc": "ho-tich",
        "muc_do": "day_du",
        "cap_thuc_hien": ["bo", "xa"],
        "trinh_tu_thuc_hien": [{"buoc": "Bước 1: Nộp hồ sơ."}, {"buoc": "Bước 2: Nhận kết quả."}],
        "cach_thuc_thuc_hien": [
            {"hinh_thuc": "truc_tiep", "thoi_han": "1 Ngày", "phi_le_phi": "Miễn phí(Nếu đúng hạn.)"}
        ],
        "thanh_phan_ho_so": [
            {
                "truong_hop": "Con riêng",
                "giay_to": [{"ten": "Tờ khai", "mau_don": "a.doc", "ban_chinh": "1"}],
            }
        ],
        "ket_qua": [{"ten": "Giấy khai sinh", "ma": "KQ.1"}],
        "can_cu_phap_ly": [
            {"so_ky_hieu": "60/2014/QH13", "trich_yeu": "Luật Hộ tịch", "ngay_ban_hanh": "2014-11-20"}
        ],
        "nguon": [
            {
                "ten": "Cơ sở dữ liệu quốc gia về thủ tục hành chính",
                "lien_ket": "https://example.vn/khai-sinh",
            }
        ],
        "formality_id": "019d2bf7-6f56-704f-95b8-8d949272c6ad",
    }


@given(_LINES)
def test_steps_joined_give_the_source_back(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "".join("\n".join(split_steps(text)).split()) == "".join(text.split())


@given(_LINES)
def test_a_step_begins_only_where_a_line_begins_with_buoc(lines: list[str]) -> None:
    for part in split_steps("\n".join(lines))[1:]:
        assert part.startswith("Bước ")


def test_steps_without_buoc_are_one_entry_with_its_lines() -> None:
    assert split_steps("- Bước 1: a\n- Bước 2: b\n") == ["- Bước 1: a\n- Bước 2: b"]


def test_applicants_cut_at_commas_are_joined_again() -> None:
    parts = [
        "Công dân",
        "Cán bộ",
        "công chức",
        "viên chức",
        "Tổ chức (không bao gồm doanh nghiệp",
        "HTX)",
        "Khác",
    ]
    assert rejoin_applicants(parts) == [
        "Công dân",
        "Cán bộ, công chức, viên chức",
        "Tổ chức (không bao gồm doanh nghiệp, HTX)",
        "Khác",
    ]


@given(st.text())
def test_cleaning_is_done_once_and_changes_only_form_and_outer_space(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_a_name_in_another_unicode_form_is_brought_to_nfc(tmp_path: Path) -> None:
    assert _imported(tmp_path, name="  Hòa giải\u00a0ở cơ sở\n")["ten"] == "Hòa giải\u00a0ở cơ sở"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"parse_warnings": ["time_unit_missing"]}, "không ghi đơn vị"),
        ({"parse_warnings": ["điều lạ"]}, "«điều lạ»"),
        ({"documents": [{"items": [{"name": "A", "originals": 20251}]}]}, "20251 bản chính"),
        ({"documents": [{"items": [{"name": "A", "copies": 31}]}]}, "31 bản sao, nhiều khác thường"),
        ({"documents": [{"items": [{"name": "", "copies": 1}, {"name": "A"}]}]}, "không ghi tên"),
        ({"legal_basis": [{"number": "1/2025", "title": ""}]}, "để trống trích yếu"),
        ({"legal_basis": [{"title": "A", "issued_date": "2025"}]}, "Ngày ban hành «2025»"),
        ({"name": "A\x07B"}, "ký tự điều khiển"),
    ],
)
def test_a_doubt_is_told_in_the_report_and_in_the_record(
    tmp_path: Path, changes: dict[str, object], told: str
) -> None:
    root = board(tmp_path)
    report = only(put(root, json_file(tmp_path, source(**changes))))
    assert any(told in doubt for doubt in report.doubtful)
    doubts = read(record_file(root))["nghi_van"]
    assert isinstance(doubts, list) and any(told in str(doubt) for doubt in doubts)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"ministry": "bo-tu-phap"}, "«ministry»"),
        ({"methods": [{"channel": "online", "time_value": 1.0}]}, "«methods.time_value»"),
        (
            {"methods": [{"channel": "fax", "fee_text": "5 đồng"}]},
            "«fax» không rõ là gì",
        ),
        ({"methods": ["bưu điện"]}, "«methods» không đúng dạng"),
        ({"levels": ["Cấp huyện"]}, "«Cấp huyện»"),
        ({"conditions": {"a": 1}}, "«conditions» của nguồn không phải là chữ"),
        ({"source_url": "javascript:alert(1)"}, "«nguon» của nguồn không hợp lệ"),
        ({"formality_id": "khong-phai"}, "«formality_id» của nguồn không hợp lệ"),
    ],
)
def test_what_the_record_cannot_hold_is_named(tmp_path: Path, changes: dict[str, object], told: str) -> None:
    report = only(put(board(tmp_path), json_file(tmp_path, source(**changes))))
    assert report.outcome is Outcome.CREATED
    assert any(told in sentence for sentence in report.left)


def test_an_empty_value_is_not_stated_and_not_named(tmp_path: Path) -> None:
    report = only(put(board(tmp_path), json_file(tmp_path, source(keywords=None, related_procedures=[]))))
    assert report.left == ()


@pytest.mark.parametrize("changes", [{"name": ""}, {"name": None}, {"code": None}])
def test_a_record_without_code_or_name_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    root = board(tmp_path)
    report = run_import([json_file(tmp_path, source(**changes))], root)
    assert only(report).outcome is Outcome.REFUSED
    assert not list(root.rglob("*.yml"))


def test_a_broken_line_is_told_and_the_others_are_imported(tmp_path: Path) -> None:
    path = json_file(tmp_path, source(), source(code="1.000894"))
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([lines[0], '{"code": ', "[1]", "{" * 100_000, lines[1]]), encoding="utf-8")
    report = run_import([path], board(tmp_path))
    assert [problem.line for problem in report.problems] == [2, 3, 4]
    assert [record.outcome for record in report.records] == [Outcome.CREATED] * 2


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("wrapped", [True, False])
def test_json_that_is_not_a_line_a_record_is_told_once(
    tmp_path: Path, indent: int | None, wrapped: bool
) -> None:
    path = tmp_path / "khoi.json"
    path.write_text(json.dumps([source()] if wrapped else source(), indent=indent), encoding="utf-8")
    report = run_import([path], board(tmp_path))
    if indent is None and not wrapped:
        assert only(report).outcome is Outcome.CREATED
    else:
        assert [problem.code for problem in report.problems] == ["import-json-block"]
