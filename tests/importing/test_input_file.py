"""Whatever a file holds, it is read or refused with a sentence; nothing in it is run."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from generator.importing import input_file
from generator.importing.run import run_import
from generator.importing.workbook.child import answer
from generator.problems import Problem
from tests.importing.boards import CODE, board, json_file, put, source, workbook

_SHARED_FOLDER = [HealthCheck.function_scoped_fixture]  # one folder for all examples will do
_ROWS = [["Mã số", "Tên"], [CODE, "Khai sinh"]]


def _problem(tmp_path: Path, *files: Path) -> Problem:
    root = board(tmp_path)
    (problem,) = run_import(files, root).problems
    assert not list(root.rglob("*.yml"))
    return problem


def _written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "tep.xlsx"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import-empty"),
        (b"\xff\xfe\x00", "import-not-utf8"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "import-old-excel"),
        (b"PK\x03\x04 cut off", "import-broken-workbook"),
        ("chỉ có chữ".encode(), "import-no-table"),
        (b'a,b\n"never closed', "import-csv"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_name(tmp_path: Path, content: bytes, code: str) -> None:
    problem = _problem(tmp_path, _written(tmp_path, content))
    assert (problem.code, problem.file) == (code, "tep.xlsx")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_file, "MAX_BYTES", 100)
    assert _problem(tmp_path, json_file(tmp_path, source())).code == "import-too-large"


def test_a_formula_without_a_stored_value_is_named_by_its_cell(tmp_path: Path) -> None:
    problem = _problem(tmp_path, workbook(tmp_path, [*_ROWS, ["=A2", "Tên"]]))
    assert problem.code == "import-formula"
    assert (problem.line, "ô A3" in problem.message, "«Sheet»" in problem.message) == (3, True, True)


@pytest.mark.parametrize(("value", "codes"), [(b"1.000894", [CODE, "1.000894"]), (b"", [CODE])])
def test_a_formula_with_a_stored_value_is_its_value(tmp_path: Path, value: bytes, codes: list[str]) -> None:
    member = "xl/worksheets/sheet1.xml"
    workbook(tmp_path, [*_ROWS, ["=A2", "Kết hôn"]])
    book = tmp_path / "bang.xlsx"
    with zipfile.ZipFile(book) as archive:
        sheet = archive.read(member)
    assert b'<c r="A3"><f>A2</f><v' in sheet
    out = io.BytesIO()
    with zipfile.ZipFile(book) as archive, zipfile.ZipFile(out, "w") as changed:
        for name in archive.namelist():
            content = archive.read(name) if name != member else _with_value(sheet, value)
            changed.writestr(name, content)
    report = put(board(tmp_path), _written(tmp_path, out.getvalue()))
    assert [record.code for record in report.records] == codes


def _with_value(sheet: bytes, value: bytes) -> bytes:
    start = sheet.index(b'<c r="A3">')
    end = sheet.index(b"</c>", start)
    return sheet[:start] + b'<c r="A3" t="str"><f>A2</f><v>' + value + b"</v>" + sheet[end:]


def test_an_error_value_is_not_taken_for_a_text(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Mã số", "Tên", "Địa điểm"])
    sheet.append([CODE, "Khai sinh", "#REF!"])
    sheet["C2"].data_type = "e"
    book.save(tmp_path / "loi.xlsx")
    (record,) = run_import([tmp_path / "loi.xlsx"], board(tmp_path)).records
    assert any("Ô C2 không phải là chữ mà là «#REF!»" in doubt for doubt in record.doubtful)


def test_a_faulty_file_does_not_stop_the_others(tmp_path: Path) -> None:
    bad = _written(tmp_path, b"PK\x03\x04")
    report = run_import([bad, json_file(tmp_path, source())], board(tmp_path))
    assert (len(report.problems), [record.code for record in report.records]) == (1, [CODE])


@settings(max_examples=150, suppress_health_check=_SHARED_FOLDER)
@given(st.lists(st.tuples(st.integers(0, 5000), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6))
def test_a_damaged_workbook_is_read_or_refused_never_raised(
    tmp_path: Path, damage: list[tuple[int, bytes]]
) -> None:
    content = bytearray(workbook(tmp_path, _ROWS).read_bytes())
    for place, bytes_ in damage:
        start = place % len(content)
        content[start : start + len(bytes_)] = bytes_
    assert answer(bytes(content), "tep.xlsx").keys() <= {"problem", "sheets", "hidden"}


@settings(max_examples=150, suppress_health_check=_SHARED_FOLDER)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=8,
    ),
    st.sampled_from([*source(), "documents", "legal_basis", "results", "applicants", "parse_warnings"]),
)
def test_a_record_with_any_value_anywhere_is_read_or_refused(tmp_path: Path, value: object, key: str) -> None:
    report = run_import([json_file(tmp_path, source(**{key: value}))], board(tmp_path))
    assert len(report.records) == 1
