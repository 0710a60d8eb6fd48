"""A small board that builds in a twentieth of a second, and its copies."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.scaffolding import new_board, new_commune, new_procedure
from generator.site.build import build
from tests.release.small import DAY, RECORD


@pytest.fixture(scope="session")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    board = folder / "board"
    new_board(board, "Bảng nhỏ", "Ủy ban nhân dân xã", "https://congkhai.example/", "31", "Hải Phòng")
    new_commune(board, "10750", "Xã Phú Thái", "31")
    for number in range(4):
        new_procedure(board, f"1.00119{number}", f"Thủ tục số {number}", "ho-tich")
    assert (board / RECORD).is_file()
    assert build(board, folder / "site", DAY).pages  # leaves the rendered frame beside the board
    for file in (board / ".congkhai").glob("state-*"):
        file.unlink()
    return board


@pytest.fixture
def board(_small: Path, memory: Path) -> Path:
    """A board to change."""
    return Path(shutil.copytree(_small, memory / "board"))


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is one: what is tried a thousand times need not wait for a disk."""
    if not os.access("/dev/shm", os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="congkhai-", dir="/dev/shm") as folder:
        yield Path(folder)
