"""The wall display of a center: its slides as data, and the scripts, styles and fonts that show them."""

from typing import Any

from generator import __version__
from generator.board import Board
from generator.display.screens import SLIDE_STYLES, SLIDES, as_json
from generator.display.wall.deck import deck
from generator.display.wall.frame import Frame, frame_of
from generator.display.wall.hours import lit
from generator.display.wall.slide import Slide
from generator.model.commune import Commune
from generator.opening_hours import opening_lines

DATA = "man-hinh/du-lieu.json"
SCRIPTS = (*SLIDES, "wall/closed.js", "wall/controls.js", "wall/wall.js")
"""Under ``theme/display``, in loading order."""
STYLES = SLIDE_STYLES


def wall_files(board: Board, commune: Commune) -> dict[str, bytes]:
    """What a commune's wall display says: one file of data."""
    return {DATA: as_json(wall_data(board, commune))}


def wall_data(board: Board, commune: Commune) -> dict[str, Any]:
    """The slides, laid out for both orientations, and when the screen is lit."""
    return {
        "format": 1,
        "program": __version__,
        "commune": {"code": commune.code, "name": commune.name},
        "built": f"{board.today.isoformat()}T00:00:00+07:00",
        "windows": lit(commune),
        "hours": opening_lines(commune.hours),
        "landscape": _layout(board, commune, frame_of(commune.display, portrait=False)),
        "portrait": _layout(board, commune, frame_of(commune.display, portrait=True)),
    }


def _layout(board: Board, commune: Commune, frame: Frame) -> dict[str, Any]:
    slides = [_slide(slide) for slide in deck(board, commune, frame)]
    return {"body": frame.body, "code": frame.code, "slides": slides}


def _slide(slide: Slide) -> dict[str, Any]:
    return {
        "name": slide.name,
        "title": slide.title,
        "seconds": slide.seconds,
        "address": slide.address,
        **slide.content,
        **slide.limits,
    }
