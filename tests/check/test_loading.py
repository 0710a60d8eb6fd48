"""A whole folder: everything in it is read or told of, in an order that does not depend on chance."""

import os
from pathlib import Path

import pytest

from generator.loading import load
from generator.problems import Severity
from tests.check.base import FILES, PROCEDURE, TODAY, load_board, write_board


def _second(code: str, name: str) -> str:
    return PROCEDURE.replace("1.000001", code).replace("Đăng ký khai sinh", name)


def test_a_sound_folder_becomes_a_board(tmp_path: Path) -> None:
    loaded = load_board(tmp_path, {})
    assert loaded.problems == ()
    assert loaded.board
    assert loaded.board.today == TODAY
    assert list(loaded.board.fields) == ["ho-tich", "chung-thuc"]
    assert list(loaded.board.communes) == ["10750"]
    assert loaded.files == {"1.000001": "procedures/ho-tich/1.000001.yml"}


def test_an_error_anywhere_leaves_no_board_and_a_warning_does(tmp_path: Path) -> None:
    bad = load_board(tmp_path / "bad", {"content/communes/10750/commune.yml": "["})
    assert bad.board is None
    warned = load_board(tmp_path / "warned", {"procedures/ho-tich/x.yaml": "["})
    assert warned.board
    assert [p.severity for p in warned.problems] == [Severity.WARNING]


def test_errors_come_first_then_files_then_places(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "procedures/ho-tich/1.000001.yml": PROCEDURE + "phi: x\nxyz: x\n",
        "procedures/ho-tich/1.000002.yml": _second("1.000002", "Kết hôn").replace("20/11/2026", "1/1/2020"),
        "procedures/chung-thuc/1.000003.yml": "[",
        "content/fields.yml": FILES["content/fields.yml"] + "x: y\n",
        "content/a.yml": "nobody reads this",
    }
    problems = load_board(tmp_path, files).problems
    keys = [(p.severity is not Severity.ERROR, p.file, p.line, p.column) for p in problems]
    assert keys == sorted(keys)
    assert len(keys) == 6
    assert keys[4][1] == "content/a.yml"


def test_the_folder_is_read_the_same_way_twice(tmp_path: Path) -> None:
    board = write_board(
        tmp_path, {"procedures/ho-tich/1.000002.yml": _second("1.000002", "đăng ký KHAI SINH")}
    )
    assert load(board, TODAY) == load(board, TODAY)


@pytest.mark.parametrize(
    "name",
    [
        "procedures/ho-tich/1.000009.yml",
        "content/communes/10750/statistics/2026.yml",
        "content/overlays/31/1.000001.yml",
        "content/life_events.yml",
        "content/board.yml",
        "content/fields.yml",
    ],
)
@pytest.mark.parametrize("kind", ["folder", "dangling", "loop", "pipe", "binary"])
def test_no_file_can_stop_the_others_from_being_checked(name: str, kind: str, tmp_path: Path) -> None:
    board = write_board(tmp_path, {name: None, "procedures/ho-tich/1.000002.yml": "phi: ["})
    path = board / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "folder":
        path.mkdir()
    elif kind == "dangling":
        path.symlink_to("nowhere")
    elif kind == "loop":
        path.symlink_to(path.name)
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.write_bytes(bytes(range(256)))
    codes = {(p.file, p.code) for p in load(board, TODAY).problems if p.severity is Severity.ERROR}
    assert codes == {
        (name, "file-not-utf8" if kind == "binary" else "file-unreadable"),
        ("procedures/ho-tich/1.000002.yml", "yaml-bracket-open"),
    }


def test_a_loop_of_folders_does_not_hang(tmp_path: Path) -> None:
    board = write_board(tmp_path, {})
    (board / "procedures/ho-tich/again").symlink_to(board / "procedures")
    (board / "content/communes/loop").symlink_to(board / "content/communes")
    (board / "content/overlays").symlink_to("overlays")
    assert load(board, TODAY).board


def test_a_commune_file_that_leads_nowhere_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    board = write_board(tmp_path, {})
    (board / "content/communes/10751").mkdir()
    (board / "content/communes/10751/commune.yml").symlink_to("nowhere")
    assert [p.file for p in load(board, TODAY).problems] == ["content/communes/10751/commune.yml"]


@pytest.mark.parametrize("name", [b"1.\xff.yml", "1.\u202e.yml".encode(), b"1.\n::error.yml"])
def test_a_file_whose_name_cannot_be_printed_is_told_and_not_read(name: bytes, tmp_path: Path) -> None:
    board = write_board(tmp_path, {})
    folder = os.fsencode(board / "procedures/ho-tich")
    try:
        Path(os.fsdecode(folder + b"/" + name)).write_text("ma: x", encoding="utf-8")
    except OSError:
        pytest.skip("this file system refuses such names")
    (problem,) = load(board, TODAY).problems
    assert problem.code == "file-stray"
    assert problem.file.isprintable()
    assert problem.file.encode()


def test_files_of_other_kinds_may_lie_about(tmp_path: Path) -> None:
    more: dict[str, str | bytes | None] = {
        "procedures/README.md": "x",
        "procedures/ho-tich/ghi-chu.txt": "x",
        "content/pages/index.md": "x",
        "content/communes/10750/anh.jpg": b"\xff\xd8",
    }
    assert load_board(tmp_path, more).problems == ()


def test_code_twice_names_the_other_place_and_points_at_the_code(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "procedures/chung-thuc/1.000001.yml": "# chép nhầm\n" + _second("1.000001", "Kết hôn"),
        "procedures/thuy-san/1.000001.yml": _second("1.000001", "Nuôi cá"),
    }
    twice = [p for p in load_board(tmp_path, files).problems if p.code == "code-twice"]
    assert [(p.file, p.line, p.column) for p in twice] == [
        ("procedures/chung-thuc/1.000001.yml", 2, 5),
        ("procedures/ho-tich/1.000001.yml", 1, 5),
        ("procedures/thuy-san/1.000001.yml", 1, 5),
    ]
    for problem in twice:
        others = {other.file for other in twice} - {problem.file}
        assert all(other in problem.message for other in others)
        assert problem.file not in problem.message


def test_thousands_of_unknown_references_are_answered(tmp_path: Path) -> None:
    codes = ", ".join(f'"9.{n:06}"' for n in range(3000))
    related = _second("1.000002", "Kết hôn") + f"thu_tuc_lien_quan: [{codes}]\n"
    problems = load_board(tmp_path, {"procedures/ho-tich/1.000002.yml": related}).problems
    assert {p.code for p in problems} == {"procedure-unknown"}
    assert len(problems) == 3000
