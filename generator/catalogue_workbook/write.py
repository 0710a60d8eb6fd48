"""The workbook of some records: the same records give the same bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.catalogue_workbook import layout, style
from generator.catalogue_workbook.layout import Column, Kind, Part
from generator.catalogue_workbook.rows import digest, part_rows, texts
from generator.reading.yaml_text import Data
from generator.writing.timeless import timeless

LAST_ROW = 1_048_576
MOST_ROWS = 99_000
"""Rows of one sheet that the import takes back."""

_WORDS = (
    "Tệp này để sửa nhiều thủ tục một lúc, rồi đưa trở lại bảng công khai.",
    "1. Trang «Thủ tục»: mỗi thủ tục một dòng. Các trang sau: mỗi bước, mỗi cách nộp, mỗi giấy tờ … một "
    "dòng, nối với thủ tục bằng cột «Mã thủ tục».",
    "2. Được sửa mọi ô nền trắng. Không sửa mã thủ tục, cột «Dấu bản gốc» và dòng tiêu đề.",
    "3. Thứ tự là thứ tự của cột «STT». Muốn đổi thứ tự thì đổi số. Sắp xếp lại các dòng không làm đổi gì.",
    "4. Thêm: chèn một dòng, ghi mã thủ tục. Để trống «STT» thì dòng ấy đứng sau dòng ngay trên nó; ghi 2,5 "
    "thì đứng giữa 2 và 3. Bỏ: xóa cả dòng, hoặc xóa chữ trong dòng.",
    "5. Ô chứa một danh sách: mỗi dòng trong ô là một mục. Xuống dòng trong ô bằng Alt và Enter.",
    "6. Ghi đúng chữ của nguồn. Nguồn không nêu thì để trống ô ấy.",
    "7. Thêm thủ tục mới ở cuối trang «Thủ tục»: ghi mã, tên, lĩnh vực; để trống «Dấu bản gốc».",
    "8. Bỏ dòng của một thủ tục thì tệp của thủ tục ấy vẫn giữ nguyên. Thủ tục hết hiệu lực thì ghi ngày.",
    "9. Sửa xong, lưu tệp (dạng .xlsx) và chạy lệnh: congkhai import TÊN_TỆP.xlsx --into THƯ_MỤC_CỦA_BẢNG",
    "10. Tệp của thủ tục nào đã đổi từ lúc xuất thì thủ tục ấy không nhập, máy nói rõ. Khi đó hãy xuất lại.",
)


class TooLong(Exception):
    """A sheet would have more rows than can be read back; the text is the sheet's name."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """Where the words of a column stand on the sheet of choices."""

    words: Mapping[str, str]
    range: str


def catalogue_workbook(records: Sequence[Mapping[str, Data]], fields: Mapping[str, str]) -> bytes:
    """The .xlsx of valid records; ``fields``: key -> word.  Raises TooLong."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "congkhai"
    _guide(book.create_sheet(layout.GUIDE))
    columns = layout.main_columns(fields)
    every = [*columns, *(column for part in layout.PARTS for column in (*part.group, *part.columns))]
    sheets = {name: book.create_sheet(name) for name in (layout.MAIN, *(part.name for part in layout.PARTS))}
    choices = _choices(book.create_sheet(layout.CHOICES), every)
    cells = style.Cells()
    _main(sheets[layout.MAIN], records, columns, choices, cells)
    for part in layout.PARTS:
        _part(sheets[part.name], records, part, choices, cells)
    book.active = 1
    out = BytesIO()
    book.save(out)
    return timeless(out.getvalue())


def _guide(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 110
    for row, said in enumerate(_WORDS, start=1):
        style.text(sheet, (row, 1), said)
        sheet.row_dimensions[row].height = 36
    style.protect(sheet)


def _choices(sheet: Worksheet, columns: Sequence[Column]) -> list[_Choice]:
    """Each list of words once; dropdowns of Excel take a range of any length, a list only 255 letters."""
    made: list[_Choice] = []
    for column in columns:
        if not column.words or any(known.words == column.words for known in made):
            continue
        number = len(made) + 1
        letter = get_column_letter(number)
        style.head(sheet, number, column.label, 40)
        for row, word in enumerate(column.words.values(), start=2):
            style.text(sheet, (row, number), word)
        made.append(_Choice(column.words, f"'{sheet.title}'!${letter}$2:${letter}${len(column.words) + 1}"))
    style.protect(sheet)
    return made


def _main(
    sheet: Worksheet,
    records: Sequence[Mapping[str, Data]],
    columns: Sequence[Column],
    choices: Sequence[_Choice],
    cells: style.Cells,
) -> None:
    last = len(columns) + 1
    for number, column in enumerate(columns, start=1):
        style.head(sheet, number, column.label, column.width)
    style.head(sheet, last, layout.DIGEST, 36)
    for row, record in enumerate(records, start=2):
        for number, said in enumerate(texts(dict(record), tuple(columns)), start=1):
            cells.write(sheet, (row, number), said, columns[number - 1].kind, locked=number == 1)
        cells.write(sheet, (row, last), digest(record, tuple(columns)), Kind.TEXT, locked=True)
        sheet.row_dimensions[row].height = 60
    for number, column in enumerate(columns, start=1):
        _rule(sheet, number, column, choices)
    _finish(sheet, len(records) + 1, last)
    style.protect(sheet)


def _part(
    sheet: Worksheet,
    records: Sequence[Mapping[str, Data]],
    part: Part,
    choices: Sequence[_Choice],
    cells: style.Cells,
) -> None:
    columns = _all_columns(part)
    for number, label in enumerate(part.labels, start=1):
        style.head(sheet, number, label, columns[number].width if number in columns else 14)
    line = 1
    for record in records:
        for row in part_rows(record, part):
            line += 1
            cells.write(sheet, (line, 1), str(record["ma"]), Kind.TEXT, locked=True)
            ahead = (str(row.numbers[0]), *row.group) if part.within else ()
            for number, said in enumerate((*ahead, str(row.numbers[-1]), *row.texts), start=2):
                kind = columns[number].kind if number in columns else Kind.COUNT
                cells.write(sheet, (line, number), said, kind)
    if line > MOST_ROWS:
        raise TooLong(part.name)
    codes = f"'{layout.MAIN}'!$A$2:$A${LAST_ROW}"
    style.rule(sheet, 1, style.one_of(codes, layout.CODE))
    for number, column in columns.items():
        _rule(sheet, number, column, choices)
    _finish(sheet, line, len(part.labels))


def _all_columns(part: Part) -> dict[int, Column]:
    """The number of each column that holds a value."""
    first = 3 if part.within else 2
    found = dict(enumerate(part.group, start=first))
    return found | dict(enumerate(part.columns, start=first + len(part.group) + 1))


def _rule(sheet: Worksheet, number: int, column: Column, choices: Sequence[_Choice]) -> None:
    made: DataValidation | None = None
    if column.kind is Kind.COUNT:
        made = style.counts()
    elif column.words and column.kind is Kind.TEXT:
        found = next(choice for choice in choices if choice.words == column.words)
        made = style.one_of(found.range, column.label)
    if made:
        style.rule(sheet, number, made)


def _finish(sheet: Worksheet, last_row: int, last_column: int) -> None:
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(last_column)}{max(last_row, 2)}"
