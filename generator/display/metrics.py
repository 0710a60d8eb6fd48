"""How wide a text is and how many lines it takes in the screens' own font: measured, not guessed.

The widths are those of the committed fonts (``cut_fonts.py`` writes both).  Kerning is left out; it
nearly always draws letters together, so a browser needs as much room or less.
"""

import json
from functools import cache, lru_cache
from importlib.resources import files

_UNKNOWN = 600
"""Width of a letter that the font does not have: another font's stands in for it."""


@cache
def _widths() -> dict[str, dict[str, int]]:
    text = (files("generator.display") / "noto_sans_widths.json").read_text(encoding="utf-8")
    widths: dict[str, dict[str, int]] = json.loads(text)
    return widths


@cache
def width(text: str, bold: bool = False) -> float:
    """The width of one line, in multiples of the font's size."""
    widths = _widths()["700" if bold else "400"]
    return sum(widths.get(char, _UNKNOWN) for char in text) / 1000


@lru_cache(1 << 14)  # the communes of a board show the same names in columns of the same width
def lines(text: str, size: float, available: float, bold: bool = False) -> int:
    """How many lines ``text`` takes where ``available`` is the width of a line, in the unit of ``size``."""
    room = available / size
    space = width(" ", bold)
    count, used = 1, 0.0
    for word in text.split():
        wide = width(word, bold)
        if used and used + space + wide > room:
            count, used = count + 1, 0.0
        used += wide + (space if used else 0)
        while used > room:  # a word longer than a line is broken
            count, used = count + 1, used - room
    return count
