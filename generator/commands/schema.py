"""``congkhai schema``: the JSON Schemas that make an editor complete, explain and underline."""

from pathlib import Path

import click

from generator import place
from generator.schema.files import FOLDER, write_schemas


@click.command()
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=FOLDER,
    show_default=True,
    help="Thư mục ghi lược đồ.",
)
def schema(output: Path) -> None:
    """Ghi lược đồ JSON Schema của mọi loại tệp, để trình soạn thảo gợi ý và gạch chân chỗ sai."""
    place.refuse_sources(output)
    files = write_schemas(output)
    click.echo(f"Đã ghi {len(files)} lược đồ vào «{output}».")
