"""``congkhai export`` and back: nothing is lost, only edits change anything, nobody's work is undone."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.catalogue_workbook.cells import compared
from generator.catalogue_workbook.export import export_catalogue
from generator.catalogue_workbook.layout import DIGEST, GROUP, NUMBER, PARTS, Column, Kind, main_columns
from generator.catalogue_workbook.rows import digest
from generator.catalogue_workbook.write import catalogue_workbook
from generator.commands.export import export
from generator.importing.catalogue.book import CatalogueDraft, read_catalogue
from generator.importing.catalogue.changes import changes_of, digest_of_draft
from generator.importing.report import Outcome, RecordReport
from generator.importing.run import run_import
from generator.importing.workbook.cells import read_workbook
from generator.model.procedure import Procedure
from generator.model.settings import CatalogueField
from generator.model.shape import keys_of
from generator.reading.yaml_text import Data
from generator.verbatim import clean
from tests.importing.boards import CODE, read

FIELDS = {"ho-tich": "Hộ tịch", "chung-thuc": "Chứng thực"}

RECORD = f"""# Đầu tệp
ma: "{CODE}"   # mã của quốc gia
ten: Thủ tục đăng ký khai sinh
linh_vuc: ho-tich
muc_do: day_du
doi_tuong_thuc_hien:
  - Công dân Việt Nam
  - Người nước ngoài
trinh_tu_thuc_hien:
  - buoc: Nộp hồ sơ
    # bước này hay bị hỏi
    ai_lam: Người dân
  - buoc: Nhận kết quả
cach_thuc_thuc_hien:
  - hinh_thuc: truc_tiep
    thoi_han: "1.10"
    phi_le_phi: "50.000"   # nghị quyết của tỉnh
  - hinh_thuc: truc_tuyen
    thoi_han: "07:30"
    phi_le_phi: "=1+1"
thanh_phan_ho_so:
  - truong_hop: Đúng hạn
    giay_to:
      - ten: Tờ khai
        ban_chinh: 1
      - ten: Giấy chứng sinh
        ban_sao: 2
  - giay_to:
      - ten: Văn bản ủy quyền
so_bo: "007"
yeu_cau_dieu_kien: |-
  Dòng một
  Dòng hai
hieu_luc:
  tu: 01/07/2025
