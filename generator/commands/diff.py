"""``congkhai diff``: what a change will do to the public board."""

from pathlib import Path

import click

from generator.changes.compare import compare
from generator.changes.notes import proposed_notes
from generator.changes.report import FORMATS
from generator.changes.revision import board_at
from generator.changes.snapshot import take_snapshots
from generator.commands.options import format_option, source_option
from generator.excerpt import excerpts
from generator.report import as_text
from generator.today import today


@click.command()
@click.argument("revision", metavar="[BẢN]", default="HEAD")
@source_option
@format_option(FORMATS)
@click.option("--note", is_flag=True, help="Soạn sẵn mục «thay_doi» để chép vào thủ tục.")
def diff(revision: str, source: Path, form: str, note: bool) -> None:
    """Nói bằng lời thường: so với BẢN git (mặc định HEAD), bảng công khai sẽ thay đổi gì."""
    with board_at(source, revision) as folder:
        before, after = take_snapshots(folder, source)
    subjects = compare(before, after, today())
    if subjects or not after.problems:  # else nobody knows whether nothing changes
        click.echo(proposed_notes(subjects, today()) if note else FORMATS[form](subjects), nl=False)
    if before.broken:
        click.echo(f"Không so được {len(before.broken)} tệp còn lỗi ở bản cũ.", err=True)
    if after.problems:
        click.echo("Các tệp sau còn lỗi nên chưa so được:", err=True)
        click.echo(as_text(after.problems, excerpts(source)), nl=False, err=True)
        raise SystemExit(1)
