"""A sheet as a grid of cells: what each shows, where it is, and which it is merged with."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from openpyxl.utils import get_column_letter

MOST_MERGED = 2_000_000


class CellKind(Enum):
    """What a cell holds.  Only texts are taken as they are."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.  ``text`` is cleaned; of a number it is the shortest exact form, of a date ISO."""

    row: int
    column: int
    text: str
    kind: CellKind = CellKind.TEXT
    had_control: bool = False

    @property
    def name(self) -> str:
        """``B7``."""
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Range:
    """A merged range; rows and columns count from 1, ends inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """Cells by (row, column); hidden rows are kept apart, never read as if they were shown."""

    name: str | None
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    merged: tuple[Range, ...] = ()
    last_row: int = field(init=False)
    last_column: int = field(init=False)
    _spread: dict[tuple[int, int], Range] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.last_row = max((row for row, _ in self.cells), default=0)
        self.last_column = max((column for _, column in self.cells), default=0)

    def spread(self) -> None:
        """Let every cell of a merged range know its range, as far as the sheet is used.

        Raises OverflowError where ranges cover more than any real table.
        """
        covered = 0
        for part in self.merged:
            bottom, right = min(part.bottom, self.last_row), min(part.right, self.last_column)
            covered += max(0, bottom - part.top + 1) * max(0, right - part.left + 1)
            if covered > MOST_MERGED:
                raise OverflowError
            for row in range(part.top, bottom + 1):
                for column in range(part.left, right + 1):
                    self._spread[(row, column)] = part

    def range_at(self, row: int, column: int) -> Range | None:
        """The merged range that a place belongs to."""
        return self._spread.get((row, column))

    def at(self, row: int, column: int) -> Cell | None:
        """The cell a reader sees at a place: of a merged range, its first cell."""
        part = self._spread.get((row, column))
        return self.cells.get((part.top, part.left) if part else (row, column))

    def row(self, row: int) -> list[Cell]:
        """The different cells that a reader sees in a row, from the left."""
        seen = (self.at(row, column) for column in range(1, self.last_column + 1))
        return list({cell.name: cell for cell in seen if cell}.values())

    def rows(self) -> Iterator[int]:
        """The numbers of all rows that hold something."""
        return iter(sorted({row for row, _ in self.cells} | {row for row, _ in self._spread}))
