"""``congkhai check``: one run says everything, and the exit code says whether it may be published."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.today import VARIABLE
from tests.check.base import FILES, PROCEDURE, TODAY, write_board

BAD: dict[str, str | bytes | None] = {
    "procedures/ho-tich/1.000001.yml": PROCEDURE + "phi: x\ntu_khoa: x\n",
    "procedures/ho-tich/1.000002.yml": "ma: [\n",
    "procedures/ho-tich/1.000003.yml": b"\xff\xfe",
    "content/communes/10750/commune.yml": FILES["content/communes/10750/commune.yml"] + "x: y\n",
    "content/overlays/31/1.000009.yml": 'noi_ap_dung: "31"\nma: "1.000009"\nnguon: [{ten: x}]\n',
}


def _check(root: Path, *options: str, day: str = TODAY.isoformat()) -> Result:
    arguments = ["check", "--source", str(root), *options]
    return CliRunner().invoke(cli, arguments, env={VARIABLE: day}, catch_exceptions=False)


def _run(
    root: Path, *options: str, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, started in the board's folder."""
    command = [sys.executable, "-m", "generator", "check", *options]
    path = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, VARIABLE: TODAY.isoformat(), **(env or {})}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)


def test_a_sound_board_gives_0(tmp_path: Path) -> None:
    result = _check(write_board(tmp_path, {}))
    assert (result.exit_code, result.output) == (0, "0 lỗi, 0 cảnh báo.\n")


def test_warnings_alone_give_0(tmp_path: Path) -> None:
    board = write_board(tmp_path, {"procedures/x.yml": "x"})
    result = _check(board)
    assert result.exit_code == 0
    assert "cảnh báo [file-stray]" in result.output
    assert result.output.endswith("0 lỗi, 1 cảnh báo.\n")


def test_errors_give_1_and_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    result = _check(write_board(tmp_path, BAD), "--format", "json")
    assert result.exit_code == 1
    found = [(one["file"], one["code"]) for one in json.loads(result.output)]
    assert found == [
        ("content/communes/10750/commune.yml", "key-unknown"),
        ("content/overlays/31/1.000009.yml", "procedure-unknown"),
        ("procedures/ho-tich/1.000001.yml", "key-unknown"),
        ("procedures/ho-tich/1.000001.yml", "type-list"),
        ("procedures/ho-tich/1.000002.yml", "yaml-bracket-open"),
        ("procedures/ho-tich/1.000003.yml", "file-not-utf8"),
    ]


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab"])
def test_every_format_is_offered_and_gives_the_same_exit_code(form: str, tmp_path: Path) -> None:
    board = write_board(tmp_path, BAD)
    result = _check(board, "--format", form)
    assert result.exit_code == 1
    assert "yaml-bracket-open" in result.output


@pytest.mark.parametrize(
    "options", [["--format", "xml"], ["--nothing"], ["extra"], ["--source", "no/such/folder"], ["--source"]]
)
def test_wrong_usage_gives_2(options: list[str], tmp_path: Path) -> None:
    assert _check(write_board(tmp_path, {}), *options).exit_code == 2


def test_a_folder_that_is_no_board_gives_2_and_says_so(tmp_path: Path) -> None:
    result = _check(tmp_path)
    assert result.exit_code == 2
    assert "không phải thư mục của một bảng công khai" in result.output


def test_a_board_without_board_yml_is_a_problem_and_not_a_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    result = _check(tmp_path)
    assert result.exit_code == 1
    assert (
        "content/board.yml:1:1: LỖI [file-unreadable] Không mở được tệp: không có tệp này." in result.output
    )
    assert "content/fields.yml:1:1: LỖI" in result.output


def test_a_wrong_day_gives_2_and_a_sentence_without_a_traceback(tmp_path: Path) -> None:
    done = _run(write_board(tmp_path, {}), env={VARIABLE: "mai"})
    assert done.returncode == 2
    assert done.stdout == b""
    assert (
        done.stderr.decode() == "Biến CONGKHAI_TODAY phải là một ngày dạng 2026-11-22, nhưng đang là «mai».\n"
    )


def test_the_day_can_be_set_so_that_dated_rules_can_be_tried(tmp_path: Path) -> None:
    board = write_board(tmp_path, {})
    assert "review-stale" not in _check(board).output
    assert "review-stale" in _check(board, day="2027-11-21").output
    assert "date-future" in _check(board, day="2026-11-19").output


def test_the_command_itself_gives_0_1_and_2(tmp_path: Path) -> None:
    sound, bad = write_board(tmp_path / "sound", {}), write_board(tmp_path / "bad", BAD)
    assert _run(sound).returncode == 0
    assert _run(bad).returncode == 1
    assert _run(tmp_path).returncode == 2


def test_two_runs_give_the_same_bytes_whatever_the_seed_of_hashes(tmp_path: Path) -> None:
    more: dict[str, str | bytes | None] = {
        f"content/overlays/{code}/x.yml": "noi_ap_dung: '3'\n" for code in ("31", "10750")
    }
    more["content/overlays/10751/1.000001.yml"] = 'noi_ap_dung: "10751"\nma: "1.000001"\nnguon: [{ten: x}]\n'
    communes: dict[str, str | bytes | None] = {
        f"content/communes/1075{n}/commune.yml": f'ma: "1075{n}"\nten: Xã {n}\ntinh: "31"\n'
        for n in (2, 3, 4, 5)
    }
    board = write_board(tmp_path, BAD | more | communes)
    runs = {_run(board, "--format", "json", env={"PYTHONHASHSEED": seed}).stdout for seed in "123"}
    assert len(runs) == 1
    assert b"area-unknown" in runs.pop()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1258"])
def test_the_report_is_utf8_whatever_the_terminal_calls_itself(encoding: str, tmp_path: Path) -> None:
    done = _run(write_board(tmp_path, BAD), env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert done.returncode == 1
    assert "6 lỗi" in done.stdout.decode()
    assert b"Traceback" not in done.stderr


def test_checking_writes_nothing(tmp_path: Path) -> None:
    board = write_board(tmp_path, BAD)
    before = {path: path.read_bytes() for path in board.rglob("*") if path.is_file()}
    _check(board)
    assert {path: path.read_bytes() for path in board.rglob("*") if path.is_file()} == before


def test_help_is_vietnamese(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["check", "--help"])
    assert "Kiểm tra mọi tệp YAML" in result.output
    assert "--format" in result.output
