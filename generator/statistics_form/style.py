"""How the form looks and what may be changed in it: only cells to fill are open."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_LINE = Side(style="thin", color="808080")
BORDER = Border(_LINE, _LINE, _LINE, _LINE)
HEAD = PatternFill("solid", start_color="E7EEF4")
OPEN = PatternFill("solid", start_color="FFFBE6")
WRONG = PatternFill("solid", start_color="F8CBAD", end_color="F8CBAD")
MOST = 10_000_000

Place = tuple[int, int]


def label(sheet: Worksheet, place: Place, text: str, *, bold: bool = True, box: bool = False) -> None:
    """Words that nobody changes."""
    cell = sheet.cell(*place, text)
    cell.font = Font(bold=bold)
    cell.alignment = Alignment(wrap_text=box, vertical="center", horizontal="center" if box else None)
    if box:
        cell.border, cell.fill = BORDER, HEAD


def text(sheet: Worksheet, place: Place, value: str, *, box: bool = False) -> None:
    """A text that nobody changes and no spreadsheet reads as a number: codes, dates, names."""
    cell = sheet.cell(*place, value)
    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    if box:
        cell.border = BORDER


def fillable(sheet: Worksheet, place: Place, *, words: bool) -> None:
    """A cell to fill: as text where it is for words, as a whole or broken number otherwise."""
    cell = sheet.cell(*place)
    cell.protection = Protection(locked=False)
    cell.border, cell.fill = BORDER, OPEN
    cell.number_format = "@" if words else "General"
    cell.alignment = Alignment(wrap_text=words, vertical="center")


def counts() -> DataValidation:
    """Whole numbers of dossiers, or nothing."""
    rule = DataValidation(
        type="whole", operator="between", formula1="0", formula2=str(MOST), allow_blank=True
    )
    rule.errorTitle, rule.error = "Không phải số hồ sơ", "Chỉ ghi số nguyên viết liền, ví dụ 1234."
    rule.promptTitle, rule.prompt = "Số hồ sơ", "Viết liền: 1234. Nguồn không nêu thì để trống, đừng ghi 0."
    return _shown(rule)


def points() -> DataValidation:
    """Numbers from 0 to 100, or nothing."""
    rule = DataValidation(type="decimal", operator="between", formula1="0", formula2="100", allow_blank=True)
    rule.errorTitle, rule.error = "Ngoài khoảng", "Chỉ ghi số từ 0 đến 100."
    rule.promptTitle, rule.prompt = "Từ 0 đến 100", "Ghi số, không ghi dấu %. Nguồn không nêu thì để trống."
    return _shown(rule)


def one_of(source: str, what: str) -> DataValidation:
    """A choice from the cells that ``source`` names (``'Trang'!$A$4:$A$9``)."""
    rule = DataValidation(type="list", formula1=source, allow_blank=True)
    rule.errorTitle, rule.error = what, f"Chọn {what[0].lower()}{what[1:]} trong danh sách."
    return _shown(rule)


def _shown(rule: DataValidation) -> DataValidation:
    rule.showErrorMessage = rule.showInputMessage = True
    return rule


def protect(sheet: Worksheet) -> None:
    """Lock what is not open, without a password: a guard against slips, not against people."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
