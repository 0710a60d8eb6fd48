"""Lines about procedures, and whole lists of them, made once for all pages that show them."""

from collections.abc import Sequence

from markupsafe import Markup

from generator.board import Board, Entry
from generator.site.templates import template

_ROOT = "\x1e"
"""Stands where the way to the root goes; no text of a board can hold it."""
_END = "\x1d"
"""Stands behind each line, likewise."""


class ItemLists:
    """The lines of one board.

    Every commune lists what it receives, and most communes of a province receive the same: without this,
    148 communes with 405 procedures each would render 60,000 lines instead of 405.
    """

    def __init__(self, board: Board):
        self._board = board
        self._lines: dict[str, list[str]] = {}
        self._groups: dict[tuple[tuple[str, ...], str], Markup] = {}

    def items(self, entries: Sequence[Entry], root: str) -> Markup:
        """The lines about ``entries`` in a list, on pages at ``root``."""
        self._make([entry for entry in entries if entry.code not in self._lines])
        return Markup("".join([root.join(self._lines[entry.code]) for entry in entries]))

    def _make(self, entries: Sequence[Entry]) -> None:
        if entries:
            lines = template("_items").render(entries=entries, root=_ROOT, end=_END).split(_END)[:-1]
            self._lines.update(
                (entry.code, line.split(_ROOT)) for entry, line in zip(entries, lines, strict=True)
            )

    def by_field(self, received: tuple[Entry, ...], root: str) -> Markup:
        """All of ``received``, one fold for each field in the order of ``fields.yml``."""
        key = (tuple(entry.code for entry in received), root)
        if key not in self._groups:
            groups: dict[str, list[Entry]] = {field: [] for field in self._board.by_field}
            for entry in received:
                groups[entry.field].append(entry)
            body = template("_by_field").render(
                board=self._board, root=root, items=self.items, groups={k: g for k, g in groups.items() if g}
            )
            self._groups[key] = Markup(body)
        return self._groups[key]
