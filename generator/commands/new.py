"""``congkhai new``: begin a board, a procedure or a commune."""

import re
from collections.abc import Callable
from pathlib import Path

import click

from generator import scaffolding
from generator.commands.options import source_option
from generator.model.settings import BoardSettings, Fields
from generator.reading import layout
from generator.reading.record import read_record

_CODE = re.compile(r"[1-9]\.\d{6}(\.000\.00\.00)?(\.H\d{2})?")


@click.group()
def new() -> None:
    """Tạo mới một bảng, một thủ tục hoặc một xã, có chú thích sẵn."""


@new.command()
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(file_okay=False, path_type=Path))
@click.option("--ten", "name", default="Công khai thủ tục hành chính", show_default=True, help="Tên bảng.")
@click.option("--don-vi", "publisher", default="Ủy ban nhân dân xã (sửa lại)", help="Đơn vị công khai.")
@click.option("--dia-chi-trang", "url", default="https://congkhai.example/", help="Địa chỉ của trang.")
@click.option("--ma-tinh", "province", default="01", show_default=True, help="Mã tỉnh, 2 chữ số.")
@click.option("--ten-tinh", "province_name", default="Thành phố Hà Nội", show_default=True, help="Tên tỉnh.")
def board(folder: Path, name: str, publisher: str, url: str, province: str, province_name: str) -> None:
    """Tạo một bảng công khai mới trong THƯ_MỤC."""
    _match(r"\d{2}", province, "Mã tỉnh gồm đúng 2 chữ số, ví dụ 31.")
    _match(r"https://[^\s<>\"]+", url, "Địa chỉ của trang bắt đầu bằng https://.")
    try:
        scaffolding.new_board(folder, name, publisher, url, province, province_name)
    except scaffolding.AlreadyThere as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Đã tạo bảng trong «{folder}». Việc tiếp theo:")
    click.echo(f"  1. Sửa {folder / layout.BOARD}")
    click.echo(f"  2. congkhai new commune MÃ_XÃ --source {folder}")
    click.echo(f"  3. congkhai new procedure MÃ_THỦ_TỤC --source {folder}")
    click.echo(f"  4. congkhai check --source {folder} && congkhai build --source {folder}")


@new.command()
@click.argument("code", metavar="MÃ_THỦ_TỤC")
@source_option
@click.option("--linh-vuc", "field", help="Khóa lĩnh vực.", show_default="lĩnh vực đầu tiên của bảng")
@click.option("--ten", "name", default="Tên thủ tục (sửa lại)", help="Tên thủ tục.")
def procedure(code: str, source: Path, field: str | None, name: str) -> None:
    """Tạo tệp cho thủ tục mang MÃ_THỦ_TỤC, ví dụ 1.001193."""
    if not _CODE.fullmatch(code):
        raise click.BadParameter(f"«{code}» không phải mã thủ tục; mã có dạng 1.001193.")
    fields = read_record(source / layout.FIELDS, layout.FIELDS, Fields).record
    known = [item.key for item in fields.items] if fields else []
    chosen = field or (known[0] if known else "")
    if chosen not in known:
        raise click.BadParameter(f"Không có lĩnh vực «{chosen}»; đang có: {', '.join(known) or 'chưa có'}.")
    _created(lambda: scaffolding.new_procedure(source, code, name, chosen))


@new.command()
@click.argument("code", metavar="MÃ_XÃ")
@source_option
@click.option("--ten", "name", default="Xã (sửa lại)", help="Tên xã, phường.")
@click.option("--ma-tinh", "province", help="Mã tỉnh.", show_default="tỉnh đầu tiên của bảng")
def commune(code: str, source: Path, name: str, province: str | None) -> None:
    """Tạo tệp cho xã mang MÃ_XÃ (5 chữ số)."""
    _match(r"\d{5}", code, "Mã xã gồm đúng 5 chữ số, ví dụ 10750.")
    settings = read_record(source / layout.BOARD, layout.BOARD, BoardSettings).record
    chosen = province or (settings.provinces[0].code if settings else "")
    _match(r"\d{2}", chosen, "Mã tỉnh gồm đúng 2 chữ số; content/board.yml chưa khai báo tỉnh nào.")
    _created(lambda: scaffolding.new_commune(source, code, name, chosen))


def _match(pattern: str, value: str, message: str) -> None:
    if not re.fullmatch(pattern, value, re.ASCII):
        raise click.BadParameter(f"«{value}»: {message}")


def _created(make: Callable[[], Path]) -> None:
    try:
        file = make()
    except scaffolding.AlreadyThere as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Đã tạo {file}. Mở tệp, sửa theo chú thích, rồi chạy: congkhai check")
