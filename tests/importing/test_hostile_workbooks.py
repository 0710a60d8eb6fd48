"""Every attack on the reader of workbooks is refused in words; the parent lives, nothing is written."""

import sys
import time
from pathlib import Path

import pytest

from generator.importing.run import run_import
from generator.importing.unreadable import Unreadable
from generator.importing.workbook import bounded, child
from generator.importing.workbook.bounded import Limits, read_bounded
from tests.importing.boards import CODE, board, json_file, source
from tests.importing.hostile import ATTACKS, changed, good, in_sheet


def _written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "tep.xlsx"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("attack", ATTACKS)
def test_refused(attack: str, tmp_path: Path) -> None:
    make, code = ATTACKS[attack]
    root = board(tmp_path)
    (problem,) = run_import([_written(tmp_path, make())], root).problems
    assert (problem.code, problem.file) == (code, "tep.xlsx")
    assert problem.message.endswith(".")
    assert problem.suggestion, "what to do must be said"
    assert not list(root.rglob("*"))


def test_the_file_after_a_hostile_one_is_imported(tmp_path: Path) -> None:
    bad = _written(tmp_path, ATTACKS["macros"][0]())
    report = run_import([bad, json_file(tmp_path, source())], board(tmp_path))
    assert (len(report.problems), [record.code for record in report.records]) == (1, [CODE])


def test_a_merged_range_of_billions_of_cells_costs_nothing(tmp_path: Path) -> None:
    merged = b'</sheetData><mergeCells><mergeCell ref="A5:XFD1048576"/></mergeCells>'
    report = run_import([_written(tmp_path, in_sheet(b"</sheetData>", merged))], board(tmp_path))
    assert [record.code for record in report.records] == [CODE]


def test_empty_cells_far_away_are_no_cells(tmp_path: Path) -> None:
    """Excel itself writes them where someone once gave a whole column a colour."""
    row = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    report = run_import([_written(tmp_path, in_sheet(b"</sheetData>", row))], board(tmp_path))
    assert [record.code for record in report.records] == [CODE]


def test_links_to_web_pages_are_no_links_to_workbooks(tmp_path: Path) -> None:
    """The lists of the portal have one in each row."""
    link = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        b'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        b'Target="https://example.vn/" TargetMode="External"/></Relationships>'
    )
    content = changed(add={"xl/worksheets/_rels/sheet1.xml.rels": link})
    report = run_import([_written(tmp_path, content)], board(tmp_path))
    assert [record.code for record in report.records] == [CODE]


def _refused(limits: Limits, content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_bounded(content, "tep.xlsx", limits)
    return caught.value.problem.code


needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="no limits of the kernel there")


@needs_limits
def test_a_reader_that_wants_too_much_memory_is_stopped() -> None:
    assert _refused(Limits(memory=64_000_000), _long_texts()) == "import-too-heavy"


@needs_limits
def test_a_reader_that_calculates_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    started = time.monotonic()
    assert _stopped_by(monkeypatch, "while True: pass", Limits(cpu=1)) == "import-too-heavy"
    assert time.monotonic() - started < 60


def test_a_reader_that_sleeps_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _stopped_by(monkeypatch, "import time; time.sleep(99)", Limits(wall=1)) == "import-too-heavy"


@needs_limits
def test_an_answer_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    code = _stopped_by(monkeypatch, "while True: print('x' * 10**6)", Limits(output=3_000_000))
    assert code == "import-too-heavy"


def test_a_reader_that_crashes_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _stopped_by(monkeypatch, "import os; os.abort()", Limits()) == "import-reader-failed"


def _stopped_by(monkeypatch: pytest.MonkeyPatch, body: str, limits: Limits) -> str:
    """The code that comes of a child whose reader does ``body`` instead."""
    start = (
        "import sys; from generator.importing.workbook import child; "
        f"child.limit(*map(int, sys.argv[1:4]))\n{body}"
    )
    monkeypatch.setattr(bounded, "_PROGRAM", ("-c", start))
    return _refused(limits, good())


def _long_texts() -> bytes:
    row = b'<row r="%d"><c t="inlineStr"><is><t>' + b"x" * 30_000 + b"</t></is></c></row>"
    data = b"".join(row % number for number in range(3, 2000))
    return in_sheet(b"</sheetData>", data + b"</sheetData>")


def test_the_child_answers_as_the_parent_understands() -> None:
    book = good()
    told = child.answer(book, "tep.xlsx")
    (sheet,), hidden = read_bounded(book, "tep.xlsx")
    assert [list(cell) for cell in told["sheets"][0]["cells"]] == [
        [cell.row, cell.column, cell.text, cell.kind.value, cell.had_control] for cell in sheet.cells.values()
    ]
    assert hidden == []


def test_the_child_starts_from_any_folder_and_takes_no_program_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "openpyxl.py").write_text("raise SystemExit('taken')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (sheet,), _ = read_bounded(good(), "tep.xlsx")
    assert sheet.at(2, 1)
