"""Records to rows of tables, and rows back to records: nothing is lost on the way.

The one exception: an optional group that is there but empty (``hieu_luc: {}``) comes back as none.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from generator.open_data.csv_text import Cell, Lines, rows_of_csv
from generator.open_data.datasets import Data, Dataset
from generator.open_data.layout import Branch, Column

Rows = list[Lines]
"""For each table of a dataset, its rows."""


class WrongTable(ValueError):
    """A table that does not have the columns that its dataset has."""


def empty_rows(dataset: Dataset) -> Rows:
    """No row of any table yet."""
    return [Lines(len(table.header)) for table in dataset.layout.tables]


def add_rows(dataset: Dataset, name: str, data: Data, rows: Rows) -> None:
    """Add the rows of the record called ``name``."""
    _compiled(dataset).add((name,), data, rows, "")


class _Compiled:
    """A branch made ready to run: what to take out of a record, and where to put it."""

    def __init__(self, branch: Branch, values: int):
        self._table = branch.table
        self._values = values
        self._pieces = [
            (path, _getter([column.path[-1] for column in columns]), (None,) * len(columns))
            for path, columns in _pieces(branch.columns)
        ]
        self._truths = {place for place, column in enumerate(branch.columns) if column.kind == "boolean"}
        self._lists = [(label, _picker(path)) for label, path in branch.lists]
        self._children = [(_picker(path), _Compiled(child, values)) for path, child in branch.children]

    def add(self, keys: tuple[Cell, ...], data: Data, rows: Rows, place: str) -> None:
        """Add the rows of ``data``; ``keys`` name it, ``place`` is where it lies in the lists above it."""
        cells = keys
        for path, getter, nothing in self._pieces:
            group = _at(data, path) if path else data
            cells += nothing if group is None else getter(group)
        if self._truths:
            start = len(keys)
            cells = tuple(
                _TRUTH[cell] if index - start in self._truths else cell for index, cell in enumerate(cells)
            )
        rows[self._table].add(cells)
        for label, pick in self._lists:
            if found := pick(data):
                lines = rows[self._values]
                for index, value in enumerate(found, start=1):
                    lines.add((keys[0], label, place, str(index), value))
        for pick, child in self._children:
            for index, item in enumerate(pick(data) or (), start=1):
                child.add((*keys, str(index)), item, rows, f"{place}.{index}" if place else str(index))


def _pieces(columns: Sequence[Column]) -> list[tuple[tuple[str, ...], list[Column]]]:
    """Columns that stand side by side and in the same group, with the path of the group."""
    return [(path, list(group)) for path, group in groupby(columns, key=lambda column: column.path[:-1])]


def _getter(keys: list[str]) -> Callable[[Data], tuple[Any, ...]]:
    if len(keys) == 1:
        return lambda data: (data[keys[0]],)
    return itemgetter(*keys)


def _picker(path: tuple[str, ...]) -> Callable[[Data], Any]:
    return itemgetter(path[0]) if len(path) == 1 else lambda data: _at(data, path)


def _at(data: Data, path: tuple[str, ...]) -> Any:
    value: Any = data
    for key in path:
        if value is None:
            return None
        value = value[key]
    return value


_TRUTH: Mapping[Any, str | None] = {True: "true", False: "false", None: None}
_UNTRUTH = {"true": True, "false": False}

_ready: dict[str, _Compiled] = {}


def _compiled(dataset: Dataset) -> _Compiled:
    if dataset.name not in _ready:
        layout = dataset.layout
        _ready[dataset.name] = _Compiled(layout.root, len(layout.tables) - 1)
    return _ready[dataset.name]


def records_of(dataset: Dataset, tables: Mapping[str, str]) -> list[dict[str, Any]]:
    """The records of a dataset from the text of its tables (by name), as plain values that its model reads.

    Empty cells and absent tables are what the source does not state.  Raises WrongTable.
    """
    reader = _Reader(dataset, tables)
    return [reader.record(name) for name in reader.names]


class _Reader:
    """Rows of all tables, grouped by the record and the list that they belong to."""

    def __init__(self, dataset: Dataset, tables: Mapping[str, str]):
        self._dataset = dataset
        layout = dataset.layout
        self._groups: list[dict[tuple[str, ...], list[dict[str, str]]]] = []
        self._values: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for table in layout.tables:
            rows = list(_dicts(tables.get(table.name, ""), table.header, table.name))
            grouped: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
            for row in rows:
                keys = tuple(row[column.name] for column in table.keys)
                grouped[keys[:-1] if table.path else keys].append(row)
            self._groups.append(grouped)
            if not table.path and table is not layout.tables[0]:
                for row in rows:
                    self._values[(row[table.keys[0].name], row["stt_cha"], row["muc"])].append(row["gia_tri"])
        self.names = [keys[0] for keys in self._groups[0]]

    def record(self, name: str) -> dict[str, Any]:
        row = self._groups[0][(name,)][0]
        data = self._read(self._dataset.layout.root, row, (name,), "")
        if self._dataset.key:
            data = {self._dataset.key: name, **data}
        return data

    def _read(self, branch: Branch, row: dict[str, str], keys: tuple[str, ...], place: str) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for group in branch.groups:
            if group.needed:
                _put(data, group.path, {})
        for path in branch.needed:
            _put(data, path, [])
        for column in branch.columns:
            if row[column.name] != "":
                cell = row[column.name]
                _put(data, column.path, _UNTRUTH.get(cell, cell) if column.kind == "boolean" else cell)
        for label, path in branch.lists:
            if values := self._values.get((keys[0], place, label)):
                _put(data, path, values)
        for path, child in branch.children:
            items = self._groups[child.table].get(keys, [])
            if items:
                _put(data, path, [self._child(child, item, keys, place) for item in items])
        return data

    def _child(
        self, branch: Branch, row: dict[str, str], keys: tuple[str, ...], place: str
    ) -> dict[str, Any]:
        below = f"{place}.{row['stt']}" if place else row["stt"]
        return self._read(branch, row, (*keys, row["stt"]), below)


def _put(data: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    for key in path[:-1]:
        data = data.setdefault(key, {})
    if value != {} or path[-1] not in data:
        data[path[-1]] = value


def _dicts(text: str, header: tuple[str, ...], name: str) -> Iterable[dict[str, str]]:
    rows = rows_of_csv(text)
    found = next(rows, None)
    if found is not None and tuple(found) != header:
        raise WrongTable(f"{name}: {found}")
    for row in rows:
        yield dict(zip(header, row, strict=True))
