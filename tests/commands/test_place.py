"""No command litters the board that it was asked about, nor a folder that somebody else uses."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.scaffolding.begin import new_board, new_commune
from tests import scaffold


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new board with one commune, in the folder that we stand in."""
    root = tmp_path / "bang"
    new_board(root, "Bảng", "Ủy ban nhân dân xã", "https://congkhai.example/", "31", "Hải Phòng")
    new_commune(root, "10750", "Xã Phú Thái", "31")
    (tmp_path / "kho").mkdir()
    (tmp_path / "kho/thu.txt").write_text("của tôi", encoding="utf-8")
    (tmp_path / "lien-ket").symlink_to(root / "content/pages", target_is_directory=True)
    monkeypatch.chdir(root)
    return root


def _everything(root: Path) -> dict[Path, bytes]:
    """All files, without what a board remembers for itself and git never sees."""
    found = (path for path in root.rglob("*") if ".congkhai" not in path.parts)
    return {path: path.read_bytes() if path.is_file() else b"" for path in found}


FOLDERS = {
    "build": ["build", "--output"],
    "publish": ["publish", "--to"],
    "bundle": ["bundle", "10750", "--output"],
    "schema": ["schema", "--output"],
    "new board": ["new", "board", *scaffold.BOARD],
}
FILES = {
    "export": ["export", "--xlsx"],
    "template": ["statistics", "template", "10750", "--period", "2026-Q3", "--output"],
    "keygen": ["keygen", "--output"],
}
NAMES = {"export": "a.xlsx", "template": "a.xlsx", "keygen": "a.pem"}


@pytest.mark.parametrize("place", [".", "content", "content/pages/moi", "procedures/moi", "../lien-ket/moi"])
@pytest.mark.parametrize("command", FOLDERS)
def test_no_folder_is_made_of_the_board_or_among_its_sources(
    command: str, place: str, board: Path, tmp_path: Path
) -> None:
    before = _everything(tmp_path)
    done = CliRunner().invoke(cli, [*FOLDERS[command], place])
    assert done.exit_code == 1, done.output
    assert f"bảng «{board}»" in done.output or "đã có một bảng" in done.output
    assert _everything(tmp_path) == before


@pytest.mark.parametrize("place", ["content", "content/pages", "procedures", "../lien-ket"])
@pytest.mark.parametrize("command", FILES)
def test_no_file_is_put_among_the_sources(command: str, place: str, board: Path, tmp_path: Path) -> None:
    before = _everything(tmp_path)
    done = CliRunner().invoke(cli, [*FILES[command], f"{place}/{NAMES[command]}"])
    assert done.exit_code == 1, done.output
    assert f"bảng «{board}»" in done.output
    assert _everything(tmp_path) == before


@pytest.mark.parametrize("command", ["build", "publish", "new board"])
def test_what_somebody_else_keeps_is_left_alone(command: str, board: Path, tmp_path: Path) -> None:
    before = _everything(tmp_path)
    done = CliRunner().invoke(cli, [*FOLDERS[command], str(tmp_path / "kho")])
    assert done.exit_code == 1
    assert "Hãy chọn một thư mục trống." in done.output
    assert _everything(tmp_path) == before


@pytest.mark.parametrize("place", ["../kho", "content", "content/pages", "procedures"])
def test_nothing_is_imported_into_what_is_no_board(place: str, board: Path, tmp_path: Path) -> None:
    table = board / "danh-muc.csv"
    table.write_text("Mã số,Tên thủ tục,Lĩnh vực\n1.001193,Đăng ký khai sinh,Hộ tịch\n", encoding="utf-8")
    before = _everything(tmp_path)
    done = CliRunner().invoke(cli, ["import", str(table), "--into", place])
    assert done.exit_code == 1, done.output
    assert _everything(tmp_path) == before
    assert CliRunner().invoke(cli, ["import", str(table), "--into", "."]).exit_code == 0
    (tmp_path / "trong").mkdir()
    assert CliRunner().invoke(cli, ["import", str(table), "--into", "../trong"]).exit_code == 0


@pytest.mark.parametrize("command", FOLDERS)
def test_beside_the_sources_is_room(command: str, board: Path, tmp_path: Path) -> None:
    for place in ("ket-qua", tmp_path / "ngoai"):
        done = CliRunner().invoke(cli, [*FOLDERS[command], str(place)])
        assert done.exit_code == 0, done.output


@pytest.mark.parametrize("command", FILES)
def test_a_file_may_stand_beside_the_sources(command: str, board: Path) -> None:
    done = CliRunner().invoke(cli, [*FILES[command], NAMES[command]])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("command", ["export", "template"])
@pytest.mark.parametrize("name", ["thu-tuc.csv", "thu-tuc.xls", "thu-tuc"])
def test_a_workbook_is_not_written_under_another_name(command: str, name: str, board: Path) -> None:
    done = CliRunner().invoke(cli, [*FILES[command], name])
    assert done.exit_code == 2
    assert "thu-tuc.xlsx" in done.output
    assert not (board / name).exists()


def test_a_stick_with_other_files_takes_a_bundle(board: Path, tmp_path: Path) -> None:
    assert CliRunner().invoke(cli, ["bundle", "10750", "--output", str(tmp_path / "kho")]).exit_code == 0


def test_a_board_begins_in_an_empty_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("Bảng của xã", encoding="utf-8")
    assert CliRunner().invoke(cli, ["new", "board", str(tmp_path), *scaffold.BOARD]).exit_code == 0
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Bảng của xã"


@pytest.mark.parametrize(
    "arguments", [["board", "."], ["commune", "10750"], ["procedure", "1.001193"]], ids=lambda a: a[0]
)
def test_what_is_there_already_is_said_before_anything_is_asked(
    arguments: list[str], board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    CliRunner().invoke(cli, ["new", "procedure", "1.001193", *scaffold.PROCEDURE])
    monkeypatch.setattr("generator.commands.asking.somebody_watches", lambda: True)
    done = CliRunner().invoke(cli, ["new", *arguments], input="a\n" * 9)
    assert done.exit_code == 1
    assert "đã có" in done.output.lower()
    assert "]: " not in done.output
