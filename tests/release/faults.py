"""Disks that fail: a named change is refused as a real disk would refuse it, or the process dies there."""

import os
import re
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from generator import disk
from generator.failures import CannotAccess

LOCK = re.compile(r"lock|state(-\w+)?\.lock")
"""Files that only say who is at work; the system gives the lock back, whatever stands in them."""


class Write(NamedTuple):
    """One change of the disk: the call, the path that it is about, and how many like it came before.

    Not its number among all: two threads write at once, so a number would mean another write each time.
    """

    call: str
    path: Path
    before: int


Way = tuple[str, ...]
"""The functions of the program that led to a write, the innermost first."""


class Disk:
    """Notes every call that changes the disk; refuses the one called ``failing`` with error ``number``.

    ``lasting``: so it does all calls after it, as a disk that is full and stays so.
    """

    def __init__(self, failing: Write | None = None, number: int = 0, *, lasting: bool = False):
        self.failing, self.number, self.lasting = failing, number, lasting
        self.writes: dict[Write, Way] = {}
        self.refused: list[Path] = []
        self._seen: Counter[tuple[str, Path]] = Counter()
        self._one = threading.Lock()

    def call(self, doing: str, path: Path, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if doing != "đọc":
            write = self._note(function.__name__, path)
            freeing = function in (os.unlink, os.rmdir, os.close)  # a full disk still lets go
            if write == self.failing or (self.lasting and self.refused and not freeing):
                self.hit(doing, path)
        return _REAL(doing, path, function, *args, **kwargs)

    def hit(self, doing: str, path: Path) -> None:
        """What happens instead."""
        self.refused.append(path)
        raise CannotAccess(doing, path, self.number)

    def _note(self, call: str, path: Path) -> Write:
        path = Path(path)  # some callers keep names
        with self._one:
            write = Write(call, path, self._seen[call, path])
            self._seen[call, path] += 1
            self.writes[write] = () if self.failing else _way(write)  # asked of whole runs only
        return write


def _way(write: Write) -> Way:
    frame, way = sys._getframe(2), [write.call]
    while frame := frame.f_back:  # type: ignore[assignment]
        if frame.f_globals.get("__name__", "").startswith("generator."):
            way.append(frame.f_code.co_qualname)
    return tuple(way)


class Deadly(Disk):
    """Kills the process where the other would refuse."""

    def hit(self, doing: str, path: Path) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


class Observed(Disk):
    """Calls ``look`` before every change, when the disk is as a kill at that moment would leave it."""

    def __init__(self, look: Callable[[], None]):
        super().__init__()
        self._look = look

    def call(self, doing: str, path: Path, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if doing != "đọc":
            self._look()
        return super().call(doing, path, function, *args, **kwargs)


_REAL = disk.call


@contextmanager
def faulty(broken: Disk) -> Iterator[Disk]:
    """Every change of a file goes through ``broken`` instead."""
    with _through(broken.call):
        yield broken


@contextmanager
def _through(call: Callable[..., Any]) -> Iterator[None]:
    disk.call = call
    try:
        yield
    finally:
        disk.call = _REAL


_CHANGES = {
    "os.rename",
    "os.remove",
    "os.link",
    "os.symlink",
    "os.mkdir",
    "os.rmdir",
    "os.chmod",
    "os.truncate",
}
_ASKS_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_inside = threading.local()
_watched: list[tuple[Path, list[str]]] = []


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    """Python tells this function of every file that is opened or changed, whoever does it."""
    if not _watched or getattr(_inside, "call", False):
        return
    changes = event in _CHANGES or (event == "open" and bool((arguments[2] or 0) & _ASKS_TO_WRITE))
    folder, found = _watched[-1]
    paths = [Path(os.fsdecode(each)) for each in arguments[:2] if isinstance(each, str | bytes | os.PathLike)]
    if changes and any(path.is_relative_to(folder) and not LOCK.fullmatch(path.name) for path in paths):
        found.append(f"{event} {paths}")


_hooked: list[bool] = []


@contextmanager
def watching(folder: Path) -> Iterator[list[str]]:
    """The changes below ``folder`` that no seam of ``generator.disk`` knew of."""

    def call(doing: str, path: Path, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        _inside.call = True
        try:
            return _REAL(doing, path, function, *args, **kwargs)
        finally:
            _inside.call = False

    if not _hooked:
        sys.addaudithook(_audit)  # for as long as the process lives, there is no way to take it back
        _hooked.append(True)
    found: list[str] = []
    with _through(call):
        _watched.append((folder, found))
        try:
            yield found
        finally:
            _watched.pop()
