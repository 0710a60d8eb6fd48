"""Two small boards that build in a blink, and copies of them."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.scaffolding.begin import new_board, new_commune, new_procedure
from generator.site.build import build
from tests.release.small import DAY, RECORD


def _board(folder: Path, procedures: int, *, whole: bool) -> Path:
    board = folder / "board"
    new_board(board, "Bảng nhỏ", "Ủy ban nhân dân xã", "https://congkhai.example/", "31", "Hải Phòng")
    if whole:
        new_commune(board, "10750", "Xã Phú Thái", "31")
    else:
        settings = board / "content/board.yml"
        settings.write_text(settings.read_text(encoding="utf-8") + "\ndu_lieu_mo: không\n", encoding="utf-8")
    for number in range(procedures):
        new_procedure(board, f"1.00119{number}", f"Thủ tục số {number}", "ho-tich")
    assert (board / RECORD).is_file()
    assert build(board, folder / "site", DAY).pages  # leaves the rendered frame beside the board
    for file in (board / ".congkhai").glob("state-*"):
        file.unlink()
    return board


@pytest.fixture(scope="session", autouse=True)
def _light() -> None:
    """Let no collection of garbage look at what the run itself holds: an eighth of the time goes there."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def _whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _board(tmp_path_factory.mktemp("whole"), 2, whole=True)


@pytest.fixture(scope="session")
def _plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _board(tmp_path_factory.mktemp("plain"), 2, whole=False)


@pytest.fixture
def board(_whole: Path, memory: Path) -> Path:
    """A board to change, with open data and the screens of a commune: some 700 writes a publication."""
    return Path(shutil.copytree(_whole, memory / "board"))


@pytest.fixture
def plain(_plain: Path, memory: Path) -> Path:
    """A board to change that publishes pages only: 200 writes, so each of them can be spoilt in many ways."""
    return Path(shutil.copytree(_plain, memory / "plain"))


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is one: what is tried a thousand times need not wait for a disk."""
    if not os.access("/dev/shm", os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="congkhai-", dir="/dev/shm") as folder:
        yield Path(folder)
