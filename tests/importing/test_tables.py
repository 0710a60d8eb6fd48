"""A table is read by the words of its head; nothing in it is guessed or dropped in silence."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from generator.importing.report import Outcome, RecordReport, Report, as_text
from generator.importing.run import run_import
from generator.model.procedure import Procedure
from generator.reading.record import read_record
from tests.importing.boards import CODE, board, only, put, read, record_file, workbook

_HEAD: list[Any] = [
    "TT",
    "Mã TTHC",
    "Tên TTHC",
    "Thời hạn",
    "Địa điểm",
    "Phí, lệ phí (nếu có)",
    "Căn cứ pháp lý",
]
_ROW: list[Any] = [
    1,
    CODE,
    "Đăng ký khai sinh",
    "01 ngày",
    "UBND xã",
    "Miễn phí",
    "- Luật Hộ tịch\n- Nghị định 123",
]


def _import(tmp_path: Path, rows: Sequence[Sequence[Any]], **more: Any) -> tuple[Path, Report]:
    root = board(tmp_path)
    return root, put(root, workbook(tmp_path, rows, **more))


def _one(tmp_path: Path, **cells: Any) -> tuple[dict[str, Any], RecordReport]:
    """The record and the report of one row with these cells besides the code and the name."""
    head = ["Mã số", "Tên", "Lĩnh vực", *cells]
    root, report = _import(tmp_path, [head, [CODE, "Khai sinh", "Hộ tịch", *cells.values()]])
    reading = read_record(record_file(root), "x", Procedure)
    assert reading.problems == ()
    return dict(read(record_file(root))), only(report)


def test_a_decision_table_with_title_rows_sections_and_column_numbers(tmp_path: Path) -> None:
    numbers = [f"({number})" for number in range(1, 8)]
    rows = [
        ["DANH MỤC THỦ TỤC HÀNH CHÍNH"],
        ["(Ban hành kèm theo Quyết định số 3769/QĐ-UBND ngày 19 tháng 11 năm 2025 của UBND tỉnh)"],
        _HEAD,
        numbers,
        ["I. LĨNH VỰC HỘ TỊCH"],
        _ROW,
        ["II", "Lĩnh vực: Đăng ký, quản lý cư trú"],
        [2, "1.003677", "Khai báo tạm vắng", "1 ngày", "Công an xã", "Không", "Luật Cư trú"],
    ]
    root, report = _import(tmp_path, rows, merged=["A1:G1", "A2:G2", "A5:G5"])
    data = read(record_file(root))
    assert data == {
        "ma": CODE,
        "ten": "Đăng ký khai sinh",
        "linh_vuc": "ho-tich",
        "muc_do": "danh_muc",
        "cach_thuc_thuc_hien": [{"hinh_thuc": "truc_tiep", "thoi_han": "01 ngày", "phi_le_phi": "Miễn phí"}],
        "dia_chi_tiep_nhan": "UBND xã",
        "can_cu_phap_ly": [{"trich_yeu": "- Luật Hộ tịch"}, {"trich_yeu": "- Nghị định 123"}],
        "so_quyet_dinh": "3769/QĐ-UBND",
        "nguon": [{"ten": "Quyết định số 3769/QĐ-UBND", "ngay": "2025-11-19"}],
        "nghi_van": [
            "Nguồn không nêu rõ hình thức nộp; thời hạn và phí, lệ phí tạm ghi ở dòng nộp trực tiếp."
        ],
    }
    assert read(record_file(root, "cu-tru", "1.003677"))["linh_vuc"] == "cu-tru"
    assert report.fields == [
        "ho-tich: Hộ tịch (nguồn ghi «HỘ TỊCH»)",
        "cu-tru: Đăng ký, quản lý cư trú",
    ]


def test_columns_may_come_in_any_order(tmp_path: Path) -> None:
    order = [6, 2, 0, 5, 3, 1, 4]
    root, _ = _import(tmp_path, [[_HEAD[i] for i in order], ["Lĩnh vực hộ tịch"], [_ROW[i] for i in order]])
    data = read(record_file(root))
    assert (data["ten"], data["dia_chi_tiep_nhan"]) == ("Đăng ký khai sinh", "UBND xã")


def test_a_head_of_three_merged_rows_with_ways_of_submitting_below(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["TT", "Mã TTHC", "Tên thủ tục hành chính", "Cách thức thực hiện", None, None, "Phí"],
        [None, None, None, "Trực tiếp", "Qua mạng", None, None],
        [None, None, None, None, "Trực tuyến", "BCCI", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        [1, CODE, "Khai sinh", "x", None, "X", "8.000 đồng"],
    ]
    merged = ["A1:A3", "B1:B3", "C1:C3", "D1:F1", "E2:F2", "D2:D3", "G1:G3"]
    root, _ = _import(tmp_path, rows, merged=merged)
    assert read(record_file(root, "chua-phan-loai"))["cach_thuc_thuc_hien"] == [
        {"hinh_thuc": "truc_tiep", "phi_le_phi": "8.000 đồng"},
        {"hinh_thuc": "buu_chinh", "phi_le_phi": "8.000 đồng"},
    ]


def test_a_cell_merged_over_rows_holds_for_each_of_them(tmp_path: Path) -> None:
    rows = [_HEAD, _ROW, [2, "1.000894", "Kết hôn", "1 ngày", None, "Không", "Luật"]]
    root, _ = _import(tmp_path, rows, merged=["E2:E3"])
    assert read(record_file(root, "chua-phan-loai", "1.000894"))["dia_chi_tiep_nhan"] == "UBND xã"


def test_several_rows_under_one_merged_code_are_several_rows_of_its_channel(tmp_path: Path) -> None:
    rows = [_HEAD, _ROW, [None, None, None, "05 ngày", None, "8.000 đồng", None]]
    root, report = _import(tmp_path, rows, merged=["A2:A3", "B2:B3", "C2:C3", "E2:E3", "G2:G3"])
    assert [record.code for record in report.records] == [CODE]
    assert read(record_file(root, "chua-phan-loai"))["cach_thuc_thuc_hien"] == [
        {"hinh_thuc": "truc_tiep", "thoi_han": "01 ngày", "phi_le_phi": "Miễn phí"},
        {"hinh_thuc": "truc_tiep", "thoi_han": "05 ngày", "phi_le_phi": "8.000 đồng"},
    ]


def test_each_way_of_submitting_in_words_gets_a_row_with_the_words(tmp_path: Path) -> None:
    words = "Trực tiếp hoặc qua dịch vụ BCCI"
    data, _ = _one(tmp_path, **{"Cách thức thực hiện": words, "Thời hạn": "3 ngày"})
    assert data["cach_thuc_thuc_hien"] == [
        {"hinh_thuc": kind, "thoi_han": "3 ngày", "mo_ta": words} for kind in ("truc_tiep", "buu_chinh")
    ]


def test_hidden_rows_rows_without_a_code_and_foot_lines_are_told_not_imported(tmp_path: Path) -> None:
    rows = [
        _HEAD,
        _ROW,
        [2, "1.000894", "Kết hôn"],
        [3, None, "Thủ tục chưa có mã", "1 ngày"],
        [None, None, "Tổng cộng: 3 thủ tục"],
    ]
    _, report = _import(tmp_path, rows, hidden=[3])
    assert [record.code for record in report.records] == [CODE]
    told = "\n".join(report.left)
    assert "dòng 3 đang ẩn nên không nhập: 2 | 1.000894 | Kết hôn" in told
    assert "dòng 4 không có mã thủ tục nên không nhập: 3 | Thủ tục chưa có mã | 1 ngày" in told
    assert "Tổng cộng: 3 thủ tục" in told


def test_a_heading_that_names_no_field_ends_the_field_above_it(tmp_path: Path) -> None:
    rows = [_HEAD, ["I. Lĩnh vực hộ tịch"], _ROW, ["B. THỦ TỤC BÃI BỎ"], [2, "1.000894", "Kết hôn", "1 ngày"]]
    root, report = _import(tmp_path, rows)
    assert record_file(root, "chua-phan-loai", "1.000894").is_file()
    assert any("B. THỦ TỤC BÃI BỎ" in sentence for sentence in report.left)


def test_each_table_of_a_sheet_is_read_by_its_own_head(tmp_path: Path) -> None:
    second = [["Tên TTHC", "Ghi chú", "Mã TTHC"], ["Kết hôn", "Mới", "1.000894"]]
    root, report = _import(tmp_path, [_HEAD, _ROW, _HEAD, *second])
    assert [record.code for record in report.records] == [CODE, "1.000894"]
    data = read(record_file(root, "chua-phan-loai", "1.000894"))
    assert (data["ten"], data["luu_y"]) == ("Kết hôn", ["Mới"])


def test_a_label_of_which_only_the_beginning_is_known_is_used_and_told(tmp_path: Path) -> None:
    root, report = _import(
        tmp_path, [["Mã số", "Tên", "Thời hạn giải quyết theo quy định"], [CODE, "Khai sinh", "3 ngày"]]
    )
    (channel,) = list(read(record_file(root, "chua-phan-loai"))["cach_thuc_thuc_hien"] or [])
    assert channel == {"hinh_thuc": "truc_tiep", "thoi_han": "3 ngày"}
    assert any("«Thời hạn giải quyết theo quy định» được hiểu là" in sentence for sentence in report.left)


def test_a_column_without_a_place_on_the_board_is_told_with_its_cell(tmp_path: Path) -> None:
    _, report = _one(tmp_path, **{"Mã hồ sơ ISO": "QT-01"})
    assert report.left == ("Cột «Mã hồ sơ ISO», ô D2: không có mục tương ứng nên không nhập «QT-01».",)


def test_a_code_stored_as_a_number_is_never_guessed(tmp_path: Path) -> None:
    root = board(tmp_path)
    report = run_import([workbook(tmp_path, [["Mã số", "Tên"], [1.00125, "A"], [1.001193, "B"]])], root)
    refused, taken = report.records
    assert refused.outcome is Outcome.REFUSED
    assert any("Ô A2 là số 1.00125, có thể mã là «1.001250»" in doubt for doubt in refused.doubtful)
    assert (taken.code, taken.outcome) == (CODE, Outcome.CREATED)
    assert any("Ô A3 lưu mã thủ tục ở dạng số" in doubt for doubt in taken.doubtful)


@pytest.mark.parametrize(("value", "kept"), [(50, None), (50.5, None), (50000, "50000"), (0, "0")])
def test_a_fee_that_may_have_lost_its_zeros_is_not_imported(
    tmp_path: Path, value: float, kept: str | None
) -> None:
    data, report = _one(tmp_path, **{"Phí, lệ phí": value, "Thời hạn": "3 ngày"})
    (channel,) = data["cach_thuc_thuc_hien"]
    assert channel.get("phi_le_phi") == kept
    assert any("Ô D2" in doubt for doubt in report.doubtful)


def test_a_time_limit_without_a_unit_is_kept_and_doubted(tmp_path: Path) -> None:
    data, report = _one(tmp_path, **{"Thời hạn": 3})
    assert data["cach_thuc_thuc_hien"] == [{"hinh_thuc": "truc_tiep", "thoi_han": "3"}]
    assert any("chỉ ghi" in doubt or "chỉ có con số 3" in doubt for doubt in report.doubtful)


@pytest.mark.parametrize("value", [datetime(2025, 7, 3), date(2025, 7, 3), True])
def test_a_date_or_a_truth_value_is_not_taken_for_a_text(tmp_path: Path, value: object) -> None:
    data, report = _one(tmp_path, **{"Địa điểm": value})
    assert "dia_chi_tiep_nhan" not in data
    assert any("Ô D2 không phải là chữ" in doubt for doubt in report.doubtful)


def test_a_fee_and_a_charge_in_two_columns_are_told_apart(tmp_path: Path) -> None:
    data, _ = _one(tmp_path, **{"Phí": "Không", "Lệ phí": "8.000 đồng"})
    assert data["cach_thuc_thuc_hien"][0]["phi_le_phi"] == "Phí: Không\nLệ phí: 8.000 đồng"


def test_a_line_of_a_law_that_was_broken_in_two_stays_one_law(tmp_path: Path) -> None:
    laws = "- Luật Hộ tịch;\nsố 60/2014/QH13\nNghị định 123"
    data, _ = _one(tmp_path, **{"Căn cứ pháp lý": laws})
    assert [law["trich_yeu"] for law in data["can_cu_phap_ly"]] == [
        "- Luật Hộ tịch;\nsố 60/2014/QH13",
        "Nghị định 123",
    ]


def test_a_code_that_comes_twice_is_imported_once_and_told(tmp_path: Path) -> None:
    _, report = _import(tmp_path, [_HEAD, _ROW, [*_ROW[:3], "07 ngày", *_ROW[4:]]])
    assert len(report.records) == 1
    assert any("đã có ở dòng 2" in sentence and "07 ngày" in sentence for sentence in report.left)


def test_the_portals_list_names_the_portal_as_its_source(tmp_path: Path) -> None:
    rows = [
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"],
        [CODE, " Khai sinh ", "Bộ Tư pháp", "Xã\nTỉnh", "Hộ tịch"],
    ]
    root, _ = _import(tmp_path, rows, merged=["A1:E1"])
    assert read(record_file(root)) == {
        "ma": CODE,
        "ten": "Khai sinh",
        "linh_vuc": "ho-tich",
        "muc_do": "danh_muc",
        "co_quan_thuc_hien": "Xã\nTỉnh",
        "co_quan_ban_hanh": "Bộ Tư pháp",
        "nguon": [{"ten": "Cổng Dịch vụ công quốc gia, danh sách thủ tục hành chính"}],
    }


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_list_with_its_decision(tmp_path: Path, separator: str) -> None:
    lines = [
        ["code", "name", "decision_no", "decision_date", "level"],
        [CODE, '"Khai sinh, kết hôn;\tcon nuôi"', "3850/QĐ-UBND", "2025-11-26", "xã"],
    ]
    path = tmp_path / "danh-sach.bin"  # the name tells nothing
    path.write_text("\ufeff" + "\r\n".join(separator.join(line) for line in lines), encoding="utf-8")
    root = board(tmp_path)
    put(root, path)
    assert read(record_file(root, "chua-phan-loai")) == {
        "ma": CODE,
        "ten": "Khai sinh, kết hôn;\tcon nuôi",
        "linh_vuc": "chua-phan-loai",
        "muc_do": "danh_muc",
        "cap_thuc_hien": ["xa"],
        "so_quyet_dinh": "3850/QĐ-UBND",
        "nguon": [{"ten": "Quyết định số 3850/QĐ-UBND", "ngay": "2025-11-26"}],
    }


def test_sheets_without_a_table_and_hidden_sheets_are_told(tmp_path: Path) -> None:
    book = Workbook()
    for name, state in (("A", "visible"), ("B", "visible"), ("C", "hidden")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        sheet.append(["Mã số", "Tên"] if name != "B" else ["ghi chú"])
        sheet.append([CODE, "Khai sinh"])
    book.save(tmp_path / "nhieu.xlsx")
    report = put(board(tmp_path), tmp_path / "nhieu.xlsx")
    assert len(report.records) == 1
    told = as_text(report)
    assert "trang «B» không có bảng thủ tục" in told
    assert "trang «C» đang ẩn nên không nhập" in told


def test_a_field_that_the_board_names_otherwise_written_keeps_its_key(tmp_path: Path) -> None:
    root = board(tmp_path)
    (root / "content").mkdir()
    fields = root / "content" / "fields.yml"
    fields.write_text("# của tỉnh\nlinh_vuc:\n  - ma: khai-sinh-tu\n    ten: HỘ  TỊCH\n", encoding="utf-8")
    before = fields.read_bytes()
    report = put(root, workbook(tmp_path, [["Mã số", "Tên", "Lĩnh vực"], [CODE, "Khai sinh", "Hộ tịch"]]))
    assert only(report).file == f"procedures/khai-sinh-tu/{CODE}.yml"
    assert fields.read_bytes() == before
