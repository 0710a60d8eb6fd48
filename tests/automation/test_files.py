"""The hook stops a bad commit, and the CI files call commands that exist and name no host of their own."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.automation.board_files import HOOK, PLATFORMS, board_files
from generator.cli import cli
from tests import scaffold
from tests.check.base import PROCEDURE, write_board

ROOT = Path(__file__).resolve().parents[2]
FILES = board_files(PLATFORMS)
FILE = "procedures/ho-tich/1.000001.yml"


def _runs(value: object) -> list[str]:
    """Every script of a CI file."""
    if isinstance(value, dict):
        own = [text for key, text in value.items() if key == "run" and isinstance(text, str)]
        scripts = [line for key in ("script", "before_script") for line in value.get(key, ())]
        return own + scripts + [run for item in value.values() for run in _runs(item)]
    return [run for item in value for run in _runs(item)] if isinstance(value, list) else []


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_ci_file_is_yaml_whose_scripts_a_shell_can_read(platform: str) -> None:
    runs = _runs(yaml.safe_load(FILES[PLATFORMS[platform]]))
    assert len(runs) >= 5
    for run in runs:
        assert "${{" not in run, "what others write must not become a command"
        done = subprocess.run(["sh", "-n"], input=run.encode(), capture_output=True, check=False)
        assert done.returncode == 0, (run, done.stderr)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_ci_file_checks_comments_and_publishes(platform: str) -> None:
    text = FILES[PLATFORMS[platform]]
    for part in (
        "congkhai check",
        "congkhai fmt --check",
        "congkhai diff",
        "--format markdown",
        "congkhai build",
    ):
        assert part in text


@pytest.mark.parametrize("name", [*PLATFORMS.values(), HOOK])
def test_every_command_and_option_that_is_called_exists(name: str) -> None:
    found = re.findall(
        r"^(?:\s*(?:-|run:|- run:))?\s*congkhai ([a-z].*?)(?: \|\| .*| > .*)?$", FILES[name], re.M
    )
    assert len(found) >= 3
    for call in found:
        command, *options = shlex.split(call)
        said = CliRunner().invoke(cli, [command, "--help"])
        assert said.exit_code == 0, call
        assert [one for one in options if one.startswith("--") and one not in said.output] == [], call


@pytest.mark.parametrize("name", FILES)
def test_no_host_is_named(name: str) -> None:
    assert not re.search(r"https?://", FILES[name])


def test_a_new_board_has_them_and_an_old_file_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("của tôi\n", encoding="utf-8")
    assert (
        CliRunner().invoke(cli, ["new", "board", str(tmp_path), "--ci", "gitea", *scaffold.BOARD]).exit_code
        == 0
    )
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "của tôi\n"
    assert (tmp_path / ".gitea/workflows/congkhai.yml").is_file()
    assert not (tmp_path / ".github").exists()
    assert os.access(tmp_path / HOOK, os.X_OK)
    assert CliRunner().invoke(cli, ["fmt", "--check", "--source", str(tmp_path)]).exit_code == 0


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A board in git with the hook switched on, and ``congkhai`` on the path."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "congkhai").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', encoding="utf-8"
    )
    (tools / "congkhai").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("CONGKHAI_TODAY", "2026-11-22")
    root = write_board(tmp_path / "board", {HOOK: FILES[HOOK]})
    (root / HOOK).chmod(0o755)
    CliRunner().invoke(cli, ["fmt", "--source", str(root)])
    _git(root, "init", "-q")
    _git(root, "add", ".")
    _git(root, "commit", "-qm", "a")
    _git(root, "config", "core.hooksPath", ".githooks")
    return root


def _git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=x", "-c", "user.email=x@congkhai.example", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(root), *who, *arguments], capture_output=True, check=False)
    return (done.stdout + done.stderr).decode()


def test_the_hook_stops_a_commit_with_an_error_and_says_why(board: Path) -> None:
    (board / FILE).write_text(PROCEDURE + "phi: x\n", encoding="utf-8")
    assert "[key-unknown]" in _git(board, "commit", "-qam", "b")
    assert _git(board, "log", "--format=%s").split() == ["a"]


def test_the_hook_lets_a_sound_commit_pass_and_tells_what_it_does(board: Path) -> None:
    text = (board / FILE).read_text(encoding="utf-8").replace("Đăng ký khai sinh", "Khai sinh")
    (board / FILE).write_text(text, encoding="utf-8")
    assert "Tên thủ tục: từ «Đăng ký khai sinh» thành «Khai sinh»." in _git(board, "commit", "-qam", "b")
    assert _git(board, "log", "--format=%s").split() == ["b", "a"]


def test_the_hook_leaves_other_commits_alone(board: Path) -> None:
    (board / FILE).write_text("[", encoding="utf-8")
    (board / "README.md").write_text("x", encoding="utf-8")
    _git(board, "add", "README.md")
    assert _git(board, "commit", "-qm", "b") == ""
    assert _git(board, "log", "--format=%s").split() == ["b", "a"]


def test_the_hook_lets_the_very_first_commit_pass(board: Path) -> None:
    _git(board, "update-ref", "-d", "HEAD")
    assert "0 lỗi" in _git(board, "commit", "-qm", "first")
    assert _git(board, "log", "--format=%s").split() == ["first"]
