"""Format files of a board on disk: in one move each, and never one that has mistakes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator import disk
from generator.formatting.formatter import NotFormattable, canonical
from generator.problems import Problem, Severity
from generator.reading import yaml_text
from generator.reading.kinds import Kind, files_of_kinds, kind_of
from generator.reading.record import content_of, read_record

_LEAVE = "Không phải sửa gì. Muốn sắp xếp được thì chuyển ghi chú ra dòng riêng rồi chạy lại."


class State(Enum):
    """What came of one file."""

    CANONICAL = "canonical"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Formatted:
    """One file; ``problems`` say why it was refused."""

    file: str
    state: State
    problems: tuple[Problem, ...] = ()


def chosen_files(root: Path, paths: Iterable[Path]) -> list[tuple[str, Kind]]:
    """The files of a kind among ``paths`` (files or folders of the board at ``root``); all without any.

    Raises ValueError with the path that is no file of the board.
    """
    paths = list(paths)
    if not paths:
        return list(files_of_kinds(root))
    chosen: dict[str, Kind] = {}
    for path in paths:
        place = path.resolve()
        if not place.is_relative_to(root):
            raise ValueError(str(path))
        name = place.relative_to(root).as_posix()
        if place.is_dir():
            found = {file: kind for file, kind in files_of_kinds(root) if (root / file).is_relative_to(place)}
        else:
            found = {name: kind} if (kind := kind_of(name)) else {}
        if not found:
            raise ValueError(str(path))
        chosen |= found
    return sorted(chosen.items())


def format_files(root: Path, files: Iterable[tuple[str, Kind]], *, write: bool) -> Iterator[Formatted]:
    """Format each file, or without ``write`` only say what would change."""
    for file, kind in files:
        yield _format(root / file, file, kind, write=write)


def _format(path: Path, file: str, kind: Kind, *, write: bool) -> Formatted:
    reading = read_record(path, file, kind.model)
    if reading.problems:
        return Formatted(file, State.REFUSED, reading.problems)
    content = content_of(path)
    try:
        made = canonical(yaml_text.decode(content), kind.model).encode()
    except NotFormattable as refusal:
        problem = Problem(file, 1, 1, "fmt-refused", Severity.ERROR, str(refusal), _LEAVE)
        return Formatted(file, State.REFUSED, (problem,))
    if made == content.replace(b"\r\n", b"\n"):
        return Formatted(file, State.CANONICAL)
    if write:
        disk.replace(path.resolve(), made)
    return Formatted(file, State.CHANGED)
