import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests import scaffold
from tests.build.conftest import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's contents, as an installer lays them down; nothing of the checkout is on the path."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site-packages")
    return folder / "site-packages"


def _congkhai(installed: Path, folder: Path, *arguments: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(installed), "CONGKHAI_TODAY": "2026-11-22"}
    command = [sys.executable, "-m", "generator", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_new_board_builds_from_the_wheel_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    _congkhai(installed, tmp_path, "new", "board", "bang", "--ten", "Bảng xã Phú Thái", *scaffold.BOARD)
    _congkhai(installed, tmp_path, "new", "commune", "10750", "--source", "bang", "--ten", "Xã Phú Thái")
    _congkhai(installed, tmp_path, "new", "procedure", "1.001193", "--source", "bang", *scaffold.PROCEDURE)
    assert "0 lỗi" in _congkhai(installed, tmp_path, "check", "--source", "bang")
    assert "1.001193" in _congkhai(installed, tmp_path, "search", "vo moi de", "--source", "bang")
    _congkhai(installed, tmp_path, "build", "--source", "bang")
    page = (tmp_path / "bang/site/xa/10750/index.html").read_text(encoding="utf-8")
    assert "Xã Phú Thái" in page
    assert "Bảng xã Phú Thái" in page
    for asset in ("assets/congkhai/site.css", "thu-tuc/1.001193/index.html", "404.html"):
        assert (tmp_path / "bang/site" / asset).is_file()


def test_nothing_that_exists_is_overwritten(installed: Path, tmp_path: Path) -> None:
    _congkhai(installed, tmp_path, "new", "board", "bang", *scaffold.BOARD)
    board = tmp_path / "bang/content/board.yml"
    board.write_text("của tôi\n", encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-m", "generator", "new", "board", "bang", *scaffold.BOARD]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert board.read_text(encoding="utf-8") == "của tôi\n"
