"""The small board's facts, and what tests do with it."""

from datetime import date
from pathlib import Path

from generator.release.manifest import STAMP
from generator.site.build import build
from tests.build.trees import tree

DAY = date(2026, 11, 22)
RECORD = "procedures/ho-tich/1.001190.yml"


def rename(board: Path, name: str) -> None:
    """Change one name, which several pages show."""
    file = board / RECORD
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = [f'ten: "{name}"' if line.startswith("ten:") else line for line in lines]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def clean(board: Path, output: Path) -> dict[str, bytes]:
    """The site of ``board``, built from nothing."""
    assert build(board, output, DAY, workers=1).pages
    return tree(output)


def served(folder: Path) -> dict[str, bytes]:
    """What a web server would serve from a folder that is published to."""
    files = tree(folder / "current")
    files.pop(STAMP, None)
    return files
