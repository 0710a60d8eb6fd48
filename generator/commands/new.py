"""``congkhai new``: begin a board, a procedure or a commune."""

import re
from collections.abc import Callable
from pathlib import Path

import click

from generator import scaffolding
from generator.automation.board_files import PLATFORMS
from generator.commands.asking import asked
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
@click.option("--ten", "name", help="Tên bảng.")
@click.option("--don-vi", "publisher", help="Đơn vị công khai.")
@click.option("--dia-chi-trang", "url", help="Địa chỉ của trang.")
@click.option("--ma-tinh", "province", help="Mã tỉnh, 2 chữ số.")
@click.option("--ten-tinh", "province_name", help="Tên tỉnh.")
@click.option(
    "--ci",
    "platforms",
    type=click.Choice(list(PLATFORMS)),
    multiple=True,
    default=("github", "gitlab", "forgejo"),
    show_default=True,
    help="Nơi giữ kho git, để có sẵn tệp tự kiểm tra và công khai; ghi nhiều lần được.",
)
def board(
    folder: Path,
    name: str | None,
    publisher: str | None,
    url: str | None,
    province: str | None,
    province_name: str | None,
    platforms: tuple[str, ...],
) -> None:
    """Tạo một bảng công khai mới trong THƯ_MỤC; chưa ghi tùy chọn nào thì hỏi."""
    name = asked(name, "Tên bảng", "Công khai thủ tục hành chính")
    publisher = asked(publisher, "Đơn vị công khai", "Ủy ban nhân dân xã (sửa lại)")
    url = asked(url, "Địa chỉ của trang", "https://congkhai.example/")
    province = asked(province, "Mã tỉnh, 2 chữ số", "01")
    province_name = asked(province_name, "Tên tỉnh", "Thành phố Hà Nội")
    _match(r"\d{2}", province, "Mã tỉnh gồm đúng 2 chữ số, ví dụ 31.")
    _match(r"https://[^\s<>\"]+", url, "Địa chỉ của trang bắt đầu bằng https://.")
    try:
        scaffolding.new_board(folder, name, publisher, url, province, province_name, platforms)
    except scaffolding.AlreadyThere as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Đã tạo bảng trong «{folder}». Việc tiếp theo:")
    click.echo(f"  1. Sửa {folder / layout.BOARD}")
    click.echo(f"  2. congkhai new commune MÃ_XÃ --source {folder}")
    click.echo(f"  3. congkhai new procedure MÃ_THỦ_TỤC --source {folder}")
    click.echo(f"  4. congkhai check --source {folder} && congkhai build --source {folder}")
    click.echo(f"  5. Giữ bằng git: trong «{folder}», git init && git config core.hooksPath .githooks")


@new.command()
@click.argument("code", metavar="MÃ_THỦ_TỤC")
@source_option
@click.option("--linh-vuc", "field", help="Khóa lĩnh vực.", show_default="lĩnh vực đầu tiên của bảng")
@click.option("--ten", "name", help="Tên thủ tục.")
def procedure(code: str, source: Path, field: str | None, name: str | None) -> None:
    """Tạo tệp cho thủ tục mang MÃ_THỦ_TỤC, ví dụ 1.001193."""
    if not _CODE.fullmatch(code):
        raise click.BadParameter(f"«{code}» không phải mã thủ tục; mã có dạng 1.001193.")
    fields = read_record(source / layout.FIELDS, layout.FIELDS, Fields).record
    known = [item.key for item in fields.items] if fields else []
    chosen = asked(field, f"Lĩnh vực ({', '.join(known)})", known[0] if known else "")
    if chosen not in known:
        raise click.BadParameter(f"Không có lĩnh vực «{chosen}»; đang có: {', '.join(known) or 'chưa có'}.")
    name = asked(name, "Tên thủ tục, chép đúng chữ của quyết định", "Tên thủ tục (sửa lại)")
    _created(lambda: scaffolding.new_procedure(source, code, name, chosen))


@new.command()
@click.argument("code", metavar="MÃ_XÃ")
@source_option
@click.option("--ten", "name", help="Tên xã, phường.")
@click.option("--ma-tinh", "province", help="Mã tỉnh.", show_default="tỉnh đầu tiên của bảng")
def commune(code: str, source: Path, name: str | None, province: str | None) -> None:
    """Tạo tệp cho xã mang MÃ_XÃ (5 chữ số)."""
    _match(r"\d{5}", code, "Mã xã gồm đúng 5 chữ số, ví dụ 10750.")
    settings = read_record(source / layout.BOARD, layout.BOARD, BoardSettings).record
    chosen = asked(province, "Mã tỉnh", settings.provinces[0].code if settings else "")
    _match(r"\d{2}", chosen, "Mã tỉnh gồm đúng 2 chữ số; content/board.yml chưa khai báo tỉnh nào.")
    name = asked(name, "Tên xã, phường", "Xã (sửa lại)")
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
