"""The small board's facts, and what tests do with it."""

from datetime import date
from pathlib import Path

DAY = date(2026, 11, 22)
RECORD = "procedures/ho-tich/1.001190.yml"


def rename(board: Path, name: str) -> None:
    """Change one name, which several pages show."""
    file = board / RECORD
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = [f'ten: "{name}"' if line.startswith("ten:") else line for line in lines]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
