"""The procedures asked for most, with fee and time limit: the center's choice, else those of life events."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from generator import urls
from generator.board import Board, Entry
from generator.display.wall.cells import Cell, fee_cell, time_cell
from generator.display.wall.frame import GAP, LINE, SMALL, Frame
from generator.display.wall.slide import Slide, paged, room, shortened, text_height
from generator.model.commune import Commune
from generator.model.procedure import Lifecycle
from generator.model.text import base_code

MOST = 24
CHOSEN = "Thủ tục được hỏi nhiều"
BY_LIFE_EVENT = "Thủ tục thường cần trong đời"
"""Nobody counted: the title says what the list is made of."""
COLUMNS = ("Thủ tục", "Phí, lệ phí", "Thời hạn")
WIDTHS = (0.44, 0.29, 0.27)
"""Shares of the columns; in portrait the name has a line of its own and the others share one."""
PAIR = (0.58, 0.42)
UNDER_HEAD = 0.3
PADDING, ROOMY = 0.13, 0.3
"""Above and below a row; more in portrait, where lines of one row stand under each other."""
LABELS = ("Phí", "Thời hạn")
"""Beside the values in portrait, where there are no columns."""


def asked(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """As many slides as hold the rows."""
    rows = [_Row(board, commune, entry, frame) for entry in entries(board, commune)]
    title = CHOSEN if commune.display.asked else BY_LIFE_EVENT
    head = 0 if frame.portrait else (SMALL * LINE + UNDER_HEAD) * frame.body
    available = room(title, frame, several=True) - head
    pages = paged(rows, [row.height for row in rows], available)
    slides = []
    for page in pages:
        content = {
            "kind": "rows",
            "columns": () if frame.portrait else COLUMNS,
            "rows": [row.content for row in page],
        }
        height = head + sum(row.height for row in page)
        address = urls.absolute(board.settings.url, urls.commune(commune.code))
        slides.append(Slide("hoi_nhieu", title, address, content, height))
    return slides


def entries(board: Board, commune: Commune, most: int | None = MOST) -> list[Entry]:
    """Those that the center receives today: its choice, else the first of each life event, the second ..."""
    received = {entry.base_code: entry for entry in board.received_by(commune)}
    codes = commune.display.asked or tuple(_by_life_event(board))
    found = (received.get(code) for code in dict.fromkeys(map(base_code, codes)))
    return [entry for entry in found if entry and entry.lifecycle(board.today) is Lifecycle.IN_FORCE][:most]


def _by_life_event(board: Board) -> Iterator[str]:
    for turn in zip_longest(*(event.procedures for event in board.life_events)):
        yield from filter(None, turn)


class _Row:
    """One procedure: what its row says, and how tall it is."""

    def __init__(self, board: Board, commune: Commune, entry: Entry, frame: Frame):
        self.entry, self.frame = entry, frame
        self.name = shortened(entry.display_name, frame, self.widths[0])
        _, fee_width, time_width = self.widths
        self.fee = fee_cell(board, commune, entry, frame.body, fee_width)
        self.time = time_cell(board, commune, entry, frame.body, time_width)

    @property
    def widths(self) -> tuple[float, float, float]:
        """Name, fee, time limit; the gaps between them taken off."""
        whole, gap = self.frame.content_width, GAP * self.frame.body
        if self.frame.portrait:
            fee, time = (share * (whole - gap) for share in PAIR)
            return whole, fee, time
        name, fee, time = (share * (whole - 2 * gap) for share in WIDTHS)
        return name, fee, time

    @property
    def height(self) -> float:
        """With its padding."""
        name_width, *widths = self.widths
        name = text_height(self.name, self.frame, name_width, bold=True)
        cells = [
            text_height(self._said(cell, label), self.frame, wide)
            for cell, label, wide in zip((self.fee, self.time), LABELS, widths, strict=True)
        ]
        text = name + max(cells) if self.frame.portrait else max(name, *cells)
        return text + 2 * (ROOMY if self.frame.portrait else PADDING) * self.frame.body

    def _said(self, cell: Cell, label: str) -> str:
        return f"{label}: {cell.whole}" if self.frame.portrait else cell.whole

    @property
    def content(self) -> dict[str, Any]:
        """For the page.  After ``until`` the row is no longer shown."""
        until = self.entry.until.isoformat() if self.entry.until else None
        fee, time = self.fee.content, self.time.content
        if self.frame.portrait:
            fee, time = {"label": LABELS[0], **fee}, {"label": LABELS[1], **time}
        return {"name": self.name, "fee": fee, "time": time, "until": until}
