"""The form that we write: what is open in it, and that what was filled in comes back cell for cell."""

import random
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.cli import cli
from generator.importing.field_keys import FieldKeys
from generator.importing.figures.book import read_book
from generator.importing.figures.draft import Known
from generator.importing.figures.head import find_head
from generator.importing.run import run_import
from generator.importing.workbook.bounded import read_bounded
from generator.importing.workbook.cells import read_workbook
from generator.importing.workbook.child import answer
from generator.model.convert import record_of
from generator.model.statistics import StatisticsReport
from generator.reading.record import read_record
from generator.statistics.form import PATHS
from generator.statistics.index766 import ITEMS
from generator.statistics.period_name import parse_period
from generator.statistics_form import layout
from generator.statistics_form.write import statistics_form
from tests.check.base import load_board, write_board
from tests.importing.boards import read

COMMUNES = {"10750": "Xã Phú Thái", "10792": "Xã An Thành"}
FIELDS = [("ho-tich", "Hộ tịch"), ("chung-thuc", "Chứng thực")]
QUARTER = parse_period("2025-Q3")


def _form(communes: dict[str, str] = COMMUNES) -> bytes:
    return statistics_form(communes, FIELDS, QUARTER)


def _filled(values: dict[tuple[str, str], Any], communes: dict[str, str] = COMMUNES) -> bytes:
    """The form with values by sheet and cell."""
    book = load_workbook(BytesIO(_form(communes)))
    for (sheet, cell), value in values.items():
        book[sheet][cell] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _board(folder: Path) -> Path:
    extra = 'ma: "10792"\nten: Xã An Thành\ntinh: "31"\n'
    return write_board(folder / "bang", {"content/communes/10792/commune.yml": extra})


def _import(folder: Path, content: bytes) -> tuple[Path, Any]:
    file = folder / "bieu.xlsx"
    file.write_bytes(content)
    root = _board(folder)
    return root, run_import([file], root)


def test_the_same_form_has_the_same_bytes() -> None:
    assert _form() == _form()
    with zipfile.ZipFile(BytesIO(_form())) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_column_is_read_as_what_it_was_written_for() -> None:
    sheets, _ = read_bounded(_form(), "x.xlsx")
    head = find_head(sheets[0])
    assert head
    assert list(head.counts) == list(layout.HEAD) == [*head.counts]
    assert set(layout.HEAD) == set(PATHS)
    assert {"row", "field", "field_key"} <= head.columns.keys()
    assert not head.others


