"""``congkhai export``: fields of the catalogue as one Excel workbook, to be edited and imported again."""

import difflib
from pathlib import Path

import click

from generator import disk, place
from generator.catalogue_workbook.export import export_catalogue
from generator.catalogue_workbook.write import TooLong
from generator.commands.options import source_option, workbook
from generator.excerpt import excerpts
from generator.model.settings import Fields
from generator.reading import layout
from generator.reading.record import read_record
from generator.report import as_text


@click.command()
@click.option(
    "--xlsx",
    "file",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    callback=workbook,
    help="Tệp Excel sẽ ghi ra.",
)
@click.option("--field", "chosen", metavar="LĨNH_VỰC", multiple=True, help="Chỉ lĩnh vực này; lặp lại được.")
@source_option
def export(file: Path, chosen: tuple[str, ...], source: Path) -> None:
    """Xuất thủ tục ra một tệp Excel để sửa nhiều thủ tục một lúc, rồi nhập trở lại."""
    place.refuse_sources(file)
    fields = read_record(source / layout.FIELDS, layout.FIELDS, Fields)
    if fields.record is None:
        click.echo(as_text(fields.problems, excerpts(source)), nl=False, err=True)
        raise click.ClickException(f"{layout.FIELDS} đang có lỗi nên chưa xuất được.")
    _known(chosen, [item.key for item in fields.record.items])
    try:
        exported = export_catalogue(source, fields.record.items, chosen)
    except TooLong as error:
        raise click.ClickException(
            f"Trang «{error}» dài quá mức của một bảng tính; hãy xuất từng lĩnh vực, dùng --field."
        ) from None
    disk.write_new(file, exported.content)  # never over a workbook that may hold a clerk's work
    if exported.problems:
        click.echo(as_text(exported.problems, excerpts(source)), nl=False)
    click.echo(f"Đã xuất {exported.count} thủ tục ra {file}. Sửa xong, chạy:")
    click.echo(f"  congkhai import {file} --into {source}")
    if exported.problems:
        raise click.ClickException("Các tệp có lỗi nêu trên chưa được xuất.")


def _known(chosen: tuple[str, ...], keys: list[str]) -> None:
    for key in chosen:
        if key not in keys:
            near = difflib.get_close_matches(key, keys, 1)
            hint = f" Có phải «{near[0]}»?" if near else f" Đang có: {', '.join(keys)}."
            raise click.BadParameter(f"Không có lĩnh vực «{key}».{hint}")
