"""What the last build knew: entries by file digest, and the inputs of each page that it wrote.

It is only ever believed about files whose digests agree; a missing, old or damaged state means a full
build, never a wrong one.  While pages are being written a mark stands beside the state: where a build finds
one, the last build was killed, and nothing is believed about pages (one may be half written, or made from a
file that is different again).
"""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from generator import __version__, disk
from generator.catalogue import Scanned
from generator.failures import CannotAccess
from generator.site.keeping import FOLDER, keep


class Slice(msgspec.Struct, frozen=True):
    """What one group gave: the length of each piece, and its CRC-32."""

    key: str
    sizes: tuple[int, ...]
    sums: tuple[int, ...]


class State(msgspec.Struct):
    """``rules`` are the inputs of the rules that ``scanned`` was checked by; ``pages`` maps path to key.

    ``details`` maps codes of procedures to the key and the digest of their file for the displays.
    ``lists`` are the files that show many procedures, made from what ``lists_key`` stands for.
    ``mark`` is the mark of the output as this build left it; with another, somebody else built there since.
    """

    version: str = __version__
    rules: str = ""
    scanned: tuple[Scanned, ...] = ()
    mark: int = 0
    pages: dict[str, str] = {}
    details: Mapping[str, tuple[str, str]] = {}
    files: frozenset[str] = frozenset()
    lists_key: str = ""
    lists: frozenset[str] = frozenset()
    slices: tuple[Slice, ...] = ()
    """What open data was joined from."""


def state_file(root: Path, output: Path) -> Path:
    """Each output folder has a state of its own."""
    name = hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]
    return root / FOLDER / f"state-{name}.json"


def read_state(file: Path, mark: int) -> State:
    """The last state, or an empty one; nothing about pages where the output bears another ``mark``."""
    try:
        state = msgspec.json.decode(file.read_bytes(), type=State)
    except (OSError, msgspec.DecodeError):
        return State()
    if state.version != __version__:
        return State()
    if is_unfinished(file) or state.mark != mark:
        return State(rules=state.rules, scanned=state.scanned)
    return state


def is_unfinished(file: Path) -> bool:
    """Whether the last build with this state was killed while it wrote pages."""
    return _mark(file).exists()


def begin(file: Path) -> bool:
    """Pages are about to be written: mark it.  False where no mark can be set; then believe no state."""
    return keep(_mark(file), b"")


def finish(file: Path, state: State) -> None:
    """All pages are written: keep what is known of them for the next build."""
    if write_state(file, state):
        with suppress(CannotAccess):
            disk.remove(_mark(file))


def _mark(file: Path) -> Path:
    return file.with_suffix(".unfinished")


def write_state(file: Path, state: State) -> bool:
    """Keep the state; a source folder that cannot be written to only costs speed."""
    return keep(file, msgspec.json.encode(state))
