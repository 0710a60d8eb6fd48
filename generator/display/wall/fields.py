"""How many procedures the center receives in each field."""

from bisect import bisect_right
from collections import Counter

from generator import urls
from generator.board import Board
from generator.display.wall.frame import LINE, Frame
from generator.display.wall.slide import Slide, paged, room, text_height
from generator.model.commune import Commune
from generator.vietnamese import number

MOST_SLIDES = 2
LARGE_BODY = 4.5
"""Where letters are larger, time is left for one slide only."""
FIGURE, FIGURE_WIDTH = 1.4, 3.08
"""Size of the figure and width of its column, in bodies."""
PADDING = 0.3
LOWERED = 0.36
"""How far a label stands below the top of its larger figure: on one line with it."""

Tile = tuple[str, str]
"""A figure and what it counts."""


def fields(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """Fields in the board's order; where they are too many, the smallest are added up at the end."""
    counts = Counter(entry.field for entry in board.received_by(commune))
    title = f"Trung tâm nhận {number(sum(counts.values()))} thủ tục"
    available = room(title, frame, several=True)
    address = urls.absolute(board.settings.url, urls.commune(commune.code))
    slides = []
    for rows in _pages(board, counts, frame, available):
        tiles = [{"figure": figure, "label": label} for row in rows for figure, label in row]
        content = {"kind": "tiles", "tiles": tiles}
        slides.append(Slide("linh_vuc", title, address, content, sum(_height(row, frame) for row in rows)))
    return slides


def _pages(board: Board, counts: Counter[str], frame: Frame, available: float) -> list[list[list[Tile]]]:
    """The most fields that the slides hold, in rows; fewer never need more room."""
    most = 1 if frame.body > LARGE_BODY else MOST_SLIDES

    def dealt(kept: int) -> list[list[list[Tile]]]:
        rows = _rows(board, counts, kept, _across(frame))
        return paged(rows, [_height(row, frame) for row in rows], available)

    kept = bisect_right(range(1, len(counts) + 1), most, key=lambda kept: len(dealt(kept)))
    return dealt(kept) if kept else []


def _rows(board: Board, counts: Counter[str], kept: int, across: int) -> list[list[Tile]]:
    by_size = [key for key, _ in counts.most_common()]
    chosen = frozenset(by_size[:kept])
    tiles = [(number(counts[key]), board.field_name(key)) for key in board.fields if key in chosen]
    if rest := by_size[kept:]:
        together = sum(counts[key] for key in rest)
        tiles.append((number(together), f"thủ tục của {number(len(rest))} lĩnh vực khác"))
    return [tiles[start : start + across] for start in range(0, len(tiles), across)]


def _across(frame: Frame) -> int:
    return 1 if frame.portrait else 2


def _height(row: list[Tile], frame: Frame) -> float:
    across = _across(frame)
    wide = (frame.content_width - (across - 1) * frame.body) / across - FIGURE_WIDTH * frame.body
    text = max(text_height(label, frame, wide) for _, label in row)
    return max(text + LOWERED * frame.body, FIGURE * LINE * frame.body) + 2 * PADDING * frame.body