def test_only_cells_to_fill_are_open() -> None:
    book = load_workbook(BytesIO(_form()))
    for sheet in book.worksheets:
        assert isinstance(sheet, Worksheet)
        assert sheet.protection.sheet
    sheet = book["10750"]
    assert [sheet[name].protection.locked for name in ("C3", "B13", "C9", "C5", "C13", "W15")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_codes_and_dates_are_texts() -> None:
    sheet = load_workbook(BytesIO(_form()))["10750"]
    assert (sheet["C3"].value, sheet["C3"].number_format) == ("10750", "@")
    assert (sheet["C4"].value, sheet["F4"].value) == ("01/07/2025", "30/09/2025")


def test_where_there_is_a_choice_there_is_a_list() -> None:
    book = load_workbook(BytesIO(_form()))
    (rule,) = [rule for rule in book["Khảo sát"].data_validations.dataValidation if rule.type == "list"]
    assert rule.formula1 == "'Giải trình'!$A$4:$A$5"
    assert [book["Giải trình"][cell].value for cell in ("A4", "A5")] == list(COMMUNES)
    assert {rule.type for rule in book["10750"].data_validations.dataValidation} == {"whole"}


def test_no_cell_of_the_form_holds_a_formula() -> None:
    for sheet in load_workbook(BytesIO(_form())).worksheets:
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_form_that_nobody_filled_writes_nothing(tmp_path: Path) -> None:
    root, report = _import(tmp_path, _form())
    assert (report.records, report.problems) == ([], [])
    assert [said for said in report.left if "chưa điền số nào" in said]
    assert not list(root.rglob("statistics/*.yml"))


def test_what_is_filled_in_comes_back_cell_for_cell(tmp_path: Path) -> None:
    """Every open cell of the form and of its side sheets gets a value; all of them stand in the file."""
    chance = random.Random(1)
    values: dict[tuple[str, str], Any] = {
        ("10750", "C5"): "Báo cáo số 12/BC-UBND",
        ("10750", "C6"): "05/10/2025",
        ("10750", "C7"): "https://phuthai.example/12",
        ("Giải trình", "B4"): "Chênh một hồ sơ do ghi hai lần.",
        ("Hồ sơ quá hạn", "B4"): 3,
        ("Hồ sơ quá hạn", "C4"): "Chờ xác minh",
        ("Hồ sơ quá hạn", "D4"): "Đã gửi thư xin lỗi",
        ("Hồ sơ quá hạn", "B5"): 1,
        ("Tỷ lệ của Cổng", "B4"): 96.5,
        ("Tỷ lệ của Cổng", "C4"): 200,
        ("Tỷ lệ của Cổng", "D4"): 193,
        ("Khảo sát", "B4"): "Bạn có hài lòng không? Có",
        ("Khảo sát", "C4"): 40,
        ("Khảo sát", "D4"): "87,5",
        ("Phản ánh, kiến nghị", "B4"): 5,
        ("Phản ánh, kiến nghị", "C4"): 4,
        ("Phản ánh, kiến nghị", "D4"): 1,
    }
    counts: dict[tuple[int, str], int] = {}
    for row in (13, 14, 15):
        for number, key in enumerate(PATHS):
            column = "CDEFGHIJKLMNOPQRSTUVW"[list(layout.HEAD).index(key)]
            counts[row, key] = values["10750", f"{column}{row}"] = chance.randrange(2000) + number
    for number, code in enumerate(ITEMS):
        values["Chỉ số 766", f"D{4 + number}"] = round(chance.random() * 2, 2)
        assert code
    root, report = _import(tmp_path, _filled(values, {"10750": "Xã Phú Thái"}))
    (record,) = report.records
    assert (record.doubtful, record.left, report.left) == ((), (), [])
    path = root / record.file
    parsed = read_record(path, "x", StatisticsReport).record
    assert parsed
    assert parsed.total.cells == {key: counts[15, key] for key in PATHS}
    assert [(row.field, row.cells) for row in parsed.by_field] == [
        ("ho-tich", {key: counts[13, key] for key in PATHS}),
        ("chung-thuc", {key: counts[14, key] for key in PATHS}),
    ]
    data = read(path)
    assert data["giai_trinh"] == "Chênh một hồ sơ do ghi hai lần."
    assert data["ho_so_qua_han"] == [
        {"so": "3", "ly_do": "Chờ xác minh", "da_lam_gi": "Đã gửi thư xin lỗi"},
        {"so": "1"},
    ]
    assert data["ty_le_cua_cong"] == {"ty_le": "96,5", "tong_ho_so": "200", "dung_han": "193"}
    assert data["khao_sat"] == [{"cau_hoi": "Bạn có hài lòng không? Có", "so_nguoi": "40", "ty_le": "87,5"}]
    assert data["phan_anh_kien_nghi"] == {"tiep_nhan": "5", "da_tra_loi": "4", "tra_loi_muon": "1"}
    assert [(item.code, float(item.points)) for item in parsed.index] == [
        (code, values["Chỉ số 766", f"D{4 + number}"]) for number, code in enumerate(ITEMS)
    ]
    assert data["nguon"] == [
        {"ten": "Báo cáo số 12/BC-UBND", "lien_ket": "https://phuthai.example/12", "ngay": "2025-10-05"}
    ]
    assert not [problem for problem in load_board(root, {}).problems if problem.severity.value == "error"]


def test_a_filled_form_imported_twice_changes_nothing(tmp_path: Path) -> None:
    content = _filled(
        {
            ("10750", "C15"): 780,
            ("10750", "C5"): "Báo cáo",
            ("Khảo sát", "B4"): "Hỏi",
            ("Khảo sát", "C4"): 3,
            ("Khảo sát", "D4"): 50,
        }
    )
    root, report = _import(tmp_path, content)
    before = (root / report.records[0].file).read_bytes()
    again = run_import([tmp_path / "bieu.xlsx"], root)
    assert [record.outcome.value for record in again.records] == ["khong_doi"]
    assert (root / report.records[0].file).read_bytes() == before


def test_side_sheets_go_to_the_commune_of_their_row(tmp_path: Path) -> None:
    values = {("10750", "C15"): 780, ("10792", "C15"): 413, ("Giải trình", "B5"): "Vì sao."}
    values[("Hồ sơ quá hạn", "A4")] = "99999"
    values[("Hồ sơ quá hạn", "B4")] = 2
    root, report = _import(tmp_path, _filled(values))
    files = {record.code: read(root / str(record.file)) for record in report.records}
    assert "giai_trinh" not in files["10750"]
    assert files["10792"]["giai_trinh"] == "Vì sao."
    assert any("trang «Hồ sơ quá hạn», dòng 4: không rõ của xã nào" in said for said in report.left)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.tuples(st.sampled_from([13, 14, 15]), st.sampled_from(list(PATHS))),
        st.integers(0, 9_999_999),
        min_size=1,
    )
)
def test_any_filling_is_read_back(cells: dict[tuple[int, str], int]) -> None:
    letters = "CDEFGHIJKLMNOPQRSTUVW"
    columns = {key: letters[number] for number, key in enumerate(layout.HEAD)}
    content = _filled({("10750", f"{columns[key]}{row}"): value for (row, key), value in cells.items()})
    sheets, _ = read_workbook(content, "x.xlsx")
    reading, _ = read_book(sheets, "x.xlsx", Known(COMMUNES, FieldKeys(dict(FIELDS))))
    (draft,) = reading.drafts
    record = record_of(StatisticsReport, draft.values)
    fields = ["ho-tich", "chung-thuc"]
    rows = {15: record.total.cells, **{13 + fields.index(each.field): each.cells for each in record.by_field}}
    told = {(row, key): value for row, found in rows.items() for key, value in found.items()}
    assert {at: value for at, value in told.items() if value is not None} == cells


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def test_the_command_writes_a_form_and_never_over_one(tmp_path: Path) -> None:
    root, file = _board(tmp_path), tmp_path / "bieu.xlsx"
    arguments = ("statistics", "template", "10750", "--period", "2025-Q3", "--output", file, "--source", root)
    result = _run(*arguments)
    assert (result.exit_code, "1 xã, 2 lĩnh vực" in result.output) == (0, True)
    assert answer(file.read_bytes(), "x")["hidden"] == []
    file.write_bytes(b"filled")
    result = _run(*arguments)
    assert (result.exit_code, "không ghi đè" in result.output, file.read_bytes()) == (1, True, b"filled")


