"""``congkhai check``: say everything that is wrong with a board, and where."""

from pathlib import Path

import click

from generator.commands.options import format_option, source_option
from generator.excerpt import excerpts
from generator.lint.linter import check_board
from generator.problems import Severity, has_errors
from generator.report import FORMATS, as_text
from generator.today import today


@click.command()
@source_option
@format_option(FORMATS)
@click.option("--hints", is_flag=True, help="Nêu cả gợi ý về câu chữ.")
def check(source: Path, form: str, hints: bool) -> None:
    """Kiểm tra mọi tệp YAML của bảng và nêu hết các lỗi trong một lần chạy."""
    problems = check_board(source, today())
    shown = [one for one in problems if hints or one.severity is not Severity.HINT]
    if form == "text":
        click.echo(as_text(shown, excerpts(source)), nl=False)
        if kept := len(problems) - len(shown):
            click.echo(f"Còn {kept} gợi ý về câu chữ; xem bằng: congkhai check --hints")
    else:
        click.echo(FORMATS[form](shown), nl=False)
    raise SystemExit(1 if has_errors(problems) else 0)
