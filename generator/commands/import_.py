"""``congkhai import``: what provinces really have, into a board's folder."""

import sys
from pathlib import Path

import click

from generator.importing.report import as_json, as_text
from generator.importing.run import run_import

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("import")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=_FILE)
@click.option("--into", "folder", required=True, type=_FOLDER, help="Thư mục của bảng công khai.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Dạng của bản báo cáo."
)
def import_(files: tuple[Path, ...], folder: Path, form: str) -> None:
    """Nhập danh sách, bảng thủ tục (.xlsx, .csv) hoặc bản ghi (.jsonl) vào thư mục của bảng công khai."""
    report = run_import(files, folder)
    click.echo(as_json(report) if form == "json" else as_text(report))
    sys.exit(1 if report.problems else 0)
