"""Texts for the fields of a board, and their harmless twins."""

from collections.abc import Iterator

from tests.hostile.filling import Free, Given
from tests.hostile.strings import harmless


class Texts:
    """Gives texts, and remembers them; its twin gives harmless ones of the same length."""

    def __init__(self, source: Iterator[str], size: int):
        self._source, self._size = source, size
        self.pieces = 0
        self.given: list[tuple[Free, str, str]] = []
        """Field, text and twin."""

    def __call__(self, free: Free, longest: int) -> str:
        ending = f" z{len(self.given)}z"  # by which it is found again
        room = min(longest - len(free.wrap("")), self._size) - len(ending)
        parts = [next(self._source)]
        while len(" ".join(parts)) < room - 30:
            parts.append(next(self._source))
        text = " ".join(parts)[:room].strip()
        self.pieces += len(parts)
        self.given.append((free, free.wrap(text + ending), free.wrap(harmless(text) + ending)))
        return self.given[-1][1]

    def twin(self) -> Given:
        """Gives harmless texts in the place of those that were given, in their order."""
        again = iter(self.given)

        def given(free: Free, longest: int) -> str:
            same, _, text = next(again)
            assert same == free
            return text

        return given
