"""Records to rows of tables; ``reading`` makes records of them again, and nothing is lost on the way."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from generator.csv_text import Cell, Lines
from generator.open_data.datasets import Data, Dataset
from generator.open_data.layout import Branch, Column

Rows = list[Lines]
"""For each table of a dataset, its rows."""


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

_ready: dict[str, _Compiled] = {}


def _compiled(dataset: Dataset) -> _Compiled:
    if dataset.name not in _ready:
        layout = dataset.layout
        _ready[dataset.name] = _Compiled(layout.root, len(layout.tables) - 1)
    return _ready[dataset.name]
