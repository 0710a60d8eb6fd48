"""Blocks of prose that several slides are made of, and the height that they take."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.display.metrics import lines
from generator.display.wall.frame import LINE, PROSE, SMALL, Frame
from generator.display.wall.slide import Slide, numbered, paged, room
from generator.model.display import SlideName
from generator.words import NOT_PUBLISHED

Block = dict[str, str]
"""``large``, ``lead``, ``text`` or ``small``; a ``label`` with ``text``, or ``soft``: not published.

A label's ``remark`` stands below its text and never without it: a block is not divided between slides.
"""

LARGE = 1.8
LEAD = 1.2
BETWEEN = 0.6
_SIZES = {
    "large": (LARGE, True),
    "lead": (LEAD, True),
    "text": (1.0, False),
    "small": (SMALL, False),
    "soft": (1.0, False),
    "remark": (SMALL, False),
}


def pair(label: str, value: str | None) -> Block:
    """A fact under its label; what nobody published is said so."""
    return {"label": label, "text": value} if value else {"label": label, "soft": NOT_PUBLISHED}


def slides(
    name: SlideName,
    title: str,
    address: str,
    blocks: Sequence[Block],
    frame: Frame,
    limits: Mapping[str, Any] | None = None,
    source: int = 0,
) -> list[Slide]:
    """One slide of prose, or as many as its blocks need, with their numbers."""
    pages = paged_blocks(title, blocks, frame)
    if len(pages) > 1:
        pages = paged_blocks(title, blocks, frame, several=True)
    found = []
    for page in pages:
        tall = height(page, frame, frame.content_width)
        content = {"kind": "prose", "blocks": page}
        found.append(Slide(name, title, address, content, tall, True, limits or {}, source))
    return numbered(found)


def paged_blocks(
    title: str, blocks: Sequence[Block], frame: Frame, several: bool = False
) -> list[list[Block]]:
    """Deal blocks to as few slides of this title as hold them."""
    between = BETWEEN * frame.body
    heights = [height([block], frame, frame.content_width) + between for block in blocks]
    return paged(blocks, heights, room(title, frame, several) + between)


def fits(title: str, blocks: Sequence[Block], frame: Frame) -> bool:
    """Whether all blocks stand on one slide of this title."""
    return height(blocks, frame, frame.content_width) <= room(title, frame, False)


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
