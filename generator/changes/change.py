"""One change as data: whom it is about, what it touches, and the sentence."""

from dataclasses import dataclass
from enum import StrEnum

from generator.problems import shown

LONGEST = 120


class Topic(StrEnum):
    """What a change touches; those before ``OTHER`` are what citizens must know."""

    LIFECYCLE = "hieu_luc"
    FEE = "phi"
    TIME = "thoi_han"
    CHANNEL = "cach_nop"
    PAPER = "giay_to"
    STEP = "trinh_tu"
    RESULT = "ket_qua"
    PLACE = "noi_lam"
    OTHER = "khac"


@dataclass(frozen=True, slots=True)
class Change:
    """``sentence`` is complete, with a capital letter and a full stop.

    ``about_page`` says that it speaks of the page, not of the procedure: it is no note for citizens.
    """

    topic: Topic
    sentence: str
    about_page: bool = False

    @property
    def for_citizens(self) -> bool:
        """Whether it belongs into the notes on the page."""
        return self.topic is not Topic.OTHER


def quoted(text: str) -> str:
    """A text as a sentence cites it: on one line and not too long."""
    line = " ".join(text.split())
    cut = f"{line[:LONGEST].rsplit(' ', 1)[0]} …" if len(line) > LONGEST else line
    return f"«{cut}»" if cut.isprintable() else f"«{shown(cut)}»"


def from_to(name: str, old: str | None, new: str | None, more: str = "") -> str:
    """``Phí: từ «a» thành «b»``, or that it came or went; ``more`` follows in brackets."""
    tail = f" ({more})" if more else ""
    if old is None:
        return f"{name}: thêm {quoted(new or '')}{tail}."
    if new is None:
        return f"{name}: bỏ {quoted(old)}{tail}."
    return f"{name}: từ {quoted(old)} thành {quoted(new)}{tail}."
