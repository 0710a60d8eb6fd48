"""The form as a workbook: the same communes, fields and period give the same bytes."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook

from generator.statistics.periods import Period
from generator.statistics_form import layout
from generator.statistics_form.main_sheet import main_sheet
from generator.statistics_form.side_sheets import guide_sheet, side_sheets
from generator.writing.timeless import timeless


def statistics_form(communes: Mapping[str, str], fields: Sequence[tuple[str, str]], period: Period) -> bytes:
    """The .xlsx for these communes (code -> name), with a row for each field (key, name)."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "congkhai"
    book.properties.title = layout.FORM_NUMBER
    for code, name in communes.items():
        main_sheet(book.create_sheet(code), (code, name), fields, period)
    side_sheets(book, list(communes))
    guide_sheet(book.create_sheet(layout.GUIDE))
    out = BytesIO()
    book.save(out)
    return timeless(out.getvalue())
