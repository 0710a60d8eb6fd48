"""A CSV text -> one sheet; the separator is the one that the first line uses most."""

import csv
import io

from generator.importing.unreadable import refuse
from generator.importing.workbook.sheet import Cell, Sheet
from generator.verbatim import clean, has_control

_SEPARATORS = (",", ";", "\t")


def read_csv(text: str, file: str) -> Sheet:
    """Cells are texts, as they stand.  Rows bear the number of the line they begin at.  Raises Unreadable."""
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(_SEPARATORS, key=first.count), strict=True)
    cells: dict[tuple[int, int], Cell] = {}
    line = 1
    try:
        for record in reader:
            for column, value in enumerate(record, start=1):
                if said := clean(value):
                    cells[(line, column)] = Cell(line, column, said, had_control=has_control(value))
            line = reader.line_num + 1
    except csv.Error:
        message = f"Tệp CSV không đọc được từ dòng {line}."
        hint = 'Kiểm tra dấu " mở mà không đóng, hoặc lưu lại dạng .xlsx.'
        raise refuse(file, "import-csv", message, hint) from None
    return Sheet(None, cells)
