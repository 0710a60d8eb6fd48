"""What changed in the last thirty days, and what will soon."""

from datetime import timedelta

from generator import urls
from generator.board import Board, Change
from generator.display.wall.frame import GAP, LINE, SMALL, Frame
from generator.display.wall.slide import Slide, paged, room, shortened, text_height
from generator.model.commune import Commune
from generator.model.text import base_code
from generator.vietnamese import day

PAST, AHEAD = timedelta(days=30), timedelta(days=120)
"""A law is known months before its day; what is over stays for a month."""
MOST_SLIDES = 2
DAY_WIDTH = 6.4
PADDING = 0.4
SOON, RECENT = "Sắp thay đổi", "Mới thay đổi"


def changes(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """What is to come first, the nearest day first; then what is past, the newest first."""
    concerns = [change for change in board.changes if _concerns(board, commune, change)]
    ahead = [c for c in reversed(concerns) if board.today < c.day <= board.today + AHEAD]
    past = [c for c in concerns if board.today - PAST <= c.day <= board.today]
    found = [*_slides(board, SOON, ahead, frame), *_slides(board, RECENT, past, frame)]
    return found[:MOST_SLIDES]


def _concerns(board: Board, commune: Commune, change: Change) -> bool:
    entry = change.entry
    refused = {base_code(code) for code in commune.not_received}
    return entry.base_code not in refused and (not entry.provinces or commune.province in entry.provinces)


def _slides(board: Board, title: str, items: list[Change], frame: Frame) -> list[Slide]:
    pages = paged(items, [_height(item, frame) for item in items], room(title, frame, several=True))
    address = urls.absolute(board.settings.url, urls.CHANGES)
    slides = []
    for page in pages:
        rows = [{"day": day(c.day), "name": _name(c, frame), "text": c.text} for c in page]
        height = sum(_height(item, frame) for item in page)
        slides.append(Slide("thay_doi", title, address, {"kind": "changes", "items": rows}, height))
    return slides


def _height(change: Change, frame: Frame) -> float:
    """The day stands beside the text, in portrait above it."""
    wide = _width(frame)
    text = text_height(_name(change, frame), frame, wide, bold=True) + text_height(change.text, frame, wide)
    above = SMALL * LINE * frame.body if frame.portrait else 0
    return text + above + 2 * PADDING * frame.body


def _name(change: Change, frame: Frame) -> str:
    return shortened(change.entry.display_name, frame, _width(frame))


def _width(frame: Frame) -> float:
    return frame.content_width - (0 if frame.portrait else (DAY_WIDTH + GAP) * frame.body)
