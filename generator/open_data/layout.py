"""How a record type lies in tables: its own, one for each list of records, one for all lists of values.

The tables are made from the model, so a new key is a new column without another word.  A nested group
becomes columns with its key in front (``hieu_luc_tu``).  A row of a list is named by the record that it
belongs to and by its place in the list, counted from 1.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct
from msgspec.structs import replace

from generator.guide_terms import descriptions
from generator.model.record import Key, Record, keys
from generator.model.shape import core_of

VALUES = "gia-tri"
"""What the table of all lists of values is called, after its dataset."""

_KINDS: dict[type, str] = {
    str: "string",
    int: "integer",
    bool: "boolean",
    date: "date",
    datetime: "datetime",
    Decimal: "number",
}


class Column(Struct, frozen=True):
    """One column; ``kind`` is a type of Table Schema, ``path`` where the cell stands in its record."""

    name: str
    title: str
    description: str
    kind: str
    path: tuple[str, ...] = ()
    required: bool = False
    choices: tuple[str, ...] = ()


class Table(Struct, frozen=True):
    """One table.  ``keys`` say whose row it is: the record, then places in the lists on the way."""

    name: str
    title: str
    keys: tuple[Column, ...]
    columns: tuple[Column, ...]
    path: tuple[str, ...] = ()
    """The lists on the way from the record to the rows of this table."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of all columns, keys first."""
        return tuple(column.name for column in (*self.keys, *self.columns))


class Group(Struct, frozen=True):
    """A nested group: ``needed`` where a record without it is no record."""

    path: tuple[str, ...]
    needed: bool


class Branch(Struct, frozen=True):
    """A record type at one place of a record: what of it goes to which table."""

    table: int
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    needed: tuple[tuple[str, ...], ...]
    """Paths of lists that must be there, though they may be empty."""
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    """Lists of values: what the table of values calls them (the path from the top), and their path."""
    children: tuple[tuple[tuple[str, ...], "Branch"], ...]
    """Paths of lists of records."""


class Layout:
    """All tables of one dataset, and the tree that says how a record falls into them."""

    def __init__(self, name: str, title: str, model: type[Record], key: Column):
        self.tables: list[Table] = []
        owner = key.name if key.name == "id" else f"{key.name}_{name}".replace("-", "_")
        self._owner = replace(key, name=owner, path=())
        self._lists: dict[str, str] = {}
        """Lists of values: what the table of values calls them, and their titles."""
        self.root = self._branch(name, title, model, (key,), ())
        if self._lists:
            self.tables.append(_values_table(name, title, self._owner, self._lists))

    def _branch(
        self, name: str, title: str, model: type[Record], keys: tuple[Column, ...], path: tuple[str, ...]
    ) -> Branch:
        index = len(self.tables)
        self.tables.append(Table(name, title, keys, (), path))
        columns: list[Column] = []
        groups: list[Group] = []
        lists: list[tuple[str, tuple[str, ...]]] = []
        children: list[tuple[tuple[str, ...], Branch]] = []
        needed: list[tuple[str, ...]] = []
        for at, owner, field in _walk(model, (), groups):
            kind = _content(field.annotation)
            if not kind.repeated:
                columns.append(_column(at, owner, field, kind))
                continue
            if field.required:
                needed.append(at)
            if kind.record is None:
                lists.append((label := ".".join((*path, *at)), at))
                self._lists[label] = field.title
            else:
                place = Column("stt", "Thứ tự", "Thứ tự trong danh sách, từ 1.", "integer", required=True)
                above = (*keys[:-1], _renamed(keys[-1], path[-1])) if path else (self._owner,)
                child = f"{name}-{'-'.join(at).replace('_', '-')}"
                below = (*path, ".".join(at))
                about = f"{title}: {field.title}"
                children.append((at, self._branch(child, about, kind.record, (*above, place), below)))
        own = tuple(column for column in columns if path or column.path != (keys[0].name,))
        self.tables[index] = Table(name, title, keys, own, path)
        return Branch(index, own, tuple(groups), tuple(needed), tuple(lists), tuple(children))


class _Content(Struct, frozen=True):
    """What a field holds: how it is written in a cell, or which record, and whether many."""

    cell: str
    record: type[Record] | None
    repeated: bool
    choices: tuple[str, ...]


def _walk(
    model: type[Record], above: tuple[str, ...], groups: list[Group]
) -> Iterator[tuple[tuple[str, ...], type[Record], Key]]:
    """Every field of a record with its path; groups are walked through and noted."""
    for field in keys(model):
        content, path = _content(field.annotation), (*above, field.key)
        if content.record and not content.repeated:
            groups.append(Group(path, field.required))
            yield from _walk(content.record, path, groups)
        else:
            yield path, model, field


def _content(annotation: Any, *, repeated: bool = False) -> _Content:
    core, _ = core_of(annotation)
    if isinstance(core, type) and issubclass(core, Record):
        return _Content("", core, repeated, ())
    if core in _KINDS:
        return _Content(_KINDS[core], None, repeated, ())
    if get_origin(core) is Literal:
        return _Content("string", None, repeated, tuple(map(str, get_args(core))))
    if get_origin(core) is tuple:
        return _content(get_args(core)[0], repeated=True)
    raise TypeError(f"no column can hold {annotation!r}")


def _column(path: tuple[str, ...], owner: type[Record], field: Key, content: _Content) -> Column:
    said = descriptions(owner).get(path[-1]) or field.description
    required = field.required and len(path) == 1
    return Column("_".join(path), field.title, said, content.cell, path, required, content.choices)


def _renamed(place: Column, owner: str) -> Column:
    name = owner.replace(".", "_")
    return Column(f"stt_{name}", "Thứ tự của mục chứa", f"Thứ tự trong «{name}».", "integer", required=True)


def _values_table(name: str, title: str, key: Column, lists: Mapping[str, str]) -> Table:
    said = "; ".join(f"«{label}»: {about}" for label, about in lists.items())
    columns = (
        Column("muc", "Danh sách nào", f"{said}.", "string", required=True, choices=tuple(lists)),
        Column("stt_cha", "Thứ tự của mục chứa", "Trống khi danh sách nằm ngay trong bản ghi.", "string"),
        Column("stt", "Thứ tự", "Thứ tự trong danh sách, từ 1.", "integer", required=True),
        Column("gia_tri", "Giá trị", "Một phần tử của danh sách.", "string", required=True),
    )
    return Table(f"{name}-{VALUES}", f"{title}: các danh sách giá trị", (key,), columns)
