"""The room that a slide has, in hundredths of the shorter side of the screen (CSS: vmin).

Letters are sized for the distance that they are read from: ISO 9241-303 prefers capitals of 22 minutes of
arc, 6.4 mm for each metre.  theme/display/wall/wall.css has the same numbers; a test in the browser compares.
"""

from dataclasses import dataclass
from math import sqrt

from generator.model.display import Display

CAPITAL = 0.714
"""Height of a capital of Noto Sans, in multiples of the font's size."""
CAPITAL_MM = 6.4
"""Height of a capital for each metre of distance."""
LEAST_BODY, MOST_BODY = 4.0, 5.25
TITLE = 1.8
"""Titles and key figures, in multiples of the body: 7.2 beside a body of 4 (EN 301 549, 5.1.4)."""
SMALL = 0.8
LINE = 1.2
PROSE = 1.35
GAP = 0.5
LONG_SIDE = 16 / 9
OVERSCAN = 0.05
CODE = 33 / 25
"""A QR code of version 2 with its quiet zone, in multiples of the code alone; larger codes need less."""
WORDS_BELOW_CODE = 4.5
"""What stands below a code, in bodies: a line and an address of three lines."""
PULSE_ABOVE_FOOT = 4.0
"""How far the heartbeat in the corner reaches up beside the foot."""
DEFAULT_SCAN = 2
"""Metres from which codes are scanned where nobody says otherwise and the screen is large enough."""
MM_OF_INCH = 25.4


@dataclass(frozen=True)
class Frame:
    """What a slide is laid out in: ``body`` is the size of its letters, ``code`` the width of its code."""

    portrait: bool
    body: float
    code: float

    @property
    def width(self) -> float:
        """The width between the edges that a screen may cut off."""
        return (1 if self.portrait else LONG_SIDE) * 100 * (1 - 2 * OVERSCAN)

    @property
    def content_width(self) -> float:
        """The width beside the QR code, or above it."""
        return self.width if self.portrait else self.width - self.code - self.body

    @property
    def title_width(self) -> float:
        """The width of a title: beside the clock, or under it."""
        return self.width - (0 if self.portrait else 6 * self.body)

    def content_height(self, title_lines: int) -> float:
        """The height between the title and the foot, without the QR code where it stands below."""
        height = (LONG_SIDE if self.portrait else 1) * 100 * (1 - 2 * OVERSCAN)
        head = (title_lines + self.portrait) * TITLE * LINE + GAP
        foot = SMALL * LINE * (1 + self.portrait) + GAP
        below = self.code + GAP * self.body if self.portrait else 0
        return height - (head + foot + 2 * GAP) * self.body - below


def short_side(inches: int) -> float:
    """The shorter side of a 16:9 screen, in millimetres."""
    return inches * MM_OF_INCH / sqrt(1 + LONG_SIDE**2)


def wanted_body(display: Display) -> float:
    """The size of letters that the distance asks for, in hundredths of the shorter side."""
    return float(display.distance) * CAPITAL_MM / CAPITAL / short_side(display.inches) * 100


def wanted_code(display: Display) -> float:
    """The width of a QR code with its quiet zone: a tenth of the distance, as phones ask for."""
    metres = float(display.scan_distance or DEFAULT_SCAN)
    return metres * 1000 / 10 * CODE / short_side(display.inches) * 100


def frame_of(display: Display, portrait: bool) -> Frame:
    """The frame of a commune's screen, as near to what distance and size ask for as a slide can be."""
    body = round(min(max(wanted_body(display), LEAST_BODY), MOST_BODY), 2)
    return Frame(portrait, body, round(min(wanted_code(display), most_code(body)), 2))


def most_code(body: float) -> float:
    """The largest code that a slide with a title of two lines has room for, beside letters of this size."""
    height = Frame(False, body, 0).content_height(2)
    return height - WORDS_BELOW_CODE * body - PULSE_ABOVE_FOOT
