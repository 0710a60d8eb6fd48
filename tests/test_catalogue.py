"""A file whose bytes are known is not parsed again, and nothing else is ever taken for known."""

import os
from pathlib import Path

import msgspec
import pytest

from generator import catalogue
from generator.catalogue import Scanned, digest_of, scan
from generator.check.procedure_rules import ProcedureRules
from generator.model.settings import ReviewPeriods
from generator.reading import stamps
from generator.reading.stamps import stamp_of
from tests.check.base import PROCEDURE, TODAY, write_board

RULES = ProcedureRules(("ho-tich", "chung-thuc"), TODAY, ReviewPeriods())
FILE = "procedures/ho-tich/1.000001.yml"


def _known(root: Path, *files: str) -> dict[str, Scanned]:
    return {item.file: item for item in scan(root, files, RULES, {})[0]}


def test_a_known_file_is_taken_over_without_being_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = write_board(tmp_path, {})
    known = _known(board, FILE)
    monkeypatch.setattr(catalogue, "read_procedure", lambda *_: pytest.fail("parsed again"))
    scanned, parsed = scan(board, [FILE], RULES, known)
    assert scanned == [known[FILE]]
    assert parsed == {}


@pytest.mark.parametrize("text", [PROCEDURE + "\n", PROCEDURE.replace("sinh", "tử"), "", "[", "phi: x\n"])
def test_one_changed_byte_makes_a_file_unknown(text: str, tmp_path: Path) -> None:
    board = write_board(tmp_path, {})
    known = _known(board, FILE)
    (board / FILE).write_text(text, encoding="utf-8")
    (item,), _ = scan(board, [FILE], RULES, known)
    assert item == _known(board, FILE)[FILE]
    assert item.digest != known[FILE].digest


def test_a_broken_file_keeps_its_problems_from_run_to_run(tmp_path: Path) -> None:
    board = write_board(tmp_path, {FILE: PROCEDURE + "phi: x\n"})
    known = _known(board, FILE)
    (item,), parsed = scan(board, [FILE], RULES, known)
    assert item.entry is None
    assert [p.code for p in item.problems] == ["key-unknown"]
    assert parsed == {}


def test_what_is_scanned_survives_being_written_down(tmp_path: Path) -> None:
    more = "hieu_luc: {tu: 1/1/2026}\nthay_doi: [{ngay: 2/3/2026, noi_dung: Giảm phí}]\n"
    board = write_board(tmp_path, {"procedures/ho-tich/1.000002.yml": PROCEDURE + more})
    for item in _known(board, FILE, "procedures/ho-tich/1.000002.yml").values():
        assert msgspec.json.decode(msgspec.json.encode(item), type=Scanned) == item


@pytest.fixture
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as written long ago."""
    monkeypatch.setattr(stamps, "lies_back", lambda moment, seconds: True)


@pytest.mark.usefixtures("_settled")
def test_a_file_that_nobody_touched_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    board = write_board(tmp_path, {})
    known = _known(board, FILE)
    monkeypatch.setattr(catalogue, "digest_of", lambda _: pytest.fail("read again"))
    assert scan(board, [FILE], RULES, known)[0] == [known[FILE]]


@pytest.mark.usefixtures("_settled")
def test_a_change_is_seen_though_size_and_times_are_put_back(tmp_path: Path) -> None:
    board = write_board(tmp_path, {})
    known = _known(board, FILE)
    before = (board / FILE).stat()
    (board / FILE).write_text(PROCEDURE.replace("sinh", "hinh"), encoding="utf-8")
    os.utime(board / FILE, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (board / FILE).stat().st_size == before.st_size
    (item,), parsed = scan(board, [FILE], RULES, known)
    assert item.digest != known[FILE].digest
    assert FILE in parsed


@pytest.mark.usefixtures("_settled")
def test_a_file_that_was_only_touched_is_read_but_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = write_board(tmp_path, {})
    known = _known(board, FILE)
    os.utime(board / FILE, (1, 1))
    monkeypatch.setattr(catalogue, "read_procedure", lambda *_: pytest.fail("parsed again"))
    (item,), _ = scan(board, [FILE], RULES, known)
    assert item.digest == known[FILE].digest
    assert item.stamp == stamp_of(str(board / FILE)) != known[FILE].stamp


def test_a_file_that_changed_a_moment_ago_has_no_stamp_yet(tmp_path: Path) -> None:
    board = write_board(tmp_path, {})
    assert _known(board, FILE)[FILE].stamp == ""
    assert stamp_of(str(tmp_path)) == stamp_of(str(tmp_path / "nowhere.yml")) == ""


def test_a_file_that_cannot_be_read_has_no_digest(tmp_path: Path) -> None:
    assert digest_of(tmp_path / "nowhere.yml") is None
    assert digest_of(tmp_path) is None


def test_a_file_that_is_too_large_is_told_from_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    digest = digest_of(path)
    with path.open("ab") as file:
        file.write(b"more")
    assert digest_of(path) == digest


def test_the_same_rules_have_the_same_key_and_others_do_not() -> None:
    assert RULES.key() == ProcedureRules(("ho-tich", "chung-thuc"), TODAY, ReviewPeriods()).key()
    others = [
        ProcedureRules(("ho-tich",), TODAY, ReviewPeriods()),
        ProcedureRules(None, TODAY, ReviewPeriods()),
        ProcedureRules(RULES.fields, TODAY.replace(day=1), ReviewPeriods()),
        ProcedureRules(RULES.fields, TODAY, ReviewPeriods(full=1)),
    ]
    assert len({RULES.key(), *(rules.key() for rules in others)}) == 5
