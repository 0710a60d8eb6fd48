"""``congkhai serve``: the pages as citizens will see them; every saved file shows at once."""

from pathlib import Path

import click

from generator.commands.address import address_option
from generator.commands.options import source_option
from generator.commands.preview import show


@click.command()
@source_option
@address_option
def serve(source: Path, address: tuple[str, int]) -> None:
    """Xem trang trên máy này đúng như người dân sẽ thấy, không có khung báo lỗi; lưu tệp nào thì dựng lại."""
    show(source, address, panel=False)
