"""``congkhai import``: what provinces really have, into a board's folder."""

import re
import sys
from pathlib import Path

import click

from generator import place
from generator.commands.period import read_period
from generator.importing.figures.draft import Told
from generator.importing.report import as_json, as_text
from generator.importing.run import run_import
from generator.statistics.periods import Period

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("import")
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=_FILE)
@click.option("--into", "folder", required=True, type=_FOLDER, help="Thư mục của bảng công khai.")
@click.option("--period", metavar="KỲ", callback=read_period, help="Kỳ của bảng số liệu, ví dụ 2026-Q3.")
@click.option("--commune", metavar="MÃ_XÃ", help="Xã của bảng số liệu, khi tệp không ghi.")
@click.option("--source-name", "source", metavar="TÊN", help="Tên nguồn của bảng số liệu.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Dạng của bản báo cáo."
)
def import_(
    files: tuple[Path, ...],
    folder: Path,
    period: Period | None,
    commune: str | None,
    source: str | None,
    form: str,
) -> None:
    """Nhập bảng thủ tục, bản ghi (.xlsx, .csv, .jsonl) hoặc số liệu (.xlsx, .csv) vào thư mục của bảng."""
    if commune is not None and not re.fullmatch(r"[0-9]{5}", commune):
        raise click.BadParameter(f"«{commune}»: mã xã gồm đúng 5 chữ số, ví dụ 10750.")
    place.claim_for_board(folder)
    report = run_import(files, folder, Told(period, commune, source))
    click.echo(as_json(report) if form == "json" else as_text(report))
    sys.exit(1 if report.problems else 0)
