"""``congkhai diff`` in a real repository, and where there is none."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from tests.check.base import PROCEDURE, write_board

FILE = "procedures/ho-tich/1.000001.yml"
SUMMARY = PROCEDURE + "tom_tat: Ghi tên em bé.\n"


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@congkhai.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def _diff(board: Path, *arguments: str) -> Result:
    return CliRunner(env={"CONGKHAI_TODAY": "2026-11-22"}).invoke(
        cli, ["diff", "--source", str(board), *arguments]
    )


@pytest.fixture(params=["", "bang"])
def board(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A board at the top of a repository, and in a folder of it; two commits."""
    root = write_board(tmp_path / request.param, {})
    _git(tmp_path, "init", "-q", "-b", "main")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-q", "-m", "a")
    (root / FILE).write_text(SUMMARY, encoding="utf-8")
    _git(tmp_path, "commit", "-q", "-am", "b")
    return root


def test_nothing_changed_since_the_last_commit(board: Path) -> None:
    assert _diff(board).output == "Không có gì thay đổi trên bảng công khai.\n"


def test_what_is_not_committed_is_compared_with_the_last_commit(board: Path) -> None:
    (board / FILE).write_text(SUMMARY.replace("em bé", "trẻ"), encoding="utf-8")
    result = _diff(board)
    assert result.exit_code == 0
    assert "Tóm tắt một câu: từ «Ghi tên em bé.» thành «Ghi tên trẻ.»." in result.output


def test_any_revision_can_be_named(board: Path) -> None:
    for revision in ("HEAD~1", "main~1", "@{0}~1"):
        assert "Tóm tắt một câu: thêm «Ghi tên em bé.»." in _diff(board, revision).output


@pytest.mark.parametrize("revision", ["không-có", "HEAD~99", "--output=x", "-n", "", "HEAD:content"])
def test_a_revision_that_is_none_is_told(revision: str, board: Path) -> None:
    result = _diff(board, "--", revision)
    assert result.exit_code == 1
    assert f"không có bản «{revision}»" in result.output
    assert not Path("x").exists()


def test_a_file_with_errors_is_told_and_the_rest_is_compared(board: Path) -> None:
    (board / FILE).write_text(SUMMARY + "phi: x\n", encoding="utf-8")
    result = _diff(board)
    assert result.exit_code == 1
    assert "[key-unknown]" in result.output
    assert "Bị xóa" not in result.output


def test_a_file_that_had_errors_is_counted(board: Path) -> None:
    (board / FILE).write_text("[", encoding="utf-8")
    _git(board, "commit", "-q", "-am", "c")
    (board / FILE).write_text(SUMMARY, encoding="utf-8")
    result = _diff(board)
    assert result.exit_code == 0
    assert "Không so được 1 tệp còn lỗi ở bản cũ." in result.output


def test_a_link_in_the_old_board_leads_nowhere(board: Path, tmp_path: Path) -> None:
    (board / "procedures/ho-tich/1.000002.yml").symlink_to("/etc/hostname")
    _git(board, "add", ".")
    _git(board, "commit", "-q", "-m", "c")
    (board / "procedures/ho-tich/1.000002.yml").unlink()
    assert _diff(board).output == "Không có gì thay đổi trên bảng công khai.\n"


def test_a_folder_without_git_is_told(tmp_path: Path) -> None:
    result = _diff(write_board(tmp_path, {}))
    assert result.exit_code == 1
    assert "không nằm trong kho git" in result.output


def test_a_machine_without_git_is_told(board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = _diff(board)
    assert result.exit_code == 1
    assert "chưa cài git" in result.output
