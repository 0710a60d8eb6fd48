"""A slide before it is drawn: plain texts for the page, and how much room and time they need."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from generator.display.metrics import lines
from generator.display.wall.frame import LINE, TITLE, Frame
from generator.model.display import SlideName

WORDS_A_MINUTE = 130 / 1.5
"""Reading aloud in one's head, half as slow again for those who read slowly."""
LEAST_SECONDS, MOST_SECONDS, MOST_PROSE_SECONDS = 10, 15, 20

MOST_LINES = 5
"""Of a name: what is longer is cut, as in the lists of the site; only fees and time limits stay whole."""
CUT = " …"

Content = Mapping[str, Any]
"""What the page draws: a ``kind`` and its texts."""

T = TypeVar("T")


@dataclass(frozen=True)
class Slide:
    """One slide: ``height`` is what its content takes of the frame, ``address`` where its QR code leads."""

    name: SlideName
    title: str
    address: str
    content: Content
    height: float
    prose: bool = False
    limits: Content = field(default_factory=dict)
    """For a notice: since, until, windows, urgent."""
    source: int = 0
    """For a notice of the center: its place among them, counted from 1."""

    @property
    def seconds(self) -> int:
        """How long it stands: by its words, between the least and the most."""
        most = MOST_PROSE_SECONDS if self.prose else MOST_SECONDS
        return round(min(max(60 * self.words / WORDS_A_MINUTE, LEAST_SECONDS), most))

    @property
    def words(self) -> int:
        """Words of title and content."""
        return len(self.title.split()) + _words(self.content)

    def fits(self, frame: Frame) -> bool:
        """Whether all of it can be seen."""
        return self.height <= room(self.title, frame) + 0.01


def numbered(slides: Sequence[Slide]) -> list[Slide]:
    """Slides of one title, each with its place among them; one alone needs none."""
    if len(slides) < 2:
        return list(slides)
    total = len(slides)
    return [replace(slide, title=f"{slide.title} ({at}/{total})") for at, slide in enumerate(slides, 1)]


def room(title: str, frame: Frame, several: bool = False) -> float:
    """The height that a slide of this title has for its content; ``several``: its number comes after it."""
    title = f"{title} (9/9)" if several else title
    return frame.content_height(lines(title, TITLE * frame.body, frame.title_width, bold=True))


def text_height(text: str, frame: Frame, available: float, size: float = 1, bold: bool = False) -> float:
    """The height of a text of ``size`` bodies in a column."""
    return lines(text, size * frame.body, available, bold) * size * frame.body * LINE


def shortened(name: str, frame: Frame, available: float) -> str:
    """The name of a procedure in a bold column, cut where it would take more than ``MOST_LINES``."""
    if lines(name, frame.body, available, bold=True) <= MOST_LINES:
        return name
    words = name.split()

    def taken(count: int) -> int:
        return lines(" ".join(words[:count]) + CUT, frame.body, available, bold=True)

    return " ".join(words[: bisect_right(range(len(words)), MOST_LINES, key=taken) - 1]) + CUT


def paged(items: Sequence[T], heights: Sequence[float], available: float) -> list[list[T]]:
    """Deal rows to as few slides as hold them, about as many to each."""
    pages = _dealt(items, heights, available, len(items))
    even = _dealt(items, heights, available, -(-len(items) // max(len(pages), 1)))
    return even if len(even) == len(pages) else pages


def _dealt(items: Sequence[T], heights: Sequence[float], available: float, most: int) -> list[list[T]]:
    pages: list[list[T]] = []
    used = available
    for item, height in zip(items, heights, strict=True):
        if used + height > available + 0.01 or len(pages[-1]) == most:
            pages.append([])
            used = 0.0
        pages[-1].append(item)
        used += height
    return pages


def _words(value: object) -> int:
    if isinstance(value, str):
        return len(value.split())
    if isinstance(value, Mapping):
        return sum(_words(each) for key, each in value.items() if key != "kind")
    if isinstance(value, Iterable):
        return sum(map(_words, value))
    return 0
