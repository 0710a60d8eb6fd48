"""Blocks of prose that several slides are made of, and the height that they take."""

from collections.abc import Sequence

from generator.display.metrics import lines
from generator.display.wall.frame import LINE, PROSE, SMALL, Frame

Block = dict[str, str]
"""``lead``, ``text`` or ``small``; or a ``label`` with ``text``, or with ``soft``: nobody published it."""

LEAD = 1.2
BETWEEN = 0.6
NOT_PUBLISHED = "Chưa công bố"
_SIZES = {"lead": (LEAD, True), "text": (1.0, False), "small": (SMALL, False), "soft": (1.0, False)}


def pair(label: str, value: str | None) -> Block:
    """A fact under its label; what nobody published is said so."""
    return {"label": label, "text": value} if value else {"label": label, "soft": NOT_PUBLISHED}


def height(blocks: Sequence[Block], frame: Frame, available: float) -> float:
    """The height of blocks one under the other, in a column."""
    gaps = BETWEEN * frame.body * max(len(blocks) - 1, 0)
    return gaps + sum(_height(block, frame, available) for block in blocks)


def _height(block: Block, frame: Frame, available: float) -> float:
    result = SMALL * LINE * frame.body if "label" in block else 0.0
    for key, (size, bold) in _SIZES.items():
        if key in block:
            heavy = bold or (key == "text" and "label" in block)
            count = lines(block[key], size * frame.body, available, heavy)
            result += count * size * frame.body * PROSE
    return result
