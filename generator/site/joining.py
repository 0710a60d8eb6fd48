"""Join the large files of open data from pieces, in order, without holding them.

The records lie in groups.  A group whose records did not change is copied out of the files of the last
build, where the state remembers how long its pieces are and what they sum up to; only the others are made
again.  So one edit among 10,000 records makes the pieces of one group.
"""

import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from generator import disk
from generator.failures import CannotAccess
from generator.open_data.procedure_parts import Joined
from generator.site.output import Output
from generator.site.state import Slice

Job = tuple[str, str]
"""A procedure's file and code."""

_Place = tuple[Path, int, int]
"""A file, where in it a piece begins, and how long it is."""


@dataclass(frozen=True)
class Group:
    """Records that lie side by side.  Equal keys mean equal pieces."""

    key: str
    jobs: tuple[Job, ...]


Make = Callable[[Sequence[Group]], Iterator[Sequence[bytes]]]
"""Makes the pieces of groups, in their order."""


def join(
    files: Sequence[Joined], groups: Sequence[Group], before: Sequence[Slice], make: Make, output: Output
) -> tuple[Slice, ...]:
    """Write ``files``; returns what the next build may copy from them."""
    old = _Old(files, before, output.root)
    known = {group.key for group in groups if old.has(group.key)}
    fresh = make([group for group in groups if group.key not in known])
    slices: list[Slice] = []
    with ExitStack() as stack:
        growing = [(file, output.grow(file.path)) for file in files]
        for _, made in growing:
            stack.callback(made.drop)
        for file, made in growing:
            made.add(file.before)
        for group in groups:
            pieces = old.pieces(group.key) if group.key in known else next(fresh)
            for file, made in growing:
                if piece := pieces[file.piece]:
                    begun = any(each.sizes[file.piece] for each in slices) if file.between else False
                    made.add(file.between + piece if begun else piece)
            slices.append(_slice(group.key, pieces))
        for file, made in growing:
            made.add(file.after)
            output.place(made)
    return tuple(slices)


def _slice(key: str, pieces: Sequence[bytes]) -> Slice:
    return Slice(key=key, sizes=tuple(map(len, pieces)), sums=tuple(map(zlib.crc32, pieces)))


class _Old:
    """The pieces that lie in the files of the last build."""

    def __init__(self, files: Sequence[Joined], slices: Sequence[Slice], root: Path):
        first = {file.piece: file for file in reversed(files)}
        self._slices = {each.key: each for each in slices if len(each.sizes) == len(first)}
        self._places: dict[str, list[_Place]] = {key: [] for key in self._slices}
        for number in sorted(first) if len(self._slices) == len(slices) else ():
            file, at = first[number], len(first[number].before)
            for each in slices:
                size = each.sizes[number]
                self._places[each.key].append((root / file.path, at, size))
                at += size + len(file.between) if size else 0

    def has(self, key: str) -> bool:
        """Whether the pieces of a group are there and whole."""
        if key not in self._slices:
            return False
        try:
            return _slice(key, self.pieces(key)) == self._slices[key]
        except CannotAccess:
            return False

    def pieces(self, key: str) -> list[bytes]:
        """The pieces of a group; raises CannotAccess."""
        return [disk.read_part(*place) for place in self._places[key]]
