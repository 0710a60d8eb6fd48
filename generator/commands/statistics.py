"""``congkhai statistics``: forms for the figures of a period."""

from pathlib import Path

import click

from generator import place
from generator.commands.options import source_option, workbook
from generator.commands.period import read_period
from generator.importing.board_folder import BoardFolder
from generator.model.settings import Fields
from generator.reading import layout
from generator.reading.record import read_record
from generator.statistics.periods import Period
from generator.statistics_form.write import statistics_form


@click.group()
def statistics() -> None:
    """Số liệu giải quyết hồ sơ: biểu mẫu Excel để điền."""


@statistics.command()
@click.argument("codes", metavar="MÃ_XÃ…", nargs=-1, required=True)
@click.option("--period", metavar="KỲ", required=True, callback=read_period, help="Ví dụ 2026-Q3, 2026-07.")
@click.option(
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    callback=workbook,
    help="Tệp .xlsx.",
)
@source_option
def template(codes: tuple[str, ...], period: Period, output: Path, source: Path) -> None:
    """Viết một tệp Excel theo Biểu 06 để các xã điền số liệu của một kỳ."""
    place.refuse_sources(output)
    known = BoardFolder(source).communes()
    if missing := [code for code in codes if code not in known]:
        raise click.BadParameter(f"Bảng này không có xã mang mã {', '.join(missing)}.")
    fields = read_record(source / layout.FIELDS, layout.FIELDS, Fields).record
    if fields is None:
        raise click.ClickException(f"{layout.FIELDS} đang có lỗi; hãy chạy «congkhai check» rồi sửa.")
    named = [(item.key, item.name) for item in fields.items]
    content = statistics_form({code: known[code] for code in codes}, named, period)
    try:
        with output.open("xb") as file:  # a form of that name may be filled already
            file.write(content)
    except FileExistsError:
        raise click.ClickException(f"Đã có tệp «{output}» nên không ghi đè.") from None
    click.echo(f"Đã viết {output}: {len(codes)} xã, {len(named)} lĩnh vực. Điền xong, chạy:")
    click.echo(f"  congkhai import {output} --into {source}")
