"""``--address``: where on this computer a site is shown while somebody edits."""

import ipaddress
from collections.abc import Callable
from typing import Any, TypeVar

import click

from generator.failures import reason

F = TypeVar("F", bound=Callable[..., Any])


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


def address_option(command: F) -> F:
    """``--address HOST:PORT`` of this computer, as host and port."""
    return click.option(
        "--address",
        metavar="ĐỊA_CHỈ:CỔNG",
        default="127.0.0.1:8000",
        show_default=True,
        callback=_address,
        help="Địa chỉ và cổng.",
    )(command)


def not_opened(host: str, port: int, error: OSError) -> click.ClickException:
    """What to say where the port cannot be had."""
    hint = f"Thử cổng khác: --address {host}:{port + 1}"
    return click.ClickException(f"Không mở được cổng {port}: {reason(error.errno)}. {hint}")
