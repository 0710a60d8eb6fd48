"""A workbook with figures: the tables of its communes, and what its side sheets add to them."""

from generator.importing.figures.begin import FiguresReading
from generator.importing.figures.draft import FiguresDraft, Known
from generator.importing.figures.side import read_side, side_of
from generator.importing.figures.table import read_figures
from generator.importing.workbook.sheet import Sheet
from generator.statistics_form.layout import GUIDE, Side


def read_book(sheets: list[Sheet], file: str, known: Known) -> tuple[FiguresReading, list[Sheet]]:
    """What all sheets with figures say, and the sheets that are about something else."""
    found = FiguresReading()
    others: list[Sheet] = []
    sides: list[tuple[Sheet, Side]] = []
    for sheet in sheets:
        if side := side_of(sheet):
            sides.append((sheet, side))
        elif reading := read_figures(sheet, file, known):
            found.drafts += reading.drafts
            found.left += reading.left
            found.problems += reading.problems
        else:
            others.append(sheet)
    by_commune: dict[str, FiguresDraft] = {}
    for draft in found.drafts:
        by_commune.setdefault(draft.code, draft)
    for sheet, side in sides:
        found.left += read_side(sheet, side, file, by_commune)
    _without_empty(found)
    if found.drafts or sides:
        others = [sheet for sheet in others if sheet.name != GUIDE]
    return found, others


def _without_empty(reading: FiguresReading) -> None:
    """A sheet of the form that nobody has filled is told, not imported."""
    for draft in reading.drafts:
        if draft.is_empty:
            reading.left.append(f"{draft.place.file}, trang «{draft.place.sheet}»: chưa điền số nào.")
    reading.drafts = [draft for draft in reading.drafts if not draft.is_empty]
