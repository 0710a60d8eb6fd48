"""What a source says of a fee or a time limit: a value, an explicit "none", or nothing.

The text is shown as the source wrote it.  A number read out of it is an addition for sorting and
counting, never a replacement: "Miễn phí" is often followed by a condition in brackets.
"""

import re
import unicodedata
from enum import Enum
from functools import lru_cache

from msgspec import Struct


class State(Enum):
    """Three states that a citizen must be able to tell apart."""

    VALUE = "value"
    NONE = "none"
    NOT_STATED = "not_stated"


_NOT_STATED = {"không có thông tin", "chưa có thông tin"}
_NO_FEE = re.compile(
    r"(?:miễn phí|không|không có|không thu phí|không mất phí|miễn lệ phí"
    r"|(?:phí|lệ phí|phí, lệ phí)\s*:\s*(?:0|không)(?:\s*đồng)?|0\s*(?:đồng|đ|vnđ|việt nam đồng))\s*\.?"
)
_NO_TIME = re.compile(r"(?:không|không có|không quy định|không có quy định)\s*\.?")
_AMOUNT = re.compile(
    r"(?:(?:phí|lệ phí)\s*:\s*)?(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?:đồng|đ|vnđ|việt nam đồng)\s*\.?"
)
_DURATION = re.compile(r"(?:trong\s+)?(\d{1,3})\s*(ngày làm việc|ngày|giờ làm việc|giờ|tháng)\s*\.?")


_SEEN = 4096
"""The same few fees and times are written over and over: a catalogue asks for each many times."""


class Stated(Struct, frozen=True):
    """A verbatim text and what kind of statement it is.

    ``number`` is set only where the whole text is one plain amount (in đồng) or one plain duration
    (in ``unit``); any bracket, range or condition leaves it empty.
    """

    text: str | None
    state: State
    number: int | None = None
    unit: str | None = None


def _plain(text: str | None) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split()) if text else ""


def _classify(text: str | None, none: re.Pattern[str]) -> State:
    plain = _plain(text)
    if not plain or plain in _NOT_STATED:
        return State.NOT_STATED
    return State.NONE if none.fullmatch(plain) else State.VALUE


@lru_cache(_SEEN)
def fee(text: str | None) -> Stated:
    """Read ``phi_le_phi``: 50.000 đồng is a value, "Miễn phí" alone is an explicit none."""
    state = _classify(text, _NO_FEE)
    match = _AMOUNT.fullmatch(_plain(text)) if state is State.VALUE else None
    number = int(re.sub(r"[.,]", "", match.group(1))) if match else None
    return Stated(text, state, number, "đồng" if match else None)


@lru_cache(_SEEN)
def time_limit(text: str | None) -> Stated:
    """Read ``thoi_han``: "3 ngày làm việc" is a value, "Không quy định" is an explicit none."""
    state = _classify(text, _NO_TIME)
    match = _DURATION.fullmatch(_plain(text)) if state is State.VALUE else None
    return Stated(text, state, int(match.group(1)) if match else None, match.group(2) if match else None)
