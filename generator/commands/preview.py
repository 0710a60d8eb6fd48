"""``congkhai preview``: the site and what is wrong with it, side by side, while somebody edits."""

import signal
from pathlib import Path
from threading import Event

import click

from generator.commands.address import address_option, not_opened
from generator.commands.options import source_option


@click.command()
@source_option
@address_option
def preview(source: Path, address: tuple[str, int]) -> None:
    """Xem trang trên máy này, có khung báo lỗi bên cạnh; lưu tệp nào trang tự dựng lại."""
    show(source, address, panel=True)


def show(source: Path, address: tuple[str, int], *, panel: bool) -> None:
    """Serve the board until somebody interrupts."""
    from generator.preview.run import previewing

    host, port = address
    for sign in (signal.SIGINT, signal.SIGTERM):  # both tidy up, also where a shell runs us in the background
        signal.signal(sign, signal.default_int_handler)
    try:
        with previewing(source, host, port, click.echo, panel) as server:
            click.echo(f"Mở {server.url} bằng trình duyệt; nhấn Ctrl+C để dừng.")
            Event().wait()
    except KeyboardInterrupt:
        click.echo("Đã dừng.")
    except OSError as error:
        if error.filename:
            raise
        raise not_opened(host, port, error) from None
