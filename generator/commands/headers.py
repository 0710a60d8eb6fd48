"""``congkhai headers``: the web server's part in keeping the site safe."""

from pathlib import Path

import click

from generator.commands.options import source_option
from generator.headers.servers import SERVERS, configuration
from generator.model.settings import BoardSettings
from generator.reading import layout
from generator.reading.record import read_record
from generator.report import as_text


@click.command()
@click.option("--server", type=click.Choice(list(SERVERS)), required=True, help="Phần mềm máy chủ.")
@source_option
def headers(server: str, source: Path) -> None:
    """In cấu hình an toàn cho máy chủ, để nạp vào cấu hình của trang."""
    reading = read_record(source / layout.BOARD, layout.BOARD, BoardSettings)
    if reading.record is None:
        raise click.ClickException(as_text(reading.problems))
    click.echo(configuration(server, reading.record.url), nl=False)
