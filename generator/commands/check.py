"""``congkhai check``: say everything that is wrong with a board, and where."""

from pathlib import Path

import click

from generator.commands.options import source_option
from generator.loading import load
from generator.problems import has_errors
from generator.report import FORMATS
from generator.today import today


@click.command()
@source_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="Dạng của kết quả.",
    show_default=True,
)
def check(source: Path, form: str) -> None:
    """Kiểm tra mọi tệp YAML của bảng và nêu hết các lỗi trong một lần chạy."""
    loaded = load(source, today())
    click.echo(FORMATS[form](loaded.problems), nl=False)
    raise SystemExit(1 if has_errors(loaded.problems) else 0)
