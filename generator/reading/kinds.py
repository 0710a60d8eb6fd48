"""The kinds of file that editors keep: where each lies and which record it holds.

Whatever works on every kind (schemas, formatting, advice, tests) asks here: a new kind is one line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.model.commune import Commune
from generator.model.overlay import Overlay
from generator.model.procedure import Procedure
from generator.model.proposal import Proposal
from generator.model.record import Record
from generator.model.settings import BoardSettings, Fields, LifeEvents
from generator.model.statistics import StatisticsReport
from generator.model.words import CitizenWordsFile, Synonyms
from generator.reading import layout


@dataclass(frozen=True, slots=True)
class Kind:
    """``name`` names the schema; ``pattern`` is a path from the board's root, ``*`` stands for one name."""

    name: str
    title: str
    pattern: str
    model: type[Record]

    def holds(self, file: str) -> bool:
        """Whether this is the kind of ``file``, a path from the root with slashes."""
        path = PurePosixPath(file)
        return len(path.parts) == self.pattern.count("/") + 1 and path.match(self.pattern)


KINDS = (
    Kind("board", "Cài đặt của bảng", layout.BOARD, BoardSettings),
    Kind("fields", "Các lĩnh vực", layout.FIELDS, Fields),
    Kind("life_events", "Sự kiện trong đời", layout.LIFE_EVENTS, LifeEvents),
    Kind("synonyms", "Từ đồng nghĩa cho ô tìm", layout.SYNONYMS, Synonyms),
    Kind("citizen_words", "Lời người dân hay dùng", layout.CITIZEN_WORDS, CitizenWordsFile),
    Kind("commune", "Xã, phường, đặc khu", f"{layout.COMMUNES}/*/commune.yml", Commune),
    Kind("statistics", "Số liệu một kỳ", f"{layout.COMMUNES}/*/statistics/*.yml", StatisticsReport),
    Kind("overlay", "Quy định riêng", f"{layout.OVERLAYS}/*/*.yml", Overlay),
    Kind("proposal", "Kiến nghị của xã", f"{layout.PROPOSALS}/*.yml", Proposal),
    Kind("procedure", "Thủ tục hành chính", f"{layout.PROCEDURES}/*/*.yml", Procedure),
)


def kind_of(file: str) -> Kind | None:
    """The kind of a file, by its path from the board's root."""
    return next((kind for kind in KINDS if kind.holds(file)), None)


def files_of_kinds(root: Path) -> Iterator[tuple[str, Kind]]:
    """Every file of the board that is of a kind, with its path from the root, in order."""
    found = ((kind, path) for kind in KINDS for path in root.glob(kind.pattern))
    named = ((path.relative_to(root).as_posix(), kind) for kind, path in found)
    yield from sorted(((file, kind) for file, kind in named if file.isprintable()), key=lambda item: item[0])