nguon:
  - ten: Cơ sở dữ liệu quốc gia
    lien_ket: https://dichvucong.gov.vn/
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A board of two fields with one full record, whose texts a spreadsheet would love to retype."""
    files = {
        "content/fields.yml": "linh_vuc:\n"
        + "".join(f"  - ma: {key}\n    ten: {name}\n" for key, name in FIELDS.items()),
        f"procedures/ho-tich/{CODE}.yml": RECORD,
        "procedures/chung-thuc/2.000815.yml": 'ma: "2.000815"\nten: Chứng thực\nlinh_vuc: chung-thuc\n',
    }
    for name, content in files.items():
        path = tmp_path / "bang" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path / "bang"


def record_file(root: Path) -> Path:
    return root / f"procedures/ho-tich/{CODE}.yml"


def exported(root: Path, *fields: str) -> Workbook:
    known = tuple(CatalogueField(key=key, name=name) for key, name in FIELDS.items())
    return load_workbook(io.BytesIO(export_catalogue(root, known, fields).content))


def imported(root: Path, book: Workbook) -> dict[str, RecordReport]:
    """What came of each record; problems of the whole workbook fail the test."""
    file = root.parent / "sua.xlsx"
    book.save(file)
    report = run_import([file], root)
    refused = [r for r in report.records if r.outcome is Outcome.REFUSED]
    assert len(report.problems) == len(refused), report.problems
    return {record.code: record for record in report.records}


def cell(sheet: Worksheet, label: str, row: int) -> Any:
    """The cell of a row under a label."""
    column = next(c.column for c in sheet[1] if c.value == label)
    return sheet.cell(row, column)


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*.yml")}


# Round trip


def test_a_workbook_that_nobody_edited_changes_no_byte(root: Path) -> None:
    before = files(root)
    outcomes = {report.outcome for report in imported(root, exported(root)).values()}
    assert outcomes == {Outcome.UNCHANGED}
    assert files(root) == before


def test_the_same_records_give_the_same_bytes(root: Path) -> None:
    known = tuple(CatalogueField(key=key, name=name) for key, name in FIELDS.items())
    assert export_catalogue(root, known).content == export_catalogue(root, known).content


def test_only_the_fields_asked_for_are_exported(root: Path) -> None:
    codes = [row[0].value for row in exported(root, "chung-thuc")["Thủ tục"].iter_rows(min_row=2)]
    assert codes == ["2.000815"]


_NASTY = st.sampled_from(
    [
        "1.10",
        "50.000",
        "07:30",
        "=1+1",
        "00123",
        "#N/A",
        "TRUE",
        "no",
        "_x0041_",
        "_x005F_x0041_",
        "⏎ dòng",
        "a\n⏎ b",
        "+84",
        "@SUM(1)",
        "'a",
        "1e5",
        "12/03/2025",
    ]
)
_TEXTS = st.one_of(_NASTY, st.text(st.characters(codec="utf-8"), max_size=20)).filter(
    lambda t: clean(t) != ""
)
_DAYS = st.dates(min_value=date(1990, 1, 1)).map(lambda day: f"{day:%d/%m/%Y}")


def _values(column: Column) -> st.SearchStrategy[Data]:
    if column.path == ("ma",):
        return st.just(CODE)
    if column.path == ("linh_vuc",):
        return st.sampled_from(sorted(FIELDS))
    if column.words:
        one: st.SearchStrategy[Data] = st.sampled_from(sorted(column.words))
    elif column.kind is Kind.COUNT:
        one = st.sampled_from(["0", "1", "02", " 3 "])
    elif column.kind is Kind.DAY:
        one = _DAYS
    else:
        one = _TEXTS
    return st.lists(one, max_size=3) if column.kind is Kind.LIST else one


def _groups(columns: tuple[Column, ...]) -> st.SearchStrategy[dict[str, Data]]:
    def planted(values: dict[Column, Data]) -> dict[str, Data]:
        made: dict[str, Data] = {}
        for column, value in values.items():
            inner = made if len(column.path) == 1 else made.setdefault(column.path[0], {})
            assert isinstance(inner, dict)
            inner[column.path[-1]] = value
        return made

    first = {columns[0]: _values(columns[0])}
    return st.fixed_dictionaries(first, optional={c: _values(c) for c in columns[1:]}).map(planted)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Data]:
    """Records of every shape that the model has; not all of them valid, as the workbook does not care."""
    made: dict[str, Data] = {"linh_vuc": "ho-tich"}
    made |= draw(_groups(main_columns(FIELDS)))
    for part in PARTS:
        items = st.lists(_groups(part.columns), min_size=1, max_size=3)
        if part.within:
            cases = draw(st.lists(st.tuples(_groups(part.group), items), max_size=3))
            found: list[Data] = [{**case, part.within: [*papers]} for case, papers in cases]
        else:
            found = [*draw(st.lists(_groups(part.columns), max_size=3))]
        if found:
            made[part.key] = found
    return made


def draft_of(content: bytes) -> CatalogueDraft:
    """The one procedure of a workbook, read as the child process reads it."""
    sheets, hidden = read_workbook(content, "sua.xlsx")
    assert hidden == []
    reading = read_catalogue(sheets, "sua.xlsx", FIELDS)
    assert reading
    assert not reading.problems
    (draft,) = reading.drafts
    return draft


@given(records())
def test_whatever_a_record_holds_comes_back_unchanged(record: dict[str, Data]) -> None:
    draft = draft_of(catalogue_workbook([record], FIELDS))
    assert changes_of(record, draft).values == {}
    assert digest_of_draft(draft) == draft.digest == digest(record, main_columns(FIELDS))


# Edits


@given(records(), st.data())
def test_an_edited_cell_changes_exactly_its_value(record: dict[str, Data], data: st.DataObject) -> None:
    columns = [c for c in main_columns(FIELDS) if c.kind is Kind.TEXT and not c.words and len(c.path) == 1]
    column = data.draw(st.sampled_from(columns[1:]))
    said = data.draw(st.sampled_from(["1.10", "07:30", "=1+1", "007", "hai\ndòng", "_x0041_"]))
    book = load_workbook(io.BytesIO(catalogue_workbook([record], FIELDS)))
    target = cell(book["Thủ tục"], column.label, 2)
    target.value, target.data_type = said, "s"
    out = io.BytesIO()
    book.save(out)
    draft = draft_of(out.getvalue())
    changes = changes_of(record, draft)
    old = record.get(column.path[0])
    # ``_x005F_x0041_`` and ``_x0041_`` are one text: programs escape it when they save, each in its own way.
    same = isinstance(old, str) and compared(clean(old)) == compared(said)
    assert changes.values == ({} if same else {column.path[0]: said})


@pytest.mark.parametrize("said", ["_x0041_", "_x005F_x0041_", "_x005F_x005F_x0041_"])
def test_an_escape_more_or_less_is_no_edit(said: str) -> None:
    (column,) = (c for c in main_columns(FIELDS) if c.path == ("co_quan_ban_hanh",))
    record: dict[str, Data] = {"ma": CODE, "linh_vuc": "ho-tich", column.path[0]: "_x005F_x0041_"}
    book = load_workbook(io.BytesIO(catalogue_workbook([record], FIELDS)))
    cell(book["Thủ tục"], column.label, 2).value = said
    out = io.BytesIO()
    book.save(out)
    assert changes_of(record, draft_of(out.getvalue())).values == {}


def test_edits_reach_exactly_their_lines_and_every_comment_stays(root: Path) -> None:
    book = exported(root)
    cell(book["Thủ tục"], "Tên ngắn", 3).value = "Khai sinh"
    cell(book["Cách thức thực hiện"], "Phí, lệ phí", 2).value = "8.000 đồng"
    cell(book["Trình tự thực hiện"], "Bao lâu", 3).value = "01 ngày"
    report = imported(root, book)[CODE]
    assert report.outcome is Outcome.UPDATED
    assert record_file(root).read_text(encoding="utf-8") == (
        RECORD.replace("linh_vuc: ho-tich", "ten_ngan: Khai sinh\nlinh_vuc: ho-tich")
        .replace('phi_le_phi: "50.000"   #', 'phi_le_phi: "8.000 đồng"  #')
        .replace("  - buoc: Nhận kết quả\n", '  - buoc: Nhận kết quả\n    bao_lau: "01 ngày"\n')
    )


def test_rows_are_added_taken_out_and_put_in_another_order(root: Path) -> None:
    book = exported(root)
    steps = book["Trình tự thực hiện"]
    steps.append([CODE, None, "Đóng lệ phí"])
    steps.append([CODE, "1,5", "Chờ xử lý"])
    steps.append([CODE, "0", "Chuẩn bị"])
    papers = book["Thành phần hồ sơ"]
    papers.delete_rows(2)
    papers.append([CODE, "3", "Trường hợp mới", None, "Giấy mới"])
    imported(root, book)
    record = read(record_file(root))
    assert [step["buoc"] for step in record["trinh_tu_thuc_hien"]] == [  # type: ignore
        "Chuẩn bị",
        "Nộp hồ sơ",
        "Chờ xử lý",
        "Nhận kết quả",
        "Đóng lệ phí",
    ]
    assert record["thanh_phan_ho_so"] == [
        {"truong_hop": "Đúng hạn", "giay_to": [{"ten": "Giấy chứng sinh", "ban_sao": "2"}]},
        {"giay_to": [{"ten": "Văn bản ủy quyền"}]},
        {"truong_hop": "Trường hợp mới", "giay_to": [{"ten": "Giấy mới"}]},
    ]
    assert "# bước này hay bị hỏi" in record_file(root).read_text(encoding="utf-8")


def test_numbers_put_rows_in_another_order_and_sorting_the_sheet_does_not(root: Path) -> None:
    book = exported(root)
    steps = book["Trình tự thực hiện"]
    cell(steps, NUMBER, 2).value, cell(steps, NUMBER, 3).value = 2, 1
    channels = book["Cách thức thực hiện"]
    for column in range(1, channels.max_column + 1):
        one, other = channels.cell(2, column), channels.cell(3, column)
        one.value, other.value = other.value, one.value
        for each in (one, other):
            each.data_type = "s" if isinstance(each.value, str) else each.data_type
    before = read(record_file(root))
    assert imported(root, book)[CODE].imported == ("Trình tự thực hiện",)
    after = read(record_file(root))
    assert [step["buoc"] for step in after["trinh_tu_thuc_hien"]] == ["Nhận kết quả", "Nộp hồ sơ"]  # type: ignore
    assert after["cach_thuc_thuc_hien"] == before["cach_thuc_thuc_hien"]


def test_a_cleared_list_and_a_cleared_group_are_taken_out(root: Path) -> None:
    book = exported(root)
    book["Cách thức thực hiện"].delete_rows(2, 2)
    cell(book["Thủ tục"], "Hiệu lực: Có hiệu lực từ ngày", 3).value = None
    imported(root, book)
    assert {"cach_thuc_thuc_hien", "hieu_luc"} & set(read(record_file(root))) == set()


def test_words_of_a_dropdown_are_written_as_keys(root: Path) -> None:
    book = exported(root)
    cell(book["Thủ tục"], "Thẩm quyền", 3).value = "Dùng chung nhiều cấp"
    cell(book["Thủ tục"], "Cấp thực hiện", 3).value = "Cấp xã\nCấp tỉnh"
    imported(root, book)
    record = read(record_file(root))
    assert (record["tham_quyen"], record["cap_thuc_hien"]) == ("dung_chung", ["xa", "tinh"])


def test_another_field_moves_the_file(root: Path) -> None:
    book = exported(root)
    cell(book["Thủ tục"], "Lĩnh vực", 3).value = "Chứng thực"
    imported(root, book)
    assert not record_file(root).exists()
    assert read(root / f"procedures/chung-thuc/{CODE}.yml")["linh_vuc"] == "chung-thuc"


def test_a_new_row_is_a_new_procedure(root: Path) -> None:
    book = exported(root)
    row = {"Mã thủ tục": "1.004884", "Tên thủ tục": "Đăng ký lại khai sinh", "Lĩnh vực": "Hộ tịch"}
    for label, said in row.items():
        cell(book["Thủ tục"], label, 4).value = said
    book["Kết quả thực hiện"].append(["1.004884", 1, "Giấy khai sinh"])
    assert imported(root, book)["1.004884"].outcome is Outcome.CREATED
    assert read(root / "procedures/ho-tich/1.004884.yml") == {
        "ma": "1.004884",
        "ten": "Đăng ký lại khai sinh",
        "linh_vuc": "ho-tich",
        "ket_qua": [{"ten": "Giấy khai sinh"}],
    }


def test_a_row_that_was_taken_out_leaves_its_file(root: Path) -> None:
    before, book = files(root), exported(root)
    book["Thủ tục"].delete_rows(3)
    imported(root, book)
    assert files(root) == before


# Refusals


def refused(root: Path, edit: Callable[[Workbook], None]) -> str:
    """What is said of an edit that must not reach the file."""
    before, book = files(root), exported(root)
    edit(book)
    report = imported(root, book)[CODE]
    assert report.outcome is Outcome.REFUSED
    assert files(root) == before
    return report.doubtful[0]


def test_a_record_that_changed_since_the_export_is_refused_and_what_differs_is_named(root: Path) -> None:
    book = exported(root)
    cell(book["Thủ tục"], "Tên ngắn", 3).value = "Khai sinh"
    theirs = RECORD.replace("Dòng hai", "Dòng đã sửa trong git")
    record_file(root).write_text(theirs, encoding="utf-8")
    report = imported(root, book)[CODE]
    assert report.outcome is Outcome.REFUSED
    assert "đã đổi sau khi xuất" in report.doubtful[0]
    assert "Tên ngắn" in report.doubtful[0]
    assert record_file(root).read_text(encoding="utf-8") == theirs


def test_what_changed_since_the_export_is_kept_where_the_workbook_was_not_edited(root: Path) -> None:
    book = exported(root)
    theirs = RECORD.replace("Dòng hai", "Dòng đã sửa trong git")
    record_file(root).write_text(theirs, encoding="utf-8")
    assert imported(root, book)[CODE].outcome is Outcome.UNCHANGED
    assert record_file(root).read_text(encoding="utf-8") == theirs


def test_importing_the_same_workbook_again_changes_nothing(root: Path) -> None:
    book = exported(root)
    cell(book["Thủ tục"], "Tên ngắn", 3).value = "Khai sinh"
    assert imported(root, book)[CODE].outcome is Outcome.UPDATED
    assert imported(root, book)[CODE].outcome is Outcome.UNCHANGED


def test_a_number_that_excel_made_of_a_text_is_refused(root: Path) -> None:
    said = refused(
        root, lambda book: setattr(cell(book["Cách thức thực hiện"], "Phí, lệ phí", 2), "value", 50.5)
    )
    assert "là số 50.5" in said


def test_a_case_with_two_names_is_refused(root: Path) -> None:
    said = refused(root, lambda b: setattr(cell(b["Thành phần hồ sơ"], "Trường hợp", 3), "value", "Khác"))
    assert "ô C2 và ô C3" in said


def test_a_number_of_a_row_that_is_none_is_refused(root: Path) -> None:
    assert (
        "ô b2"
        in refused(root, lambda b: setattr(cell(b["Thành phần hồ sơ"], GROUP, 2), "value", "một")).lower()
    )


def test_a_value_that_the_record_cannot_hold_is_refused_with_its_place(root: Path) -> None:
    said = refused(
        root, lambda b: setattr(cell(b["Cách thức thực hiện"], "Hình thức nộp", 3), "value", "Fax")
    )
    assert said.startswith("trang «Cách thức thực hiện», dòng 3: Mục «hinh_thuc»")


def test_a_text_that_no_cell_holds_is_left_to_the_file(root: Path) -> None:
    long = "a" * 40_000
    text = record_file(root).read_text(encoding="utf-8").replace('so_bo: "007"', f"so_bo: {long}")
    record_file(root).write_text(text, encoding="utf-8")
    book = exported(root)
    assert imported(root, book)[CODE].outcome is Outcome.UNCHANGED
    said = refused(root, lambda b: setattr(cell(b["Thủ tục"], "Số bộ hồ sơ", 3), "value", "1 bộ"))
    assert "sửa trong tệp YAML" in said


def test_a_formula_without_a_value_is_refused_and_its_cell_named(root: Path) -> None:
    book = exported(root)
    cell(book["Thủ tục"], "Số bộ hồ sơ", 3).value = "=1+1"
    book.save(root.parent / "sua.xlsx")
    (problem,) = run_import([root.parent / "sua.xlsx"], root).problems
    assert problem.code == "import-formula"
    assert cell(book["Thủ tục"], "Số bộ hồ sơ", 3).coordinate in problem.message


def test_rows_without_a_code_and_sheets_that_are_gone_are_told(root: Path) -> None:
    book = exported(root)
    book["Kết quả thực hiện"].append([None, 1, "Giấy khai sinh"])
    del book["Cách thức thực hiện"]
    book.save(root.parent / "sua.xlsx")
    before = files(root)
    report = run_import([root.parent / "sua.xlsx"], root)
    assert [problem.code for problem in report.problems] == ["import-code-missing"]
    assert "sua.xlsx: trang «Cách thức thực hiện» không có trong tệp nên phần ấy giữ nguyên." in report.left
    assert files(root) == before


def test_a_code_that_stands_twice_is_not_imported(root: Path) -> None:
    book = exported(root)
    main = book["Thủ tục"]
    main.append([c.value for c in main[3]])
    cell(main, "Tên ngắn", 3).value = "Khai sinh"
    book.save(root.parent / "sua.xlsx")
    before = files(root)
    report = run_import([root.parent / "sua.xlsx"], root)
    assert "import-code-twice" in {problem.code for problem in report.problems}
    assert files(root) == before


# The command


def test_the_command_says_what_it_wrote_and_never_writes_over_a_workbook(root: Path) -> None:
    file = root.parent / "a.xlsx"
    arguments = ["--xlsx", str(file), "--source", str(root)]
    first = CliRunner().invoke(export, arguments)
    assert (first.exit_code, "Đã xuất 2 thủ tục" in first.output) == (0, True)
    before = file.read_bytes()
    assert CliRunner().invoke(export, arguments).exit_code == 1
    assert file.read_bytes() == before


def test_a_field_that_does_not_exist_is_answered_with_the_nearest(root: Path) -> None:
    arguments = ["--xlsx", str(root.parent / "a.xlsx"), "--source", str(root), "--field", "ho-tch"]
    result = CliRunner().invoke(export, arguments)
    assert result.exit_code == 2
    assert "Có phải «ho-tich»?" in result.output


def test_a_broken_file_is_named_and_the_others_are_exported(root: Path) -> None:
    record_file(root).write_text("ma: [", encoding="utf-8")
    result = CliRunner().invoke(export, ["--xlsx", str(root.parent / "a.xlsx"), "--source", str(root)])
    assert result.exit_code == 1
    assert "Đã xuất 1 thủ tục" in result.output
    assert f"procedures/ho-tich/{CODE}.yml:2:1: LỖI" in result.output


def test_every_key_of_a_procedure_has_its_column() -> None:
    keys = {column.path[0] for column in main_columns({})} | {part.key for part in PARTS}
    assert keys == set(keys_of(Procedure))
    labels = [column.label for column in main_columns({})] + [DIGEST]
    assert len(set(labels)) == len(labels)
    assert all(len(set(part.labels)) == len(part.labels) for part in PARTS)
