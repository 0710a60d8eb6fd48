"""How the workbook looks: every cell is a text to Excel, so that nothing typed is made a number or a date."""

from copy import copy
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.catalogue_workbook.cells import escaped
from generator.catalogue_workbook.layout import Kind

_LINE = Side(style="thin", color="BFBFBF")
_BORDER = Border(_LINE, _LINE, _LINE, _LINE)
_HEAD = PatternFill("solid", start_color="E7EEF4")
_LOCKED = PatternFill("solid", start_color="EDEDED")
_OPEN, _SHUT = Protection(locked=False), Protection(locked=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_BOLD = Font(bold=True)
_TEXT = "@"
_WHOLE = "0"

Place = tuple[int, int]


def head(sheet: Worksheet, column: int, label: str, width: int) -> None:
    """A label, and how the whole column below it takes what is typed into new rows."""
    letter = get_column_letter(column)
    below = sheet.column_dimensions[letter]
    below.width, below.number_format = width, _TEXT
    below.protection, below.alignment = _OPEN, _WRAPPED
    text(sheet, (1, column), label)
    made = sheet.cell(1, column)
    made.font, made.fill, made.border = _BOLD, _HEAD, _BORDER


def text(sheet: Worksheet, place: Place, said: str) -> None:
    """Words that nobody changes."""
    made = sheet.cell(*place, said)
    made.number_format, made.alignment = _TEXT, _WRAPPED


class Cells:
    """Writes cells with values into the sheets of one workbook.

    A cell of a kind takes the style of the first one: giving each its own costs three fifths of an export.
    """

    def __init__(self) -> None:
        self._styles: dict[tuple[bool, bool], StyleArray] = {}

    def write(self, sheet: Worksheet, place: Place, said: str, kind: Kind, *, locked: bool = False) -> None:
        """A whole number stands as one, all else as text, even ``=1+1`` and ``#N/A``; of nothing, no cell."""
        if not said:
            return  # the column says already how a new cell takes what is typed
        made: Any = sheet.cell(*place)
        is_count = kind is Kind.COUNT and said.isascii() and said.isdigit() and str(int(said)) == said
        if is_count:
            made.value = int(said)
        else:
            made.value = escaped(said)
            made.data_type = "s"
        known = self._styles.get((is_count, locked))
        if known is None:
            made.number_format = _WHOLE if is_count else _TEXT
            made.protection = _SHUT if locked else _OPEN
            made.alignment, made.border = _WRAPPED, _BORDER
            if locked:
                made.fill = _LOCKED
            self._styles[is_count, locked] = made._style
        else:
            made._style = copy(known)


def counts() -> DataValidation:
    """Whole numbers of papers, or nothing."""
    made = DataValidation(type="whole", operator="between", formula1="0", formula2="99", allow_blank=True)
    made.errorTitle, made.error = "Không phải số bản", "Chỉ ghi số nguyên từ 0 đến 99."
    return made


def one_of(source: str, label: str) -> DataValidation:
    """A choice from the cells that ``source`` names."""
    made = DataValidation(type="list", formula1=source, allow_blank=True)
    made.errorTitle, made.error = label[:32], "Hãy chọn trong danh sách."
    return made


def rule(sheet: Worksheet, column: int, made: DataValidation) -> None:
    """Let the rule watch a whole column but its head."""
    made.showErrorMessage = True
    letter = get_column_letter(column)
    made.add(f"{letter}2:{letter}1048576")
    sheet.add_data_validation(made)


def protect(sheet: Worksheet) -> None:
    """Lock what is not open, without a password: a guard against slips, not against people."""
    guard = sheet.protection
    guard.sheet = True
    guard.formatColumns = guard.formatRows = guard.insertRows = guard.autoFilter = guard.sort = False
