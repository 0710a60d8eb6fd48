"""The sheet of one commune: Biểu 06 by field, with its total, as the official form has it."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.statistics.form import FORM
from generator.statistics.identities import IDENTITIES
from generator.statistics.periods import Period
from generator.statistics_form import layout, style
from generator.vietnamese import day

_TOP, _BOTTOM = 9, 11
"""The rows of the head; the row of column numbers follows."""

_NAME_WIDTH = 34
"""Letters of a field's name on one line."""

_FIELD_KEY = layout.FIRST_COUNT + len(layout.HEAD)


def main_sheet(
    sheet: Worksheet, commune: tuple[str, str], fields: Sequence[tuple[str, str]], period: Period
) -> None:
    """``commune``: code and name; ``fields``: key and name of each, in the board's order."""
    _above(sheet, commune, period)
    _head(sheet)
    rows = _rows(sheet, fields)
    _checks(sheet, rows)
    _widths(sheet)
    sheet.freeze_panes = f"{get_column_letter(layout.FIRST_COUNT)}{_BOTTOM + 2}"
    sheet.print_area = f"A1:{get_column_letter(layout.FIRST_COUNT + len(FORM) - 1)}{rows[-1]}"
    style.protect(sheet)


def _above(sheet: Worksheet, commune: tuple[str, str], period: Period) -> None:
    code, unit_name = commune
    style.label(sheet, (1, 1), layout.FORM_NUMBER)
    style.label(sheet, (1, 4), layout.TITLE)
    style.label(sheet, (2, 1), "Đơn vị báo cáo")
    style.text(sheet, (2, 3), unit_name)
    style.label(sheet, (3, 1), layout.CODE_LABEL)
    style.text(sheet, (3, 3), code)
    if period.since:
        style.label(sheet, (4, 1), "Từ ngày")
        style.text(sheet, (4, 3), day(period.since))
    style.label(sheet, (4, 5), "Đến ngày")
    style.text(sheet, (4, 6), day(period.until))
    for row, words in enumerate(("Nguồn", "Ngày của nguồn", "Địa chỉ trang nguồn"), start=5):
        style.label(sheet, (row, 1), words)
        style.fillable(sheet, (row, 3), words=True)
        sheet.merge_cells(start_row=row, start_column=3, end_row=row, end_column=9)
    for row, column in ((2, 9), (3, 9), (4, 4)):
        sheet.merge_cells(start_row=row, start_column=3, end_row=row, end_column=column)
    sheet.merge_cells("F4:I4")
    unit = "Đơn vị tính: hồ sơ. Nguồn không nêu ô nào thì để trống ô ấy; đừng tự cộng, đừng ghi 0 thay."
    style.label(sheet, (8, 1), unit, bold=False)


def _head(sheet: Worksheet) -> None:
    style.label(sheet, (_TOP, 1), "STT", box=True)
    style.label(sheet, (_TOP, 2), "Lĩnh vực, công việc giải quyết theo cấp", box=True)
    style.label(sheet, (_TOP, _FIELD_KEY), "Mã lĩnh vực", box=True)
    for column in (1, 2, _FIELD_KEY):
        sheet.merge_cells(start_row=_TOP, start_column=column, end_row=_BOTTOM, end_column=column)
    columns = list(enumerate(layout.HEAD.values(), start=layout.FIRST_COUNT))
    for depth in range(3):
        _level(sheet, columns, depth)
    for column in range(1, layout.FIRST_COUNT + len(layout.HEAD)):
        style.label(sheet, (_BOTTOM + 1, column), f"({column})", bold=False, box=True)


def _level(sheet: Worksheet, columns: list[tuple[int, tuple[str, ...]]], depth: int) -> None:
    """One row of labels: equal neighbours are one wide cell, a last label reaches down to the table."""
    deep = [(column, labels) for column, labels in columns if len(labels) > depth]
    for labels, group in groupby(deep, key=lambda item: item[1][: depth + 1]):
        found = list(group)
        is_last = all(len(each) == depth + 1 for _, each in found)
        style.label(sheet, (_TOP + depth, found[0][0]), labels[-1], box=True)
        sheet.merge_cells(
            start_row=_TOP + depth,
            start_column=found[0][0],
            end_row=_BOTTOM if is_last else _TOP + depth,
            end_column=found[-1][0],
        )


def _rows(sheet: Worksheet, fields: Sequence[tuple[str, str]]) -> range:
    first = _BOTTOM + 2
    rule = style.counts()
    sheet.add_data_validation(rule)
    for number, (key, name) in enumerate([*fields, ("", layout.TOTAL)]):
        row = first + number
        style.text(sheet, (row, 1), str(number + 1) if key else "", box=True)
        style.text(sheet, (row, 2), name, box=True)
        sheet.row_dimensions[row].height = 16 * -(-len(name) // _NAME_WIDTH)
        style.text(sheet, (row, _FIELD_KEY), key, box=True)
        for column in range(layout.FIRST_COUNT, _FIELD_KEY):
            style.fillable(sheet, (row, column), words=False)
    last = first + len(fields)
    left, right = (get_column_letter(c) for c in (layout.FIRST_COUNT, _FIELD_KEY - 1))
    rule.add(f"{left}{first}:{right}{last}")
    return range(first, last + 1)


def _checks(sheet: Worksheet, rows: range) -> None:
    """A total that its parts do not give turns red once all of them are filled; no cell holds a formula."""
    at: Mapping[str, str] = {
        key: get_column_letter(column) for column, key in enumerate(layout.HEAD, start=layout.FIRST_COUNT)
    }
    for identity in IDENTITIES:
        cells = [f"${at[key]}{rows[0]}" for key in (identity.total, *identity.parts)]
        total, *parts = cells
        formula = f"AND(COUNT({','.join(cells)})={len(cells)},{total}<>{'+'.join(parts)})"
        rule = Rule(type="expression", dxf=DifferentialStyle(fill=style.WRONG), formula=[formula])
        column = at[identity.total]
        sheet.conditional_formatting.add(f"{column}{rows[0]}:{column}{rows[-1]}", rule)


def _widths(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 7
    sheet.column_dimensions["B"].width = _NAME_WIDTH + 2
    for column in range(layout.FIRST_COUNT, _FIELD_KEY):
        sheet.column_dimensions[get_column_letter(column)].width = 11
    sheet.column_dimensions[get_column_letter(_FIELD_KEY)].width = 18
    sheet.row_dimensions[_BOTTOM].height = 48
