"""A workbook with figures: the tables of its communes, and what its side sheets add to them."""

from generator.importing.figures.begin import FiguresReading
from generator.importing.figures.draft import Known
from generator.importing.figures.table import read_figures
from generator.importing.workbook.sheet import Sheet


def read_book(sheets: list[Sheet], file: str, known: Known) -> tuple[FiguresReading, list[Sheet]]:
    """What all sheets with figures say, and the sheets that are about something else."""
    found = FiguresReading()
    others: list[Sheet] = []
    for sheet in sheets:
        reading = read_figures(sheet, file, known)
        if reading is None:
            others.append(sheet)
            continue
        found.drafts += reading.drafts
        found.left += reading.left
        found.problems += reading.problems
    return found, others
