"""Words that stand where somebody has still to write: ``Tên thủ tục (sửa lại)``, or only dots."""

from collections.abc import Iterator

from generator.reading.yaml_text import Data, Path

SIGN = "(sửa lại)"
"""Ends the examples of ``congkhai new``: whoever takes their ``#`` away must write the thing itself."""

_DOTS = ("…", "....", "___")
"""Three full stops are no line to fill in: a real record of the national database names its result so."""
_FILLERS = frozenset("….·_ ")


def may_hold(text: str) -> bool:
    """Whether it is worth looking: asked of every file, so four searches and no more."""
    return SIGN in text or any(dots in text for dots in _DOTS)


def unfilled(data: Data, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every value that is a placeholder, with its path."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from unfilled(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from unfilled(value, (*path, index))
    elif data and is_placeholder(data):
        yield path, data


def is_placeholder(value: str) -> bool:
    """Whether nobody has written the thing itself yet."""
    words = value.strip()
    if words.endswith(SIGN):
        return True
    return _FILLERS.issuperset(words) and any(dots in words for dots in _DOTS)
