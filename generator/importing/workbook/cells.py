"""An .xlsx workbook -> sheets of cells, with values only: no formula, link or macro is run."""

import io
import math
import warnings
import zipfile
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from generator.importing.unreadable import Unreadable, refuse
from generator.importing.workbook.layout import SheetLayout, read_layouts
from generator.importing.workbook.sheet import Cell, CellKind, Range, Sheet
from generator.problems import Problem, Severity
from generator.verbatim import clean, has_control

MOST_CELLS = 500_000
LAST_ROW, LAST_COLUMN = 100_000, 1_000
"""No table reaches further; a sheet's own last cell is XFD1048576."""
_NAMED = 10


def read_workbook(content: bytes, file: str) -> tuple[list[Sheet], list[str]]:
    """Visible sheets that hold something, and a sentence for each hidden one.  Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            layouts = read_layouts(archive)
        sheets = _sheets(content, layouts, file)
    except (Unreadable, MemoryError):
        raise
    except OverflowError:
        raise _too_many_merged(file) from None
    except Exception:  # openpyxl and the parser below it raise whatever a broken file leads them to
        hint = "Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx."
        raise refuse(
            file, "import-broken-workbook", "Tệp bảng tính bị hỏng nên không đọc được.", hint
        ) from None
    hidden = [
        f"{file}: trang «{layout.name}» đang ẩn nên không nhập." for layout in layouts if not layout.visible
    ]
    return sheets, hidden


def _sheets(content: bytes, layouts: list[SheetLayout], file: str) -> list[Sheet]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that do not concern values
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            by_name = {clean(sheet.title): sheet for sheet in book.worksheets}
            return [
                _sheet(by_name[layout.name], layout, file)
                for layout in layouts
                if layout.visible and layout.name in by_name
            ]
        finally:
            book.close()


def _sheet(source: Any, layout: SheetLayout, file: str) -> Sheet:
    if layout.uncomputed:
        raise Unreadable(_uncomputed(layout, file))
    if layout.farthest[0] > LAST_ROW or layout.farthest[1] > LAST_COLUMN:
        raise _far(layout, file)
    cells: dict[tuple[int, int], Cell] = {}
    source.reset_dimensions()  # the size that a file states of itself may be wrong
    for row in source.iter_rows():
        for found in row:
            if found.value is not None and (cell := _cell(found)):
                cells[(cell.row, cell.column)] = cell
        if len(cells) > MOST_CELLS:
            message = f"Trang «{layout.name}» có hơn {MOST_CELLS} ô nên không đọc."
            hint = "Chép riêng bảng cần nhập sang một tệp mới, hoặc chia thành nhiều tệp."
            raise refuse(file, "import-too-many-cells", message, hint)
    sheet = Sheet(layout.name, cells, frozenset(layout.hidden), _real(layout.merged))
    try:
        sheet.spread()
    except OverflowError:
        raise _too_many_merged(file) from None
    return sheet


def _too_many_merged(file: str) -> Unreadable:
    message = "Bảng tính có quá nhiều ô gộp hoặc vùng gộp lớn bất thường nên không đọc."
    hint = "Mở bằng Excel, chọn cả trang, bấm «Bỏ gộp ô» ở ngoài bảng, rồi lưu lại."
    return refuse(file, "import-merged", message, hint)


def _far(layout: SheetLayout, file: str) -> Unreadable:
    row, column = max(layout.farthest[0], 1), max(layout.farthest[1], 1)
    name = f"{get_column_letter(min(column, 18_278))}{row}"
    message = f"Trang «{layout.name}» có chữ ở tận ô {name}, xa hơn mọi bảng, nên không đọc."
    hint = "Xóa các dòng, cột thừa ngoài bảng rồi lưu lại."
    return refuse(file, "import-far-cell", message, hint)


def _real(merged: list[Range]) -> tuple[Range, ...]:
    return tuple(part for part in merged if (part.top, part.left) != (part.bottom, part.right))


def _uncomputed(layout: SheetLayout, file: str) -> Problem:
    names = ", ".join(layout.uncomputed[:_NAMED]) + (" …" if len(layout.uncomputed) > _NAMED else "")
    digits = "".join(char for char in layout.uncomputed[0] if char.isdigit())
    message = f"Trang «{layout.name}»: ô {names} là công thức chưa có kết quả nên không đọc được."
    hint = "Mở tệp bằng Excel rồi lưu lại, hoặc dán giá trị thay cho công thức."
    return Problem(file, int(digits or 1), 1, "import-formula", Severity.ERROR, message, hint)


def _cell(found: Any) -> Cell | None:
    value, row, column = found.value, found.row, found.column
    if isinstance(value, str):
        kind = CellKind.FAULT if found.data_type == "e" else CellKind.TEXT
        text = clean(value)
        return Cell(row, column, text, kind, has_control(value)) if text else None
    if isinstance(value, bool):
        return Cell(row, column, "TRUE" if value else "FALSE", CellKind.FAULT)
    if isinstance(value, (int, float)):
        return Cell(row, column, _number(value), CellKind.NUMBER)
    if isinstance(value, datetime) and value.time() == time():
        return Cell(row, column, value.date().isoformat(), CellKind.DATE)
    if isinstance(value, (datetime, date)):
        return Cell(row, column, value.isoformat(), CellKind.DATE)
    return Cell(row, column, clean(str(value)), CellKind.FAULT)


def _number(value: int | float) -> str:
    if isinstance(value, float) and math.isfinite(value) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)
