"""``congkhai serve``: look at the site while editing; every saved file shows at once."""

from pathlib import Path

import click

from generator.commands.options import source_option


@click.command()
@source_option
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Địa chỉ và cổng.")
def serve(source: Path, address: str) -> None:
    """Xem trang ngay trên máy này; sửa tệp nào trang tự dựng lại."""
    from generator.site.mkdocs_shell import serve as serve_site  # MkDocs takes half a second to import

    click.echo(f"Mở http://{address}/ bằng trình duyệt; nhấn Ctrl+C để dừng.")
    serve_site(source, address)
