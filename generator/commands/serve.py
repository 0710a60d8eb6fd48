"""``congkhai serve``: look at the site while editing; every saved file shows at once."""

from pathlib import Path

import click

from generator.commands.address import address_option, not_opened
from generator.commands.options import source_option


@click.command()
@source_option
@address_option
def serve(source: Path, address: tuple[str, int]) -> None:
    """Xem trang ngay trên máy này; sửa tệp nào trang tự dựng lại."""
    from generator.site.mkdocs_shell import serve as serve_site  # MkDocs takes half a second to import

    host, port = address
    click.echo(f"Mở http://{host}:{port}/ bằng trình duyệt; nhấn Ctrl+C để dừng.")
    try:
        serve_site(source, f"{host}:{port}")
    except OSError as error:
        if error.filename:
            raise
        raise not_opened(host, port, error) from None
