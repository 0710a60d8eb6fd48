"""Boards to build: copies that a test may break."""

import shutil
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample board with a dozen procedures, enough for every kind of page."""
    board = tmp_path / "board"
    for folder in ("content", "procedures/chung-thuc", "procedures/ho-tich", "procedures/nuoi-con-nuoi"):
        shutil.copytree(ROOT / folder, board / folder)
    shutil.copy(ROOT / "mkdocs.yml", board)
    (board / "content/life_events.yml").write_text('su_kien: [{ma: a, ten: A, thu_tuc: ["1.001193"]}]\n')
    for file in board.glob("procedures/*/*.yml"):  # what they relate to may not be among the dozen
        text = file.read_text(encoding="utf-8")
        file.write_text(_without(text, "thu_tuc_lien_quan"), encoding="utf-8")
    return board


def _without(text: str, key: str) -> str:
    lines, skipping = [], False
    for line in text.splitlines(keepends=True):
        if not line.startswith((" ", "-", "#")):
            skipping = line.startswith(f"{key}:")
        if not skipping:
            lines.append(line)
    return "".join(lines)
