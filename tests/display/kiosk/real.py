"""A board of the real records, filled up to what a commune of 2026 receives: 405 procedures."""

from pathlib import Path

from click.testing import CliRunner

from generator.cli import cli
from tests import scaffold

RECEIVED = 405
COMMUNE = "10750"
COMMUNE_FILE = """ma: "10750"
ten: Xã Phú Thái
tinh: "31"
"""


def real_board(folder: Path, shared_data: Path, size: int = RECEIVED) -> Path:
    """Import the real records into a new board at ``folder``; copies of the longest names fill it up."""
    run = CliRunner().invoke
    assert run(cli, ["new", "board", str(folder), *scaffold.BOARD]).exit_code == 0
    files = sorted(str(file) for file in (shared_data / "procedures").glob("*.jsonl"))
    imported = run(cli, ["import", *files, "--into", str(folder)])
    assert imported.exit_code == 0, imported.output
    _fill(folder / "procedures", size)
    board = folder / "content/board.yml"
    text = board.read_text(encoding="utf-8")
    (folder / f"content/communes/{COMMUNE}").mkdir(parents=True, exist_ok=True)
    (folder / f"content/communes/{COMMUNE}/commune.yml").write_text(COMMUNE_FILE, encoding="utf-8")
    if 'ma: "31"' not in text:
        board.write_text(_with_province(text), encoding="utf-8")
    return folder


def _fill(procedures: Path, size: int) -> None:
    records = sorted(procedures.rglob("*.yml"), key=lambda file: (-_name_length(file), file.name))
    for number, file in enumerate(records[: size - len(records)], 1):
        code = f"8.{number:06d}"
        text = file.read_text(encoding="utf-8").replace(file.stem, code)
        (file.parent / f"{code}.yml").write_text(text, encoding="utf-8")


def _name_length(file: Path) -> int:
    """Roughly: the text between the name's key and the next."""
    after = file.read_text(encoding="utf-8").partition("\nten:")[2]
    name = after.partition("\nlinh_vuc:")[0]
    return len(name)


def _with_province(text: str) -> str:
    head, _, rest = text.partition("tinh:\n")
    return f'{head}tinh:\n  - ma: "31"\n    ten: Thành phố Hải Phòng\n{rest}'
