"""Tables of figures are read by their labels; what is not sure stays empty and is told."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.importing.figures.head import find_head
from generator.importing.figures.labels import key_of
from generator.importing.report import Outcome
from generator.importing.workbook.bounded import read_bounded
from generator.statistics.form import FORM as FORM_CELLS
from generator.statistics.period_name import parse_period
from tests.importing.figures import (
    CHUNG_THUC,
    FORM,
    HO_TICH,
    PERIOD,
    TOTAL,
    book,
    form,
    one,
    put,
    report_file,
)

_ONE_ROW: list[Any] = ["TT", "Đơn vị", "Tiếp nhận", "Đã giải quyết", "Đang giải quyết"]


def test_the_form_by_field_is_read_whole(tmp_path: Path) -> None:
    data, record = one(tmp_path, form(tmp_path, HO_TICH, CHUNG_THUC, TOTAL))
    assert record.file == f"content/communes/10750/statistics/{PERIOD}.yml"
    assert data["xa"] == "10750"
    assert (data["tu"], data["den"]) == ("2025-07-01", "2025-09-30")
    assert data["tong_hop"] == {
        "tiep_nhan": {"tong": "1934", "truc_tuyen": "1500", "truc_tiep_buu_chinh": "400", "ky_truoc": "34"},
        "da_giai_quyet": {"tong": "1850", "truoc_han": "1400", "dung_han": "390", "qua_han": "60"},
        "dang_giai_quyet": {"tong": "84", "trong_han": "80", "qua_han": "4"},
    }
    assert [row["linh_vuc"] for row in data["theo_linh_vuc"]] == ["ho-tich", "chung-thuc"]
    assert data["theo_linh_vuc"][1]["tiep_nhan"]["ky_truoc"] == "0"
    assert data["nguon"] == [{"ten": "Biểu số II.06a/VPCP/KSTT, tệp bieu-06.xlsx"}]


def test_importing_again_changes_nothing(tmp_path: Path) -> None:
    file = form(tmp_path, HO_TICH, TOTAL)
    root, _ = put(tmp_path, file)
    before = report_file(root).read_bytes()
    _, report = put(tmp_path, file)
    assert report.records[0].outcome is Outcome.UNCHANGED
    assert not report.records[0].conflicts
    assert report_file(root).read_bytes() == before


def test_a_head_without_merged_cells_is_the_same(tmp_path: Path) -> None:
    """Some systems export labels in the first cell of each group and leave the others empty."""
    rows = {"Bieu 06": [*FORM, HO_TICH, TOTAL]}
    data, _ = one(tmp_path, book(tmp_path, rows))
    assert data["tong_hop"]["dang_giai_quyet"] == {"tong": "84", "trong_han": "80", "qua_han": "4"}


@pytest.mark.parametrize("shift", [1, 3])
def test_a_table_that_begins_further_right_is_the_same(tmp_path: Path, shift: int) -> None:
    rows = {"Bieu 06": [[*[None] * shift, *row] for row in [*FORM, HO_TICH, TOTAL]]}
    data, _ = one(tmp_path, book(tmp_path, rows))
    assert data["tong_hop"]["tiep_nhan"]["tong"] == "1934"
    assert data["theo_linh_vuc"][0]["da_giai_quyet"]["qua_han"] == "50"


def test_a_table_without_the_number_column_is_the_same(tmp_path: Path) -> None:
    rows = {"Bieu 06": [*FORM[:4], *(row[1:] for row in [*FORM[4:], HO_TICH, TOTAL])]}
    data, _ = one(tmp_path, book(tmp_path, rows))
    assert data["theo_linh_vuc"][0]["linh_vuc"] == "ho-tich"
    assert data["tong_hop"]["da_giai_quyet"]["truoc_han"] == "1400"


def test_extra_columns_of_real_exports_have_cells_of_their_own(tmp_path: Path) -> None:
    groups = (
        ("Số hồ sơ tiếp nhận", "Tổng số", "received_total"),
        ("Số hồ sơ tiếp nhận", "Tiếp nhận trực tiếp", "in_person"),
        ("Số hồ sơ tiếp nhận", "Tiếp nhận trực tuyến toàn trình", "received_full_online"),
        ("Số hồ sơ tiếp nhận", "Tiếp nhận trực tuyến một phần", "received_partly_online"),
        ("Số hồ sơ tiếp nhận", "Tiếp nhận trực tuyến hình thức khác", None),
        ("Số hồ sơ tiếp nhận", "Tiếp nhận phi địa giới", "received_elsewhere"),
        ("Số hồ sơ tiếp nhận", "Kỳ trước chuyển qua", "carried_over"),
        ("Số hồ sơ tiếp nhận", "Bưu chính / BCCI", "received_postal"),
        ("Số hồ sơ đã giải quyết", "Tổng số", "resolved_total"),
        ("Số hồ sơ đã giải quyết", "Đúng và trước hạn", None),
        ("Số hồ sơ đã giải quyết", "Quá hạn (đã có thư xin lỗi)", "resolved_late_apologised"),
        ("Số hồ sơ đã giải quyết", "Quá hạn (chưa có thư xin lỗi)", "resolved_late_unapologised"),
        ("Số hồ sơ đã giải quyết", "Quá hạn (gộp)", "resolved_late"),
        ("Số hồ sơ đang giải quyết", "Tổng số", "pending_total"),
        ("Số hồ sơ đang giải quyết", "Chưa đến hạn", "pending_in_time"),
        ("Số hồ sơ đang giải quyết", "Quá hạn (đã có thư xin lỗi)", "pending_late_apologised"),
        ("Số hồ sơ đang giải quyết", "Quá hạn (chưa có thư xin lỗi)", "pending_late_unapologised"),
        ("Thanh toán hồ sơ", "Tổng số", None),
        ("Thanh toán hồ sơ", "Trực tuyến", None),
        ("Hồ sơ dừng xử lý", None, "stopped"),
        ("Hồ sơ TT chờ tiếp nhận", "Đúng hạn", None),
        ("Hồ sơ TT chờ tiếp nhận", "Quá hạn", None),
        ("Hồ sơ không được tiếp nhận", None, None),
        ("Hồ sơ rút", None, "withdrawn"),
    )
    for group, label, key in groups:
        assert (group, label, key_of([group, *([label] if label else [])])) == (group, label, key)
    tops = [
        group if not index or group != groups[index - 1][0] else None
        for index, (group, *_) in enumerate(groups)
    ]
    rows: list[list[Any]] = [
        ["Báo cáo theo kỳ, từ ngày 01/07/2025 đến ngày 30/09/2025"],
        ["STT", "Đơn vị giải quyết TTHC", *tops],
        [None, None, *(label for _, label, _ in groups)],
        [1, "UBND xã Phú Thái", *range(100, 100 + len(groups))],
        [None, "TỔNG CỘNG", *range(100, 100 + len(groups))],
    ]
    root, report = put(tmp_path, book(tmp_path, {"Sheet1": rows}))
    (record,) = report.records
    assert record.outcome is Outcome.CREATED
    text = report_file(root).read_text(encoding="utf-8")
    for index, (_, _, key) in enumerate(groups):
        assert (f": {100 + index}\n" in text) == (key not in (None, "in_person"))
    left = "\n".join(report.left)
    assert all(
        label in left for label in ("Đúng và trước hạn", "hình thức khác", "Thanh toán hồ sơ / Trực tuyến")
    )
    assert "Số hồ sơ tiếp nhận / Tiếp nhận trực tiếp" in left  # without postal it is not the form's column
    assert "dòng 5 là dòng cộng của cả bảng" in left


def test_what_another_system_calls_the_columns() -> None:
    cases = {
        ("Hồ sơ đang xử lý", "Đúng hạn"): "pending_in_time",
        ("Tiếp nhận", "Kỳ trước"): "carried_over",
        ("Số hồ sơ nhận giải quyết", "Trong kỳ", "Trực tuyến"): "received_online",
        ("Số lượng hồ sơ đã giải quyết", "Quá hạn", "Tổng số"): "resolved_late",
        ("Số lượng hồ sơ đã giải quyết", "Quá hạn", "Chưa xin lỗi"): "resolved_late_unapologised",
        ("Đã giải quyết",): "resolved_total",
        ("Tỷ lệ giải quyết đúng hạn",): None,
        ("Lĩnh vực giải quyết",): "field",
        ("Địa điểm tiếp nhận",): None,
        ("Hồ sơ tạm dừng",): None,
    }
    for labels, key in cases.items():
        assert (labels, key_of(list(labels))) == (labels, key)


@pytest.mark.parametrize(
    ("value", "stored", "doubt"),
    [
        ("1.234", "1234", None),
        ("1,234", "1234", None),
        ("12\u00a0345", "12345", None),
        ("1.234.567", "1234567", None),
        (0, "0", None),
        (780.0, "780", None),
        ("0012", "12", None),
        (1.234, None, "Có thể là 1.234"),
        (1.2, None, "Có thể là 1.200"),
        ("1.23", None, "không phải số hồ sơ"),
        ("1.2345", None, "không phải số hồ sơ"),
        ("1.234,567", None, "không phải số hồ sơ"),
        ("-5", None, "không phải số hồ sơ"),
        (-5, None, "không phải số hồ sơ"),
        ("khoảng 80", None, "không phải số hồ sơ"),
        ("-", None, "không rõ là 0 hay không có số liệu"),
        (99_999_999, None, "không phải số hồ sơ"),
        (True, None, "không phải số hồ sơ"),
        ("٣", None, "không phải số hồ sơ"),
    ],
)
def test_a_count_is_read_or_left_empty_with_its_cell_named(
    tmp_path: Path, value: Any, stored: str | None, doubt: str | None
) -> None:
    row: list[Any] = [*TOTAL]
    row[2] = value
    data, record = one(tmp_path, form(tmp_path, row))
    assert data["tong_hop"]["tiep_nhan"].get("tong") == stored
    told = [said for said in record.doubtful if "C9" in said]
    assert (doubt is None and not told) or (doubt and doubt in told[0])


def test_an_empty_cell_stays_empty(tmp_path: Path) -> None:
    row: list[Any] = [*TOTAL]
    row[2] = row[12] = None
    data, _ = one(tmp_path, form(tmp_path, row))
    assert "tong" not in data["tong_hop"]["tiep_nhan"]
    assert "qua_han" not in data["tong_hop"]["dang_giai_quyet"]


def test_a_formula_never_calculated_is_named_by_its_cell(tmp_path: Path) -> None:
    row: list[Any] = [*TOTAL]
    row[3] = "=D9+D10"
    root, report = put(tmp_path, form(tmp_path, row))
    (problem,) = report.problems
    assert (problem.code, problem.line) == ("import-formula", 9)
    assert "ô D9" in problem.message
    assert not report_file(root).exists()


def test_rows_that_add_up_others_and_hidden_rows_are_told(tmp_path: Path) -> None:
    section: list[Any] = ["I", "Cấp xã", *TOTAL[2:]]
    data, _ = one(tmp_path, form(tmp_path, section, HO_TICH, TOTAL, ["Người lập biểu", None, "Ký tên"]))
    assert len(data["theo_linh_vuc"]) == 1
    _, report = put(tmp_path, form(tmp_path, section, HO_TICH, TOTAL, [], ["Người lập biểu"]))
    said = "\n".join(report.left)
    assert "dòng 9 là dòng cộng của một nhóm" in said
    assert "Người lập biểu" in said


def test_a_field_that_the_board_has_not_is_added_and_told(tmp_path: Path) -> None:
    row: list[Any] = [3, "Đất đai", *CHUNG_THUC[2:]]
    data, record = one(tmp_path, form(tmp_path, HO_TICH, row, TOTAL))
    assert [row["linh_vuc"] for row in data["theo_linh_vuc"]] == ["ho-tich", "dat-dai"]
    assert any("Đất đai" in doubt for doubt in record.doubtful)
    assert "dat-dai" in (tmp_path / "bang/content/fields.yml").read_text(encoding="utf-8")


def test_a_table_without_a_total_gets_none(tmp_path: Path) -> None:
    data, record = one(tmp_path, form(tmp_path, HO_TICH, CHUNG_THUC))
    assert data["tong_hop"] == {}
    assert any("không tự cộng" in doubt for doubt in record.doubtful)


def test_a_table_by_unit_gives_each_commune_its_file(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Số liệu quý III năm 2025"],
        _ONE_ROW,
        [1, "UBND Xã Phú Thái", 780, 725, 54],
        [2, "UBND xã Lạ", 1, 1, 0],
        [None, "Tổng", 781, 726, 54],
    ]
    root, report = put(tmp_path, book(tmp_path, {"Sheet": rows}))
    (record,) = report.records
    assert record.code == "10750"
    assert any("hiểu là từ 01/07/2025 đến 30/09/2025" in doubt for doubt in record.doubtful)
    assert any("«UBND xã Lạ»: bảng công khai không có xã này" in said for said in report.left)
    assert report_file(root).is_file()


_PERIODS = {
    "Từ ngày 15/12/2024 đến ngày 14/3/2025": ("2024-12-15", "2025-03-14"),
    "(Từ 01/07/2025 - 30/09/2025)": ("2025-07-01", "2025-09-30"),
    "Kỳ báo cáo: Tháng 9/2025": ("2025-09-01", "2025-09-30"),
    "Quý 4 năm 2025": ("2025-10-01", "2025-12-31"),
    "Kết quả 6 tháng đầu năm 2025": ("2025-01-01", "2025-06-30"),
    "Kỳ báo cáo: Năm 2025": ("2025-01-01", "2025-12-31"),
    "Số liệu tính đến hết ngày 16/07/2025": (None, "2025-07-16"),
}


@pytest.mark.parametrize("words", _PERIODS)
def test_the_period_is_read_from_the_title(tmp_path: Path, words: str) -> None:
    rows: list[list[Any]] = [[words], _ONE_ROW, [1, "xã Phú Thái", 780, 725, 54]]
    data, _ = one(tmp_path, book(tmp_path, {"Sheet": rows}))
    assert (data.get("tu"), data["den"]) == _PERIODS[words]


def test_a_table_that_names_no_period_or_no_commune_is_refused_with_what_to_do(tmp_path: Path) -> None:
    rows: list[list[Any]] = [_ONE_ROW, [1, "xã Phú Thái", 780, 725, 54]]
    _, report = put(tmp_path, book(tmp_path, {"Sheet": rows}))
    assert [(p.code, "--period" in str(p.suggestion)) for p in report.problems] == [("import-period", True)]
    head: list[list[Any]] = [["Từ ngày 01/07/2025 đến ngày 30/09/2025"], *FORM[4:]]
    _, report = put(tmp_path, book(tmp_path, {"Sheet": [*head, HO_TICH]}))
    assert [(p.code, "--commune" in str(p.suggestion)) for p in report.problems] == [("import-commune", True)]
    assert not list((tmp_path / "bang/content/communes").rglob("statistics/*"))


def test_what_the_person_says_fills_what_the_table_leaves_open(tmp_path: Path) -> None:
    file = book(tmp_path, {"Sheet": [*FORM[4:], TOTAL]})
    told = {"period": parse_period("2025-Q2"), "commune": "10750", "source": "Báo cáo số 12"}
    data, _ = one(tmp_path, file, **told)
    assert (data["tu"], data["den"]) == ("2025-04-01", "2025-06-30")
    assert data["nguon"] == [{"ten": "Báo cáo số 12"}]


def test_a_list_of_procedures_is_never_taken_for_figures(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["TT", "Mã TTHC", "Tên TTHC", "Lĩnh vực", "Địa điểm tiếp nhận"],
        [1, "1.001193", "A", "Hộ tịch", "xã"],
    ]
    (sheet,), _ = read_bounded(book(tmp_path, {"Sheet": rows}).read_bytes(), "x.xlsx")
    assert find_head(sheet) is None


def test_every_cell_of_the_form_has_its_label(tmp_path: Path) -> None:
    (sheet,), _ = read_bounded(form(tmp_path, HO_TICH).read_bytes(), "x.xlsx")
    head = find_head(sheet)
    assert head
    assert list(head.counts) == list(FORM_CELLS)
    assert all(before < after for before, after in pairwise(head.counts.values()))
