"""Rows of tables back to the records that they were made of.

Rows may have been sorted by hand: the places in lists are what counts.  Rows that belong to no record, and
two rows of one record, are refused.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.csv_text import table_rows
from generator.open_data.datasets import Dataset
from generator.open_data.layout import Branch, Table

_UNTRUTH = {"true": True, "false": False}
"""Read whatever the case: a spreadsheet saves them in capitals."""


class WrongTable(ValueError):
    """A table that is not as it was published: other columns, or rows that lead nowhere.

    ``table`` names it, ``said`` says what is wrong in Vietnamese.
    """

    def __init__(self, table: str, said: str):
        super().__init__(f"{table}: {said}")
        self.table, self.said = table, said


def records_of(
    dataset: Dataset, tables: Mapping[str, str], headers: Mapping[str, tuple[str, ...]] | None = None
) -> list[dict[str, Any]]:
    """The records of a dataset from the text of its tables (by name), as plain values that its model reads.

    ``headers`` are the columns of tables that were published with others than now (by name).  Empty cells,
    absent columns and absent tables are what the source does not state.  Raises WrongTable.
    """
    reader = _Reader(dataset, tables, headers or {})
    records = [reader.record(name) for name in reader.names]
    reader.expect_no_more()
    return records


_Row = dict[str, str]


class _Reader:
    """Rows of all tables, grouped by the record and the list that they belong to, and taken from there."""

    def __init__(self, dataset: Dataset, tables: Mapping[str, str], headers: Mapping[str, tuple[str, ...]]):
        self._dataset = dataset
        layout = dataset.layout
        self._values: dict[tuple[str, ...], list[_Row]] = {}
        self._groups: list[dict[tuple[str, ...], list[_Row]]] = []
        for table in layout.tables:
            rows = _dicts(tables.get(table.name, ""), headers.get(table.name, table.header), table)
            keys = [column.name for column in table.keys]
            if table is layout.tables[0]:
                self._groups.append(_grouped(rows, keys))
            elif table.path:
                self._groups.append(_in_order(table.name, _grouped(rows, keys[:-1])))
            else:
                self._values = _in_order(table.name, _grouped(rows, [*keys, "stt_cha", "muc"]))
        self.names = [keys[0] for keys in self._groups[0]]

    def record(self, name: str) -> dict[str, Any]:
        row, *others = self._groups[0].pop((name,))
        if others:
            raise WrongTable(self._dataset.name, f"«{name}» có {len(others) + 1} dòng")
        data = self._read(self._dataset.layout.root, row, (name,), "")
        if self._dataset.key:
            data = {self._dataset.key: name, **data}
        return data

    def expect_no_more(self) -> None:
        """Raise WrongTable where rows are left that belong to no record."""
        tables = self._dataset.layout.tables
        for table, rows in ((tables[-1], self._values), *zip(tables, self._groups, strict=False)):
            for keys in rows:
                raise WrongTable(table.name, f"dòng của «{keys[0]}» không thuộc bản ghi nào")

    def _read(self, branch: Branch, row: _Row, keys: tuple[str, ...], place: str) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for group in branch.groups:
            if group.needed:
                _put(data, group.path, {})
        for path in branch.needed:
            _put(data, path, [])
        for column in branch.columns:
            if row[column.name] != "":
                cell = row[column.name]
                _put(
                    data, column.path, _UNTRUTH.get(cell.lower(), cell) if column.kind == "boolean" else cell
                )
        for label, path in branch.lists:
            if values := self._values.pop((keys[0], place, label), None):
                _put(data, path, [value["gia_tri"] for value in values])
        for path, child in branch.children:
            if items := self._groups[child.table].pop(keys, None):
                _put(data, path, [self._child(child, item, keys, place) for item in items])
        return data

    def _child(self, branch: Branch, row: _Row, keys: tuple[str, ...], place: str) -> dict[str, Any]:
        below = f"{place}.{row['stt']}" if place else row["stt"]
        return self._read(branch, row, (*keys, row["stt"]), below)


def _grouped(rows: Iterable[_Row], keys: Sequence[str]) -> dict[tuple[str, ...], list[_Row]]:
    groups: dict[tuple[str, ...], list[_Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[key] for key in keys)].append(row)
    return dict(groups)


def _in_order(table: str, groups: dict[tuple[str, ...], list[_Row]]) -> dict[tuple[str, ...], list[_Row]]:
    """Each list by its own numbers, which begin at 1 and leave none out."""
    for keys, rows in groups.items():
        rows.sort(key=lambda row: (len(row["stt"]), row["stt"]))
        if [row["stt"] for row in rows] != [str(number) for number in range(1, len(rows) + 1)]:
            raise WrongTable(table, f"cột stt của «{keys[0]}» không đếm 1, 2, 3 …")
    return groups


def _put(data: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    for key in path[:-1]:
        data = data.setdefault(key, {})
    if value != {} or path[-1] not in data:
        data[path[-1]] = value


def _dicts(text: str, header: tuple[str, ...], table: Table) -> Iterable[_Row]:
    rows, name = table_rows(text), table.name
    if strange := set(header) - set(table.header):
        raise WrongTable(name, f"có cột lạ «{min(strange)}», của một phiên bản congkhai mới hơn")
    blank = dict.fromkeys(table.header, "") if set(table.header) != set(header) else {}
    try:
        found = next(rows, None)
        if found is not None and tuple(found) != header:
            raise WrongTable(name, "các cột không đúng như đã xuất")
        for number, row in enumerate(rows, start=2):
            if len(row) != len(header):
                raise WrongTable(name, f"dòng {number} có {len(row)} ô, cần {len(header)}")
            yield {**blank, **dict(zip(header, row, strict=True))}
    except WrongTable:
        raise
    except ValueError:
        raise WrongTable(name, "không đọc được theo dạng CSV") from None
