"""``congkhai fmt``: one form for every file, so that a change shows only what was changed."""

from pathlib import Path

import click

from generator.commands.options import source_option
from generator.excerpt import excerpts
from generator.formatting.files import State, chosen_files, format_files
from generator.report import as_text


@click.command()
@click.argument("paths", metavar="[TỆP]…", nargs=-1, type=click.Path(exists=True, path_type=Path))
@source_option
@click.option("--check", "only_check", is_flag=True, help="Chỉ cho biết tệp nào chưa gọn, không ghi gì.")
def fmt(paths: tuple[Path, ...], source: Path, only_check: bool) -> None:
    """Sắp xếp lại tệp YAML cho gọn và thống nhất; chữ và ghi chú giữ nguyên."""
    try:
        files = chosen_files(source, paths)
    except ValueError as error:
        raise click.BadParameter(f"«{error}» không phải tệp của bảng này.") from None
    outcomes = list(format_files(source, files, write=not only_check))
    changed = [one.file for one in outcomes if one.state is State.CHANGED]
    refused = [problem for one in outcomes for problem in one.problems]
    for file in changed:
        click.echo(f"{file}: {'chưa gọn' if only_check else 'đã sắp xếp lại'}")
    if refused:
        click.echo(as_text(refused, excerpts(source)), nl=False)
    click.echo(f"{len(files)} tệp: {len(changed)} {'chưa gọn' if only_check else 'đã sắp xếp lại'}.")
    if only_check and changed:
        click.echo("Chạy «congkhai fmt» để sắp xếp lại.")
    raise SystemExit(1 if refused or (only_check and changed) else 0)
