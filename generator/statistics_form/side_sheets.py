"""The sheets beside the form: explanations, late dossiers, the portal's rate, index, survey, feedback."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.statistics.index766 import ITEMS
from generator.statistics_form import layout, style
from generator.statistics_form.layout import Kind, Side

_ROWS_EACH = 8
"""Rows for each commune where there may be several."""

_WORDS = (
    "Tệp này để ghi số liệu một kỳ của xã rồi đưa lên bảng công khai.",
    "1. Mỗi xã một trang, trang mang mã xã. Chỉ điền các ô nền vàng; ô khác đã khóa.",
    "2. Ghi đúng số của nguồn. Nguồn không nêu ô nào thì để trống ô ấy. Đừng tự cộng, đừng ghi 0 thay.",
    "3. Số viết liền, không dấu chấm: 1234.",
    "4. Ô tổng chuyển màu đỏ là các số không khớp nhau. Xem lại với nguồn; nguồn ghi như vậy thì giữ nguyên "
    "và giải thích ở trang «Giải trình».",
    "5. Ghi tên nguồn ở ô «Nguồn», ví dụ: Báo cáo quý III của Trung tâm Phục vụ hành chính công.",
    "6. Các cột «tùy chọn» và các trang khác có số liệu thì điền, không có thì bỏ qua.",
    "7. Không ghi tên người dân, không ghi số hồ sơ ở bất kỳ ô nào.",
    "8. Điền xong, lưu tệp và chạy lệnh: congkhai import TÊN_TỆP.xlsx --into THƯ_MỤC_CỦA_BẢNG",
)


def guide_sheet(sheet: Worksheet) -> None:
    """What to do, in eight sentences."""
    sheet.column_dimensions["A"].width = 110
    for row, words in enumerate(_WORDS, start=1):
        style.text(sheet, (row, 1), words)
        sheet.row_dimensions[row].height = 36
    style.protect(sheet)


def side_sheets(book: Workbook, codes: Sequence[str]) -> None:
    """One sheet for each part, with rows for every commune."""
    for side in layout.SIDES:
        sheet = book.create_sheet(side.name)
        style.label(sheet, (1, 1), side.name)
        style.label(sheet, (2, 1), side.words, bold=False)
        style.label(sheet, (layout.SIDE_HEAD, 1), layout.CODE_LABEL, box=True)
        sheet.column_dimensions["A"].width = 10
        for number, column in enumerate(side.columns, start=2):
            style.label(sheet, (layout.SIDE_HEAD, number), column.label, box=True)
            sheet.column_dimensions[get_column_letter(number)].width = column.width
        sheet.row_dimensions[layout.SIDE_HEAD].height = 36
        last = _index_rows(sheet, codes) if side.key == "chi_so_766" else _open_rows(sheet, side, codes)
        _rules(sheet, side, last)
        sheet.freeze_panes = f"B{layout.SIDE_HEAD + 1}"
        style.protect(sheet)


def _open_rows(sheet: Worksheet, side: Side, codes: Sequence[str]) -> int:
    """Each row bears a commune's code; where there may be several it can be chosen anew."""
    row = layout.SIDE_HEAD
    for code in codes:
        for _ in range(_ROWS_EACH if side.many else 1):
            row += 1
            style.text(sheet, (row, 1), code, box=True)
            for number, column in enumerate(side.columns, start=2):
                style.fillable(sheet, (row, number), words=column.kind is Kind.TEXT)
    if side.many and len(codes) > 1:
        first = layout.SIDE_HEAD + 1
        every = f"'{layout.SIDES[0].name}'!$A${first}:$A${layout.SIDE_HEAD + len(codes)}"
        choice = style.one_of(every, layout.CODE_LABEL)
        sheet.add_data_validation(choice)
        choice.add(f"A{layout.SIDE_HEAD + 1}:A{row}")
        for number in range(layout.SIDE_HEAD + 1, row + 1):
            style.fillable(sheet, (number, 1), words=True)
    return row


def _index_rows(sheet: Worksheet, codes: Sequence[str]) -> int:
    row = layout.SIDE_HEAD
    for code in codes:
        for key, item in ITEMS.items():
            row += 1
            style.text(sheet, (row, 1), code, box=True)
            style.text(sheet, (row, 2), key, box=True)
            limit = f" (tối đa {item.maximum})" if item.maximum else ""
            style.text(sheet, (row, 3), f"{'' if item.group else 'NHÓM: '}{item.name}{limit}", box=True)
            for column in (4, 5):
                style.fillable(sheet, (row, column), words=False)
    return row


def _rules(sheet: Worksheet, side: Side, last: int) -> None:
    rules: dict[Kind, DataValidation] = {Kind.COUNT: style.counts(), Kind.POINTS: style.points()}
    for number, column in enumerate(side.columns, start=2):
        if rule := rules.get(column.kind):
            letter = get_column_letter(number)
            rule.add(f"{letter}{layout.SIDE_HEAD + 1}:{letter}{last}")
    for rule in rules.values():
        if rule.sqref:
            sheet.add_data_validation(rule)
