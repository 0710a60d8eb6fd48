"""A draft: one procedure as one input states it, with what was doubtful and what was left out."""

from dataclasses import dataclass, field
from enum import IntEnum

from generator.reading.yaml_text import Data
from generator.verbatim import clean


class Rank(IntEnum):
    """How much a source knows.  A list never overwrites what a full record has said."""

    CATALOGUE = 1
    FULL = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an input something stands.  Rows count from 1."""

    file: str
    row: int
    sheet: str | None = None

    def __str__(self) -> str:
        sheet = f", trang «{self.sheet}»" if self.sheet else ""
        return f"{self.file}{sheet}, dòng {self.row}"


@dataclass(slots=True)
class Draft:
    """Keys of the record with the source's values; ``field_name`` waits for its key."""

    code: str
    place: Place
    rank: Rank
    values: dict[str, Data] = field(default_factory=dict)
    field_name: str | None = None
    doubts: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def put(self, key: str, value: Data) -> None:
        """Keep a value; nothing and empty lists are what the source does not state."""
        if value:
            self.values[key] = value

    def doubt(self, sentence: str, *, public: bool = False) -> None:
        """Tell the importing clerk, and with ``public`` also whoever reads the record (``nghi_van``)."""
        sentence = clean(sentence)
        if sentence not in self.doubts:
            self.doubts.append(sentence)
        if public:
            told = self.values.setdefault("nghi_van", [])
            if isinstance(told, list) and sentence not in told:
                told.append(sentence)

    def leave(self, sentence: str) -> None:
        """Name something that the source states and the record cannot hold."""
        sentence = clean(sentence)
        if sentence not in self.left:
            self.left.append(sentence)
