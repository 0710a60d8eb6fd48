"""The pieces of the large files that one batch of procedures gives: made by workers, joined in order.

The JSON file of each procedure is the unit: it is written with the procedure's page, and everything large
is put together from these files.  So an incremental build joins what a full one joins, byte for byte, and
10,000 records never stand in memory.
"""

import json
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from generator import urls
from generator.csv_text import BOM, Lines
from generator.model.settings import BoardSettings
from generator.open_data import cpsv
from generator.open_data.datasets import PROCEDURES, Data
from generator.open_data.tables import add_rows, empty_rows

CSV = f"{urls.OPEN_DATA_V1}csv/"
CSV_FOR_EXCEL = f"{urls.OPEN_DATA_V1}csv-excel/"
CATALOGUE = f"{urls.OPEN_DATA_V1}danh-muc.jsonld"


class Joined(Struct, frozen=True):
    """A file that is joined from pieces: what stands before, between and after them."""

    path: str
    piece: int
    """Which piece of a batch goes into it."""
    before: bytes
    between: bytes = b""
    after: bytes = b""


def joined_files() -> list[Joined]:
    """All files that are joined from the pieces of batches."""
    context = json.dumps(cpsv.CONTEXT, separators=(",", ":"))
    head = f'{{"@context":{context},"@graph":[\n'.encode()
    files = [
        Joined(f"{urls.OPEN_DATA_V1}{PROCEDURES.name}.json", 0, b"[\n", b",\n", b"\n]\n"),
        Joined(CATALOGUE, 1, head, b",\n", b"\n]}\n"),
    ]
    for index, table in enumerate(PROCEDURES.layout.tables, start=2):
        header = header_line(table.header)
        files.append(Joined(f"{CSV}{table.name}.csv", index, header))
        files.append(Joined(f"{CSV_FOR_EXCEL}{table.name}.csv", index, BOM + header))
    return files


def header_line(names: tuple[str, ...]) -> bytes:
    """The first line of a table."""
    lines = Lines(len(names))
    lines.add(names)
    return lines.text().encode()


def pieces(records: Iterable[bytes], settings: BoardSettings) -> list[bytes]:
    """The pieces of one batch: JSON, JSON-LD, and the rows of each table."""
    rows = empty_rows(PROCEDURES)
    texts: list[bytes] = []
    services: list[bytes] = []
    for text in records:
        data: Data = json.loads(text)
        texts.append(text.rstrip(b"\n"))
        services.append(msgspec.json.encode(cpsv.service(data, settings)))
        add_rows(PROCEDURES, data["ma"], data, rows)
    return [b",\n".join(texts), b",\n".join(services), *(lines.text().encode() for lines in rows)]
