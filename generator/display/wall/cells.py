"""Fee and time limit as a wall can show them: the source's words, or a hint that there is more.

A condition is never dropped in silence: what is too long is cut at its bracket, and the cell says so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.board import Board, Entry
from generator.display.metrics import lines
from generator.model.commune import Commune
from generator.model.stated import State, Stated, fee, time_limit
from generator.words import FEE_WITHOUT_UNIT, NOT_STATED, TIME_WITHOUT_UNIT

MOST_LINES = 3
MORE = "Nhiều mức, quét mã để xem"
CONDITION = "(kèm điều kiện)"
BY_CASE = "(tùy trường hợp)"


@dataclass(frozen=True)
class Cell:
    """What a cell says: the source's words, and a remark of ours set apart from them."""

    text: str
    remark: str = ""
    place: str = ""
    """Where only this is so: a province or a commune that decided for itself."""

    @property
    def whole(self) -> str:
        """All that is to be read, in one line."""
        return " ".join(filter(None, (self.place and f"{self.place}:", self.text, self.remark)))

    @property
    def content(self) -> dict[str, str]:
        """For the page; what is empty is left out."""
        parts = {"text": self.text, "remark": self.remark, "place": self.place}
        return {key: text for key, text in parts.items() if text}


def fee_cell(board: Board, commune: Commune, entry: Entry, size: float, available: float) -> Cell:
    """The fee in a column of this width."""
    place, texts = _local(board, commune, entry, lambda channel: channel.fee_text)
    return _cell([fee(text) for text in texts or entry.fees], FEE_WITHOUT_UNIT, place, size, available)


def time_cell(board: Board, commune: Commune, entry: Entry, size: float, available: float) -> Cell:
    """The time limit in a column of this width."""
    place, texts = _local(board, commune, entry, lambda channel: channel.time_limit_text)
    return _cell(
        [time_limit(text) for text in texts or entry.time_limits], TIME_WITHOUT_UNIT, place, size, available
    )


def _local(
    board: Board, commune: Commune, entry: Entry, text_of: Callable[..., str | None]
) -> tuple[str, list[str]]:
    """The nearest area that says something of its own, the commune before its province."""
    for overlay in reversed(board.overlays_of(entry.code)):
        texts = [text for channel in overlay.channels if (text := text_of(channel))]
        if texts and overlay.area in (commune.code, commune.province):
            return board.area_name(overlay.area), list(dict.fromkeys(texts))
    return "", []


def _cell(stated: Sequence[Stated], without_unit: str, place: str, size: float, available: float) -> Cell:
    known = [each.text for each in stated if each.text and each.state is not State.NOT_STATED]
    if not known:
        return Cell("", NOT_STATED, place)
    leads = list(dict.fromkeys(_lead(text) for text in known))
    several = BY_CASE if len(known) > 1 else ""
    remark = without_unit if any(text.isdigit() for text in known) else several
    offers = (
        Cell("; ".join(known), remark, place),
        Cell("; ".join(leads), several if len(leads) > 1 else CONDITION, place),
    )
    fitting = (each for each in offers if all(leads) and lines(each.whole, size, available) <= MOST_LINES)
    return next(fitting, Cell("", MORE, place))


def _lead(text: str) -> str:
    """What stands before the first bracket."""
    return text.partition("(")[0].strip()
