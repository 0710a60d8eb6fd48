"""The files of open data that one process makes: everything but what the catalogue's records give."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator import urls
from generator.board import Board
from generator.csv_text import BOM
from generator.model.plain import as_json, plain, pretty_json
from generator.model.record import Record
from generator.model.settings import BoardSettings
from generator.open_data.card import Card, card
from generator.open_data.datasets import DATASETS, Dataset, ids
from generator.open_data.of_board import sets
from generator.open_data.package import data_package
from generator.open_data.procedure_parts import CSV, CSV_FOR_EXCEL, header_line
from generator.open_data.schemas import list_schema, record_schema
from generator.open_data.tables import add_rows, empty_rows
from generator.site import feeds
from generator.site.inspection_data import InspectionData
from generator.site.statistics_view import notes
from generator.site.templates import template

V1 = urls.OPEN_DATA_V1
CARD_FILE = "the.json"
_SINGLE: tuple[tuple[str, type[Struct], str], ...] = (
    ("the", Card, "Thẻ của một xã"),
    ("kiem-tra", InspectionData, "Kiểm tra bảng của một xã"),
)
"""Schemas of what is made of the board and is no set of its records."""


def files(board: Board) -> Iterator[tuple[str, bytes]]:
    """Paths and bytes."""
    for dataset, records in sets(board).items():
        yield from _dataset(dataset, records)
    for commune in board.communes.values():
        yield f"{V1}xa/{commune.code}.json", as_json(commune) + b"\n"
    yield f"{V1}datapackage.json", pretty_json(data_package(board.settings))
    yield from _schemas(board.settings)
    yield from _cards(board)
    yield urls.STATISTICS_FEED, feeds.statistics_atom(board)


def _dataset(dataset: Dataset, records: Sequence[Record]) -> Iterator[tuple[str, bytes]]:
    found = [plain(record) for record in records]
    lines = b",\n".join(as_json(record) for record in records)
    whole = pretty_json(found[0]) if dataset.single else b"[\n" + lines + b"\n]\n"
    yield f"{V1}{dataset.name}.json", whole
    rows = empty_rows(dataset)
    for name, data in zip(ids(dataset, found), found, strict=True):
        add_rows(dataset, name, data, rows)
    for table, made in zip(dataset.layout.tables, rows, strict=True):
        content = header_line(table.header) + made.text().encode()
        yield f"{CSV}{table.name}.csv", content
        yield f"{CSV_FOR_EXCEL}{table.name}.csv", BOM + content


def _schemas(settings: BoardSettings) -> Iterator[tuple[str, bytes]]:
    for dataset in DATASETS:
        path = f"{V1}schema/{dataset.name}.json"
        address = urls.absolute(settings.url, path)
        if dataset.single:
            yield path, pretty_json(record_schema(dataset.model, dataset.title, address))
        else:
            yield path, pretty_json(list_schema(dataset.model, dataset.title, dataset.about, address))
    for name, model, title in _SINGLE:
        path = f"{V1}schema/{name}.json"
        yield path, pretty_json(record_schema(model, title, urls.absolute(settings.url, path)))


def _cards(board: Board) -> Iterator[tuple[str, bytes]]:
    for commune in board.communes.values():
        path = urls.commune_card(commune.code)
        reports = board.statistics.get(commune.code, ())
        made = card(board, commune, notes(board, reports) if reports else ())
        yield path + CARD_FILE, pretty_json(made)
        root = urls.root(path)
        html = template("card").render(card=made, settings=board.settings, root=root)
        yield urls.file_of(path), html.encode()
