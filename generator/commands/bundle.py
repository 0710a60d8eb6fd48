"""``congkhai bundle``: make the folder that a center's displays open from without a network."""

from pathlib import Path

import click

from generator.commands.options import source_option
from generator.excerpt import excerpts
from generator.failures import Failure
from generator.loading import load_records
from generator.report import as_text
from generator.today import now, today


@click.command()
@click.argument("code", metavar="MÃ_XÃ")
@source_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Nơi đặt thư mục BANG-<mã xã>; đã có thì chép thêm bản mới vào bên đang không dùng.",
)
@click.option(
    "--sign",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Tệp khóa riêng để ký (do keygen tạo).",
)
@click.option("--zip", "as_zip", is_flag=True, help="Làm thêm tệp BANG-<mã xã>.zip.")
def bundle(code: str, source: Path, output: Path, sign: Path | None, as_zip: bool) -> None:
    """Làm thư mục màn hình của một xã, mở được khi không có mạng."""
    from generator.bundle.keys import load_key  # a third of the start would go to cryptography
    from generator.bundle.make import make_bundle
    from generator.bundle.zipped import zip_folder
    from generator.display.all import DISPLAYS
    from generator.display.release import release

    key = load_key(sign) if sign else None
    loaded, records = load_records(source, today())
    click.echo(as_text(loaded.problems, excerpts(source)), nl=False)
    if loaded.board is None:
        click.echo("Bảng còn lỗi nên chưa làm gói.", err=True)
        raise SystemExit(1)
    commune = loaded.board.communes.get(code)
    if commune is None:
        known = ", ".join(sorted(loaded.board.communes)[:5])
        raise Failure(f"Bảng không có xã nào mang mã «{code}». Các mã có trên bảng: {known} …")
    if commune.display.off:
        raise Failure(f"{commune.name} đang tắt màn hình (man_hinh: tat) nên không làm gói.")
    files = release(loaded.board, commune, records, DISPLAYS)
    made = make_bundle(
        commune, files, output, key, now(), DISPLAYS.screens, lambda text: click.echo(text, err=True)
    )
    state = "không có gì thay đổi" if made.same else f"ghi bên {made.side.upper()}"
    signed = f"ký bằng khóa {key.public.id}" if key else "chưa ký"
    click.echo(f"{made.folder}: {state}, bản {made.version}, {signed}, {made.size / 1e6:.1f} MB.")
    if as_zip:
        click.echo(f"Tệp nén: {zip_folder(made.folder)}")
    click.echo(f"Mở bằng trình duyệt: {made.folder / 'index.html'}")
