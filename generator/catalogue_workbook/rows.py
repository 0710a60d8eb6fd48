"""A record as rows of texts: one for the first table, one for each item of its lists."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue_workbook.cells import compared, shown
from generator.catalogue_workbook.layout import PARTS, Column, Part
from generator.reading.yaml_text import Data

PlainRow = tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...]]
"""The number of what an item stands in, what is said of that, and what is said of the item."""


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a list.  ``numbers``: of what it stands in (where there is such a thing) and its own."""

    numbers: tuple[int, ...]
    group: tuple[str, ...]
    texts: tuple[str, ...]


def value_at(data: Data, path: tuple[str, ...]) -> Data:
    """The value under a path of keys; None where there is none."""
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def texts(data: Data, columns: tuple[Column, ...]) -> tuple[str, ...]:
    """What the cells of these columns show."""
    return tuple(shown(value_at(data, column.path), column) for column in columns)


def part_rows(record: Mapping[str, Data], part: Part) -> list[Row]:
    """The rows of one list of a record."""
    return list(_rows(items(record.get(part.key)), part))


def digest(record: Mapping[str, Data], columns: tuple[Column, ...]) -> str:
    """What stands in the rows of a record: the same as long as nobody edits it, here or in the files."""
    parts = {
        part.key: [(row.numbers[:-1], row.group, row.texts) for row in part_rows(record, part)]
        for part in PARTS
    }
    return digest_of(texts(dict(record), columns), parts)


def digest_of(main: tuple[str, ...], parts: Mapping[str, list[PlainRow]]) -> str:
    """The digest of rows as texts; of the numbers only those count that say what stands together."""
    said = json.dumps([[compared(text) for text in main], _plain(parts)], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _plain(parts: Mapping[str, list[PlainRow]]) -> Data:
    return {
        key: [[*map(str, numbers), *map(compared, (*group, *texts))] for numbers, group, texts in rows]
        for key, rows in parts.items()
    }


def items(value: Data) -> list[Data]:
    """The items of a list; of nothing, none."""
    return value if isinstance(value, list) else []


def _rows(found: list[Data], part: Part) -> Iterator[Row]:
    for number, item in enumerate(found, start=1):
        if part.within is None:
            yield Row((number,), (), texts(item, part.columns))
            continue
        group = texts(item, part.group)
        for inner, each in enumerate(items(value_at(item, (part.within,))), start=1):
            yield Row((number, inner), group, texts(each, part.columns))
