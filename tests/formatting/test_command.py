"""``congkhai fmt`` on a board's folder: writes what changed, in one move, and nothing that has mistakes."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from tests.check.base import FILES, PROCEDURE, write_board

FILE = "procedures/ho-tich/1.000001.yml"
MESSY = "ten: Đăng ký khai sinh\n" + PROCEDURE.replace("ten: Đăng ký khai sinh\n", "") + "# cuối\n"


def _fmt(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["fmt", "--source", str(root), *arguments])


@pytest.fixture
def board(tmp_path: Path) -> Path:
    root = write_board(tmp_path, {FILE: MESSY})
    assert _fmt(root, *(str(root / name) for name in FILES if name != FILE)).exit_code == 0
    return root


def test_check_names_the_file_and_writes_nothing(board: Path) -> None:
    before = (board / FILE).read_bytes()
    result = _fmt(board, "--check")
    assert result.exit_code == 1
    assert f"{FILE}: chưa gọn" in result.output
    assert "4 tệp: 1 chưa gọn." in result.output
    assert (board / FILE).read_bytes() == before


def test_a_file_is_put_in_order_once(board: Path) -> None:
    result = _fmt(board)
    assert result.exit_code == 0
    assert result.output == f"{FILE}: đã sắp xếp lại\n4 tệp: 1 đã sắp xếp lại.\n"
    assert (board / FILE).read_text(encoding="utf-8").startswith('ma: "1.000001"\nten: Đăng ký khai sinh\n')
    assert _fmt(board).output == "4 tệp: 0 đã sắp xếp lại.\n"
    assert _fmt(board, "--check").exit_code == 0


def test_a_file_with_mistakes_is_left_and_told_and_the_others_are_written(board: Path) -> None:
    broken = MESSY + "phi: x\n"
    (board / FILE).write_text(broken, encoding="utf-8")
    (board / "content/fields.yml").write_text(FILES["content/fields.yml"] + "\n\n", encoding="utf-8")
    result = _fmt(board)
    assert result.exit_code == 1
    assert "[key-unknown]" in result.output
    assert "content/fields.yml: đã sắp xếp lại" in result.output
    assert (board / FILE).read_text(encoding="utf-8") == broken


def test_only_the_files_named_are_touched(board: Path) -> None:
    (board / "content/fields.yml").write_text(FILES["content/fields.yml"] + "\n", encoding="utf-8")
    assert _fmt(board, "--check", str(board / "procedures")).output.startswith(f"{FILE}: chưa gọn\n1 tệp: 1")
    assert _fmt(board, str(board / FILE)).exit_code == 0
    assert _fmt(board, "--check").output.startswith("content/fields.yml: chưa gọn\n4 tệp: 1")


def test_a_path_that_is_no_file_of_the_board_is_a_wrong_usage(board: Path, tmp_path: Path) -> None:
    (board / "content/pages").mkdir()
    (board / "content/pages/index.md").write_text("x", encoding="utf-8")
    for path in (board / "content/pages/index.md", board / "content/pages", tmp_path.parent):
        result = _fmt(board, str(path))
        assert result.exit_code == 2
        assert "không phải tệp của bảng này" in result.output


def test_line_ends_of_windows_are_no_difference_and_other_forms_are_written_plain(board: Path) -> None:
    fields = board / "content/fields.yml"
    fields.write_bytes(fields.read_bytes().replace(b"\n", b"\r\n"))
    assert _fmt(board, "--check", str(fields)).exit_code == 0
    (board / FILE).write_bytes(b"\xef\xbb\xbf" + MESSY.replace("\n", "\r\n").encode())
    assert _fmt(board, str(board / FILE)).exit_code == 0
    assert (board / FILE).read_bytes().startswith(b'ma: "1.000001"\nten: ')


def test_a_link_stays_a_link(board: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.yml"
    (board / FILE).rename(real)
    (board / FILE).symlink_to(real)
    assert _fmt(board).exit_code == 0
    assert (board / FILE).is_symlink()
    assert real.read_text(encoding="utf-8").startswith('ma: "1.000001"')


def test_nothing_else_is_left_behind(board: Path) -> None:
    before = sorted((board / "procedures/ho-tich").iterdir())
    _fmt(board)
    assert sorted((board / "procedures/ho-tich").iterdir()) == before