@pytest.mark.parametrize(
    ("code", "period", "said"),
    [("99999", "2025-Q3", "không có xã mang mã 99999"), ("10750", "2025-Q5", "không phải một kỳ")],
)
def test_a_wrong_commune_or_period_is_a_usage_error(
    tmp_path: Path, code: str, period: str, said: str
) -> None:
    root, file = _board(tmp_path), tmp_path / "bieu.xlsx"
    result = _run("statistics", "template", code, "--period", period, "--output", file, "--source", root)
    assert (result.exit_code, said in result.output, file.exists()) == (2, True, False)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025-q4", ("2025-10-01", "2025-12-31")),
        ("2025-H2", ("2025-07-01", "2025-12-31")),
        ("15/12/2024..14/3/2025", ("2024-12-15", "2025-03-14")),
        ("2025-07-16", (None, "2025-07-16")),
    ],
)
def test_a_period_is_named_in_several_ways(words: str, days: tuple[str | None, str]) -> None:
    period = parse_period(words)
    assert (period.since and period.since.isoformat(), period.until.isoformat()) == days


@pytest.mark.parametrize(
    "words", ["", "2025-13", "2025-Q0", "2025-Q5", "2025-H3", "1899", "quý 3", "2/1/2025..1/1/2025"]
)
def test_what_is_no_period_is_refused(words: str) -> None:
    with pytest.raises(ValueError):
        parse_period(words)
