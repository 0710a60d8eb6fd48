"""The wall display of a center: its slides as data, and the scripts, styles and fonts that show them."""

import json
from typing import Any

from generator import __version__
from generator.board import Board
from generator.display.wall.deck import deck
from generator.display.wall.frame import Frame, frame_of
from generator.display.wall.hours import lit
from generator.display.wall.office import hours_lines
from generator.display.wall.slide import Slide
from generator.model.commune import Commune

DATA = "man-hinh/du-lieu.json"
COMMON_SCRIPTS = ("clock.js", "qr.js", "fonts.js", "status.js")
"""Under ``theme/display/common``, in loading order."""
COMMON_STYLES = ("base.css",)
WALL_SCRIPTS = ("schedule.js", "draw.js", "slides.js", "carousel.js", "closed.js", "controls.js", "wall.js")
"""Under ``theme/display/wall``, in loading order, after the common ones."""
WALL_STYLES = ("wall.css",)
FONTS = ("noto-sans-400.woff2", "noto-sans-700.woff2", "OFL.txt")
"""Under ``theme/display/common/fonts``."""


def wall_files(board: Board, commune: Commune) -> dict[str, bytes]:
    """What a commune's wall display says: one file of data."""
    text = json.dumps(wall_data(board, commune), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return {DATA: text.encode() + b"\n"}


def wall_data(board: Board, commune: Commune) -> dict[str, Any]:
    """The slides, laid out for both orientations, and when the screen is lit."""
    return {
        "format": 1,
        "program": __version__,
        "commune": {"code": commune.code, "name": commune.name},
        "built": f"{board.today.isoformat()}T00:00:00+07:00",
        "windows": lit(commune),
        "hours": hours_lines(commune.hours),
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
