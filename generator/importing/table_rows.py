"""The rows below a table's head, told apart: a procedure, a field's heading, or something else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importing.board_folder import is_code
from generator.importing.field_keys import FieldKeys
from generator.importing.table_header import Header, header_at
from generator.importing.workbook.sheet import Cell, CellKind, Range, Sheet
from generator.vietnamese import fold

_ORDINAL = re.compile(r"(?:[IVXLCDM]+|\d+(?:\.\d+)*|[A-ZĐ])\s*[.)/]?", re.IGNORECASE)
_HEADING = re.compile(r"(?:(?:[IVXLCDM]+|\d+(?:\.\d+)*|[A-ZĐ])\s*[.)/:-]\s*)?(.+)", re.IGNORECASE | re.DOTALL)
_FIELD = re.compile(r"l[iĩ]nh\s+v[uự]c\s*[:\-–]?\s*(.+)", re.IGNORECASE | re.DOTALL)
_COLUMN_NUMBER = re.compile(r"\(?\s*\d{1,2}\s*\)?")


@dataclass(frozen=True, slots=True)
class Row:
    """One procedure's row: cells by the key of their column.

    ``columns``: the keys of all columns, stated here or not.  ``merged``: the range of the code's cell.
    """

    number: int
    cells: dict[str, Cell]
    others: tuple[tuple[str, Cell], ...]
    field_name: str | None
    merged: Range | None
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that is no procedure, as a sentence for the report."""

    sentence: str


def read_rows(sheet: Sheet, header: Header, fields: FieldKeys) -> Iterator[Row | Aside]:
    """Every row that holds something is yielded, as what it is, or changes the field of those below it."""
    field_name = _title_field(sheet, header)
    where = f"trang «{sheet.name}», " if sheet.name else ""
    yield from _uncertain(header, where)
    for number in sheet.rows():
        cells = sheet.row(number)
        if number <= header.bottom or not cells or _numbers_columns(cells):
            continue
        if again := header_at(sheet, number):
            header = again
            yield from _uncertain(header, where)
            continue
        said = " | ".join(cell.text for cell in cells)
        if number in sheet.hidden:
            yield Aside(f"{where}dòng {number} đang ẩn nên không nhập: {said}")
            continue
        row = _row(sheet, header, number, field_name)
        if "ma" in row.cells and not _is_heading(cells, row):
            yield row
        elif (heading := _heading(cells)) is not None:
            field_name = _field(heading, fields)
            if field_name is None:
                yield Aside(f"{where}dòng {number} là tiêu đề, không rõ lĩnh vực: {said}")
        else:
            yield Aside(f"{where}dòng {number} không có mã thủ tục nên không nhập: {said}")


def _uncertain(header: Header, where: str) -> Iterator[Aside]:
    for column in header.columns:
        if not column.certain:
            yield Aside(f"{where}cột «{column.label}» được hiểu là «{column.key}»; hãy đối chiếu.")


def _row(sheet: Sheet, header: Header, number: int, field_name: str | None) -> Row:
    cells = {column.key: cell for column in header.columns if (cell := sheet.at(number, column.number))}
    others = tuple(
        (column.label, cell) for column in header.others if (cell := sheet.at(number, column.number))
    )
    code = next(column.number for column in header.columns if column.key == "ma")
    return Row(number, cells, others, field_name, sheet.range_at(number, code), header.keys)


def _is_heading(cells: list[Cell], row: Row) -> bool:
    """A heading that is merged over the table stands in the code's column too."""
    code = row.cells["ma"]
    return not is_code(code.text) and code.kind is CellKind.TEXT and _heading(cells) is not None


def _numbers_columns(cells: list[Cell]) -> bool:
    return len(cells) > 2 and all(_COLUMN_NUMBER.fullmatch(cell.text) for cell in cells)


def _heading(cells: list[Cell]) -> str | None:
    """The words of a row that holds one text, with or without a number before it."""
    texts = [cell.text for cell in cells]
    if len(texts) == 2 and _ORDINAL.fullmatch(texts[0]):
        del texts[0]
    match = _HEADING.fullmatch(texts[0]) if len(texts) == 1 else None
    return match[1].strip() if match else None


def _field(heading: str, fields: FieldKeys) -> str | None:
    match = _FIELD.fullmatch(heading)
    if match is None:
        return heading if fields.knows(heading) else None
    name = match[1].strip().rstrip(":.").strip()
    return name if not fold(name).startswith("linh vuc") else None


def _title_field(sheet: Sheet, header: Header) -> str | None:
    """ "Lĩnh vực: …" above the table holds for all its rows."""
    for number in range(1, header.top):
        for cell in sheet.row(number):
            if match := _FIELD.fullmatch(cell.text):
                return match[1].strip().rstrip(":.").strip()
    return None
