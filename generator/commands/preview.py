"""``congkhai preview``: the site and what is wrong with it, side by side, while somebody edits."""

import ipaddress
import signal
from pathlib import Path
from threading import Event

import click

from generator.commands.options import source_option
from generator.failures import reason


def _address(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, int]:
    host, _, port = value.rpartition(":")
    host = host.strip("[]")
    try:
        inside = host == "localhost" or ipaddress.ip_address(host).is_loopback
        number = int(port)
    except ValueError:
        raise click.BadParameter(f"«{value}» không phải địa chỉ; viết như 127.0.0.1:8000.") from None
    if not inside or not 0 <= number <= 65_535 or ":" in host:
        raise click.BadParameter(f"«{value}»: chỉ mở được trên chính máy này, như 127.0.0.1:8000.")
    return host, number


@click.command()
@source_option
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, callback=_address, help="Địa chỉ và cổng."
)
def preview(source: Path, address: tuple[str, int]) -> None:
    """Xem trang trên máy này, có khung báo lỗi bên cạnh; lưu tệp nào trang tự dựng lại."""
    from generator.preview.run import previewing

    host, port = address
    for sign in (signal.SIGINT, signal.SIGTERM):  # both tidy up, also where a shell runs us in the background
        signal.signal(sign, signal.default_int_handler)
    try:
        with previewing(source, host, port, click.echo) as server:
            click.echo(f"Mở {server.url} bằng trình duyệt; nhấn Ctrl+C để dừng.")
            Event().wait()
    except KeyboardInterrupt:
        click.echo("Đã dừng.")
    except OSError as error:
        if error.filename:
            raise
        hint = f"Thử cổng khác: --address {host}:{port + 1}"
        raise click.ClickException(f"Không mở được cổng {port}: {reason(error.errno)}. {hint}") from None
