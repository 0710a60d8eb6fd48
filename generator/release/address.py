"""Whether anybody can open a site's own address: some names are kept for examples and one's own machine."""

from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from generator.model.settings import BoardSettings
from generator.problems import Problem, Severity, shown
from generator.reading.layout import BOARD
from generator.reading.record import Finding, read_record

_KEPT = (
    "example",
    "test",
    "invalid",
    "localhost",
    "local",
    "internal",
    "example.com",
    "example.net",
    "example.org",
)
"""RFC 2606, 6761 and 6762, and ICANN's name for private networks: nobody can own these."""


def leads_nowhere(host: str) -> bool:
    """Whether ``host`` is a kept name, or a number of a private network."""
    name = host.lower().rstrip(".")
    try:
        return not ip_address(name).is_global
    except ValueError:
        return any(name == kept or name.endswith(f".{kept}") for kept in _KEPT)


def address_problems(root: Path) -> tuple[Problem, ...]:
    """A warning where the QR codes and links of the board at ``root`` would lead nowhere."""
    return read_record(root / BOARD, BOARD, BoardSettings, _check).problems


def _check(settings: BoardSettings) -> Iterator[Finding]:
    host = urlsplit(settings.url).hostname or ""
    if leads_nowhere(host):
        message = (
            f"Địa chỉ «{shown(host)}» chỉ để làm ví dụ hoặc dùng trong máy: quét mã QR sẽ không mở được."
        )
        hint = "Ghi địa chỉ thật của trang rồi phát hành lại; chỉ thử trên máy này thì chưa cần sửa."
        yield Finding(("dia_chi_trang",), "address-reserved", Severity.WARNING, message, hint)
