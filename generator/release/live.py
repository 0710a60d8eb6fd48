"""What the web server serves: ``current``, which goes from one release to the next in one move.

Two ways.  A symbolic link, where the host has them.  Else (``copy``) a real folder, exchanged with the next
one: on Linux in one move (renameat2 with RENAME_EXCHANGE); elsewhere by two renames, between which
``current`` is missing for some millionths of a second.  A run killed just there is mended by the next one.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal, Protocol

from generator import disk
from generator.failures import CannotAccess, Failure
from generator.release.manifest import STAMP, is_name

Mode = Literal["symlink", "copy"]
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_UNSUPPORTED = frozenset((errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP))


class WrongMode(Failure):
    """``current`` is there, but not made in the way that was asked for."""


class Live(Protocol):
    """How ``current`` is moved from one release to the next."""

    def name(self) -> str | None:
        """The release that is served now; None where there is none, or nobody can tell."""

    def show(self, name: str, fill: Callable[[Path], None]) -> None:
        """Serve the release ``name`` from now on.  ``fill`` puts its files into an empty folder."""

    def mend(self) -> None:
        """Clear away what a killed run left, and put back what it took."""


def live(folder: Path, mode: Mode | None) -> Live:
    """The way of ``folder``: the one that is there already, else the one asked for."""
    current = folder / "current"
    there: Mode | None = None
    if current.is_symlink():
        there = "symlink"
    elif current.exists() or (folder / ".congkhai/before").exists():
        there = "copy"
        if current.exists() and not (current / STAMP).exists():
            raise WrongMode(f"«{current}» không do congkhai phát hành tạo ra nên không đụng tới.")
    if mode and there and mode != there:
        raise WrongMode(
            f"«{current}» đang theo cách «{there}» nên không đổi sang «{mode}» được. "
            f"Hãy xóa «{current}» rồi phát hành lại, hoặc bỏ «--mode»."
        )
    chosen = mode or there or "symlink"
    return Link(folder) if chosen == "symlink" else Folder(folder)


class Link:
    """``current`` is a symbolic link to the release's folder."""

    def __init__(self, folder: Path):
        self._link = folder / "current"

    def name(self) -> str | None:
        """The name of the folder that the link leads to."""
        if not self._link.is_symlink():
            return None
        name = self._link.readlink().name
        return name if is_name(name) else None

    def show(self, name: str, fill: Callable[[Path], None]) -> None:
        """Move the link."""
        try:
            disk.point(self._link, f"releases/{name}")
        except CannotAccess as refused:
            if refused.number in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP) or os.name == "nt":
                raise WrongMode(
                    f"Ổ đĩa của «{self._link.parent}» không có liên kết tượng trưng. Hãy thêm «--mode copy»."
                ) from refused
            raise

    def mend(self) -> None:
        """Nothing is ever half done."""


class Folder:
    """``current`` is a real folder."""

    def __init__(self, folder: Path):
        self._current = folder / "current"
        self._next = folder / ".congkhai/next"
        self._before = folder / ".congkhai/before"

    def name(self) -> str | None:
        """The name in the folder's stamp."""
        stamp = self._current / STAMP
        if not stamp.is_file():
            return None
        name = disk.read(stamp).decode("ascii", "replace").strip()
        return name if is_name(name) else None

    def show(self, name: str, fill: Callable[[Path], None]) -> None:
        """Fill a folder beside the one that is served, and exchange the two."""
        disk.remove_tree(self._next)
        disk.make_folder(self._next)
        fill(self._next)
        disk.write_new(self._next / STAMP, f"{name}\n".encode())
        disk.settle(self._next / STAMP, self._next)
        if not self._current.exists():
            disk.rename(self._next, self._current)
        elif not exchange(self._next, self._current):
            disk.remove_tree(self._before)
            disk.rename(self._current, self._before)
            try:
                disk.rename(self._next, self._current)
            except CannotAccess:
                self.mend()
                raise
        with suppress(CannotAccess):  # it is served; what is left is cleared away by the next run
            self.mend()

    def mend(self) -> None:
        """Put back what was served if a run was killed between its two renames."""
        if self._before.exists() and not self._current.exists():
            disk.rename(self._before, self._current)
        disk.remove_tree(self._before)
        disk.remove_tree(self._next)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change their names in one move; False where the system cannot."""
    rename = (
        getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    )
    if rename is None:
        return False

    def call() -> None:
        done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
        if done != 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

    try:
        disk.call("ghi", other, call)
    except CannotAccess as refused:
        if refused.number in _UNSUPPORTED:
            return False
        raise
    return True
