"""The head of a table of figures: two to four rows of labels, merged or not, and the row "(1) (2) (3)"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.importing.figures.labels import ROW_KEYS, is_group, key_of
from generator.importing.workbook.sheet import Cell, CellKind, Sheet

DEPTH = 4
_LOOKED_AT = 60
"""Rows from the top in which a head is looked for."""

_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,2})\s*\)?(?:\s*=.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Head:
    """Rows ``top`` to ``bottom``; ``columns``: key -> number; ``others``: number -> label without a key."""

    top: int
    bottom: int
    columns: Mapping[str, int]
    others: Mapping[int, str]

    @property
    def counts(self) -> Mapping[str, int]:
        """The columns that count something."""
        return {key: number for key, number in self.columns.items() if key not in ROW_KEYS}


def find_head(sheet: Sheet) -> Head | None:
    """The first rows whose labels name at least two columns that count; None where there are none."""
    for row in sheet.rows():
        if row > _LOOKED_AT:
            return None
        if _begins(sheet, row):
            head = _head(sheet, row, _bottom(sheet, row))
            if len(head.counts) > 1 or (head.counts and ROW_KEYS & head.columns.keys()):
                return head
    return None


def numbers_columns(cells: list[Cell]) -> bool:
    """Whether this is the row "(1) (2) (3) …": nothing but numbers, each one more than the last."""
    found = [_COLUMN_NUMBER.fullmatch(cell.text) for cell in cells]
    numbers = [int(match[1]) for match in found if match]
    if len(cells) < 3 or len(numbers) < len(found):
        return False
    return all(after == before + 1 for before, after in pairwise(numbers))


def _begins(sheet: Sheet, row: int) -> bool:
    cells = sheet.row(row)
    groups = {group for cell in cells if (group := is_group(cell.text))}
    keys = {key for cell in cells if len(cell.text) < 80 and (key := key_of([cell.text]))}
    return len(cells) > 1 and (
        len(groups) > 1 or len(keys - ROW_KEYS) > 1 or bool(groups and keys & ROW_KEYS)
    )


def _bottom(sheet: Sheet, top: int) -> int:
    bottom = top
    for row in range(top + 1, top + DEPTH):
        own = [cell for cell in sheet.row(row) if cell.row == row]
        if numbers_columns(own) or not any(_labels(cell, sheet, top, row) for cell in own):
            break
        bottom = row
    return bottom


def _labels(cell: Cell, sheet: Sheet, top: int, row: int) -> bool:
    """Whether a cell is a label of the head: below a group, and a word that such columns bear."""
    if (
        cell.kind is not CellKind.TEXT
        or len(cell.text) > 200
        or any(char.isdigit() for char in cell.text[:1])
    ):
        return False
    above = _above(sheet, top, row, cell.column)
    key = key_of([*above, cell.text])
    return bool(above and (key is not None and key not in ROW_KEYS)) or cell.text.lower().startswith("trong ")


def _above(sheet: Sheet, top: int, row: int, column: int) -> list[str]:
    """The labels above a place; an empty one without a merged range belongs to the group at its left."""
    texts: list[str] = []
    for number in range(top, row):
        cell = sheet.at(number, column)
        left = column
        while cell is None and left > 1 and number == top:
            left -= 1
            cell = sheet.at(number, left)
            if cell and not is_group(cell.text):
                break
        if cell and cell.text not in texts:
            texts.append(cell.text)
    return texts


def _head(sheet: Sheet, top: int, bottom: int) -> Head:
    columns: dict[str, int] = {}
    others: dict[int, str] = {}
    shown: dict[int, str] = {}
    for number in range(1, sheet.last_column + 1):
        low = next((row for row in range(bottom, top - 1, -1) if sheet.at(row, number)), None)
        last = sheet.at(low, number) if low else None
        if low is None or last is None:
            continue
        labels = [text for text in _above(sheet, top, low, number) if text != last.text] + [last.text]
        shown[number] = " / ".join(labels)
        key = key_of(labels)
        if key is None or key in columns:
            others[number] = shown[number]
        else:
            columns[key] = number
    if number := columns.pop("in_person", 0):
        if {"received_in_person_postal", "received_postal"} & columns.keys():
            others[number] = shown[number]  # "trực tiếp" apart from postal: the form has one column for both
        else:
            columns["received_in_person_postal"] = number
    return Head(top, bottom, columns, others)
