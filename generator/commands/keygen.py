"""``congkhai keygen``: make the key that releases of the displays are signed with."""

from pathlib import Path

import click

from generator import place


@click.command()
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default="khoa-man-hinh.pem",
    show_default=True,
    help="Tệp khóa riêng sẽ tạo.",
)
def keygen(output: Path) -> None:
    """Tạo khóa để ký bản của màn hình; không bao giờ ghi đè khóa cũ."""
    from generator.bundle.keys import load_key, make_key  # a third of the start would go to cryptography

    place.refuse_sources(output)
    public = make_key(output)
    click.echo(f"Khóa riêng: {output}  (giữ kín, cất một bản sao ở nơi an toàn)")
    click.echo(f"Khóa công khai: {public}")
    click.echo(f"Mã khóa: {load_key(output).public.id}")
