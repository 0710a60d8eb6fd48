"""Judged queries: what a citizen typed, the codes that answer it, how often the engine gives them first.

One half of the queries was used for tuning, the other was only measured; which half a query belongs to
follows from its text, so that nobody can choose.
"""

import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
QUERIES = Path(__file__).with_name("queries.tsv")
TUNED, HELD_OUT = 0, 1


@dataclass(frozen=True, slots=True)
class Judged:
    """One query with the codes that answer it (any of them is right) and the class of difficulty."""

    query: str
    codes: frozenset[str]
    kind: str

    @property
    def half(self) -> int:
        """TUNED or HELD_OUT, from the text alone."""
        return zlib.crc32(unicodedata.normalize("NFC", self.query).encode()) % 2


@dataclass(slots=True)
class Score:
    """How many were asked, right in the first place, right within three."""

    asked: int = 0
    first: int = 0
    third: int = 0

    @property
    def first_percent(self) -> float:
        """Success in the first place, in percent."""
        return 100 * self.first / self.asked

    @property
    def third_percent(self) -> float:
        """Success within the first three, in percent."""
        return 100 * self.third / self.asked


def read(file: Path) -> tuple[Judged, ...]:
    """Read ``query<TAB>codes<TAB>class`` lines under a heading line."""
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:] if line]
    return tuple(Judged(query, frozenset(codes.split()), kind) for query, codes, kind in rows)


def judge(search: Callable[[str], Sequence[str]], queries: Iterable[Judged]) -> dict[str, Score]:
    """Ask every query; scores by class, and under ``""`` for all."""
    scores: dict[str, Score] = defaultdict(Score)
    for judged in queries:
        found = search(judged.query)
        for kind in (judged.kind, ""):
            scores[kind].asked += 1
            scores[kind].first += bool(found) and found[0] in judged.codes
            scores[kind].third += any(code in judged.codes for code in found[:3])
    return dict(scores)
