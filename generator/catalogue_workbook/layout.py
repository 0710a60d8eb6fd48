"""What stands where in the workbook: one truth for the program that writes it and the one that reads it back.

Everything follows from ``model.procedure``: a key that is added there has its column here by itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from generator import words
from generator.model.procedure import Procedure
from generator.model.record import Record, keys
from generator.model.settings import CatalogueField
from generator.model.shape import form_of, is_list, is_whole, record_in
from generator.model.times import DayForm

GUIDE = "Đọc trước"
MAIN = "Thủ tục"
CHOICES = "Danh mục chọn"

CODE = "Mã thủ tục"
DIGEST = "Dấu bản gốc"
"""The label of the column that says which version of a record was exported."""
NUMBER = "STT"
GROUP = "Số trường hợp"

WORDS: Mapping[str, Mapping[str, str]] = {
    "hinh_thuc": words.CHANNELS,
    "tham_quyen": words.SCOPES,
    "muc_do_truc_tuyen": words.ONLINE,
    "cap_thuc_hien": words.LEVELS,
    "muc_do": words.DETAIL,
}
"""Key of a choice -> the words for its values."""
_WIDE = frozenset(("ten", "trich_yeu", "buoc", "mo_ta", "noi_dung", "phi_le_phi", "yeu_cau_dieu_kien"))


class Kind(Enum):
    """What a cell holds."""

    TEXT = "text"
    LIST = "list"
    COUNT = "count"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """``path``: where the value lies in the record, or in the item of a list; ``words``: key -> word."""

    label: str
    path: tuple[str, ...]
    kind: Kind = Kind.TEXT
    words: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def width(self) -> int:
        """In characters of Excel's own font."""
        if self.kind in (Kind.COUNT, Kind.DAY):
            return 14
        return 60 if self.path[-1] in _WIDE else 28


@dataclass(frozen=True, slots=True)
class Part:
    """A list of the record on a sheet of its own, one item a row.

    Where items hold a list themselves (``within``: papers of a case), a row is one of its items, and
    ``group`` are the columns of what they stand in.
    """

    name: str
    key: str
    columns: tuple[Column, ...]
    within: str | None = None
    group: tuple[Column, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The head of the sheet, from the left."""
        ahead = (GROUP, *(column.label for column in self.group)) if self.within else ()
        return (CODE, *ahead, NUMBER, *(column.label for column in self.columns))


def main_columns(fields: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns of the first table, the code's first; ``fields``: key -> word (see ``field_words``)."""
    return tuple(
        Column(column.label, column.path, column.kind, fields) if column.path == ("linh_vuc",) else column
        for column in _columns(Procedure)
    )


def field_words(fields: tuple[CatalogueField, ...]) -> dict[str, str]:
    """Key -> name of each field; two fields of one name are called by their keys."""
    names = [item.name for item in fields]
    return {item.key: item.name if names.count(item.name) == 1 else item.key for item in fields}


def _columns(model: type[Record], above: tuple[str, ...] = (), before: str = "") -> Iterator[Column]:
    for each in keys(model):
        title, path = f"{before}{each.title}", (*above, each.key)
        inner = record_in(each.annotation)
        if inner is None:
            yield Column(title, path, _kind(each.annotation), WORDS.get(each.key, {}))
        elif not is_list(each.annotation):
            yield from _columns(inner, path, f"{title}: ")


def _kind(annotation: Any) -> Kind:
    if is_list(annotation):
        return Kind.LIST
    if is_whole(annotation):
        return Kind.COUNT
    return Kind.DAY if isinstance(form_of(annotation), DayForm) else Kind.TEXT


def _parts() -> Iterator[Part]:
    for each in keys(Procedure):
        item = record_in(each.annotation)
        if item is None or not is_list(each.annotation):
            continue
        columns = tuple(_columns(item))
        inner = {
            part.key: found
            for part in keys(item)
            if is_list(part.annotation) and (found := record_in(part.annotation))
        }
        if not inner:
            yield Part(each.title, each.key, columns)
        for within, paper in inner.items():
            yield Part(each.title, each.key, tuple(_columns(paper)), within, columns)


PARTS = tuple(_parts())
"""The sheets beside the first table, in the order of the official form."""
