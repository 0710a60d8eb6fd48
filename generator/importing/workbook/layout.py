"""What openpyxl does not tell in read-only mode: merged ranges, hidden rows, formulas never computed.

Read by a streaming parser, so that a range of billions of cells costs one line and not the memory.
"""

import re
import zipfile
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import Any
from xml.parsers import expat

from openpyxl.utils import column_index_from_string

from generator.importing.workbook.sheet import Range
from generator.verbatim import clean

_REF = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
MOST_RANGES = 20_000
"""Merged ranges of one sheet; a table with a merged cell in each row has a few thousand."""

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


@dataclass(slots=True)
class SheetLayout:
    """Of one sheet.  ``uncomputed``: cells with a formula and no stored value.

    ``farthest``: the last row and the last column that hold a value.
    """

    name: str
    visible: bool
    merged: list[Range] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    uncomputed: list[str] = field(default_factory=list)
    farthest: tuple[int, int] = (0, 0)


def read_layouts(archive: zipfile.ZipFile) -> list[SheetLayout]:
    """Every worksheet in the workbook's order.  Raises KeyError, ValueError or expat.ExpatError, and
    OverflowError for more merged ranges than any table has.
    """
    targets: dict[str, str] = {}
    sheets: list[dict[str, str]] = []
    _parse(archive, _RELATIONS, lambda name, seen: _relation(name, seen, targets))
    _parse(archive, _WORKBOOK, lambda name, seen: sheets.append(seen) if name == "sheet" else None)
    layouts = []
    for sheet in sheets:
        layout = SheetLayout(clean(sheet["name"]), sheet.get("state", "visible") == "visible")
        target = targets[sheet["id"]]
        path = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        _SheetParser(layout).read(archive, path)
        layouts.append(layout)
    return layouts


def _relation(name: str, seen: dict[str, str], targets: dict[str, str]) -> None:
    if name == "Relationship":
        targets[seen["Id"]] = seen["Target"]


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _parse(archive: zipfile.ZipFile, path: str, start: Any) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, seen: start(
        _local(name), {_local(key): value for key, value in seen.items()}
    )
    with archive.open(path) as stream:
        parser.ParseFile(stream)


class _SheetParser:
    """Counts rows and cells as a reader must: their numbers may be left out of the file."""

    def __init__(self, layout: SheetLayout):
        self._layout = layout
        self._row = 0
        self._cell = ""
        self._formula = False
        self._value = False
        self._inside = False
        self._text = False

    def read(self, archive: zipfile.ZipFile, path: str) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        with archive.open(path) as stream:
            parser.ParseFile(stream)

    def _start(self, name: str, seen: dict[str, str]) -> None:
        match _local(name):
            case "row":
                self._row = int(seen.get("r", self._row + 1))
                if seen.get("hidden") in ("1", "true"):
                    self._layout.hidden.add(self._row)
            case "c":
                self._cell = seen.get("r", f"dòng {self._row}")
                self._formula = self._value = False
                self._text = seen.get("t") == "str"
            case "f":
                self._formula = True
            case "v" | "is":
                self._inside = True
                self._value = self._value or self._text  # an empty text is a result, an empty number is none
            case "mergeCell":
                if len(self._layout.merged) >= MOST_RANGES:
                    raise OverflowError
                self._layout.merged.append(_range(seen["ref"]))

    def _end(self, name: str) -> None:
        self._inside = self._inside and _local(name) not in ("v", "is")
        if _local(name) == "c" and self._formula and not self._value:
            self._layout.uncomputed.append(self._cell)
        elif _local(name) == "c" and self._value:
            self._reach()

    def _reach(self) -> None:
        row, column = self._layout.farthest
        if match := _REF.fullmatch(self._cell):
            row, column = max(row, int(match[2])), max(column, column_index_from_string(match[1]))
        self._layout.farthest = (max(row, self._row), column)

    def _data(self, data: str) -> None:
        if self._inside and data.strip():
            self._value = True


def _range(reference: str) -> Range:
    first, _, last = reference.partition(":")
    left, top = _corner(first)
    right, bottom = _corner(last or first)
    return Range(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _corner(reference: str) -> tuple[int, int]:
    match = _REF.fullmatch(reference)
    if match is None:
        raise ValueError(reference)
    return column_index_from_string(match[1]), int(match[2])
