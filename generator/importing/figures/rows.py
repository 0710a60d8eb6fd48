"""The rows below the head of a table of figures, told apart: total, field, commune, or something else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from generator.importing.figures.head import Head, numbers_columns
from generator.importing.workbook.sheet import Cell, Sheet
from generator.vietnamese import fold

_TOTAL = re.compile(r"(?:tong|tong so|tong cong|cong|toan xa|toan phuong|toan tinh)(?: \(.*\)| chung)?\s*:?")
_SECTION = re.compile(r"(?:[IVXLC]+|[A-ZĐ])\s*[.)]?")


class About(Enum):
    """What a row counts."""

    TOTAL = "total"
    FIELD = "field"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Row:
    """One row that counts: its cells by the key of their column, and those of columns without a key."""

    number: int
    about: About
    name: str
    cells: dict[str, Cell]
    others: tuple[tuple[str, Cell], ...]


def read_rows(sheet: Sheet, head: Head) -> Iterator[Row | str]:
    """Each row that holds something, as what it is; a sentence for what is not imported."""
    by_unit = "field" not in head.columns and ("unit" in head.columns or "commune" in head.columns)
    where = f"trang «{sheet.name}», " if sheet.name else ""
    for number in sheet.rows():
        cells = sheet.row(number)
        if number <= head.bottom or not cells or numbers_columns(cells):
            continue
        said = " | ".join(cell.text for cell in cells)[:300]
        row = _row(sheet, head, number, by_unit)
        if number in sheet.hidden:
            yield f"{where}dòng {number} đang ẩn nên không nhập: {said}"
        elif not any(key in row.cells for key in head.counts):
            if not {"field", "unit"} & row.cells.keys():
                yield f"{where}dòng {number} không có số liệu nên không nhập: {said}"
        elif _is_section(row):
            yield f"{where}dòng {number} là dòng cộng của một nhóm nên không nhập: {said}"
        elif not row.name and "commune" not in row.cells:
            yield f"{where}dòng {number} không ghi là số liệu của lĩnh vực, đơn vị nào nên không nhập: {said}"
        else:
            yield row


def _row(sheet: Sheet, head: Head, number: int, by_unit: bool) -> Row:
    cells = {key: cell for key, column in head.columns.items() if (cell := sheet.at(number, column))}
    others = tuple(
        (label, cell) for column, label in head.others.items() if (cell := sheet.at(number, column))
    )
    name = _name(cells)
    about = About.TOTAL if _TOTAL.fullmatch(fold(name)) else About.UNIT if by_unit else About.FIELD
    return Row(number, about, name, cells, others)


def _name(cells: dict[str, Cell]) -> str:
    """The words of the row: where they are merged over the number's column they stand there."""
    named = next((cells[key] for key in ("field", "unit") if key in cells), None)
    if named is None and "row" in cells and not cells["row"].text.rstrip(".)").isdigit():
        named = cells["row"]
    return " ".join(named.text.split()) if named else ""


def _is_section(row: Row) -> bool:
    """ "I | Cấp xã | 120 …" adds up the rows below it."""
    ordinal = row.cells.get("row")
    return row.about is not About.TOTAL and bool(ordinal and _SECTION.fullmatch(ordinal.text))
