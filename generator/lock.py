"""One at a time: a lock that the system gives back when its holder dies, however it dies.

The lock is flock(2) (on Windows the same by msvcrt) on a small file.  The file stays; it says who holds
the lock, for the message of whoever waits.  What it says counts for nothing once the lock is free: so a
lock is never stale.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator import disk
from generator.failures import CannotAccess, Failure

_PAUSE = 0.05


class Busy(Failure):
    """Somebody else holds the lock and did not let go in time."""


@contextmanager
def lock(
    path: Path, wait: float, waiting: Callable[[str], None] = lambda _: None, *, signed: bool = True
) -> Iterator[None]:
    """Hold the lock at ``path``; wait up to ``wait`` seconds for it, telling ``waiting`` once.

    A lock that is not ``signed`` stays empty: one that lies among files that must be the same every time.
    """
    disk.make_folder(path.parent)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise CannotAccess("khóa", path, error.errno or 0) from error
    try:
        _take(handle, path, wait, waiting)
        if signed:
            _sign(handle)
        yield
    finally:
        os.close(handle)  # gives the lock back, once workers of a killed run have ended too


def _take(handle: int, path: Path, wait: float, waiting: Callable[[str], None]) -> None:
    until = time.monotonic() + wait
    told = False
    while not _try(handle, path):
        if not told:
            waiting(f"Đang chờ {_holder(path)} làm xong …")
            told = True
        if time.monotonic() >= until:
            raise Busy(f"{_holder(path).capitalize()} đang làm việc với «{path.parent}». Hãy thử lại sau.")
        time.sleep(_PAUSE)


def _sign(handle: int) -> None:
    with suppress(OSError):  # on a full disk the lock holds just as well without a name in it
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, str(os.getpid()).encode())


def _holder(path: Path) -> str:
    try:
        return f"tiến trình {int(path.read_text(encoding='utf-8'))}"
    except (OSError, ValueError):
        return "một tiến trình khác"


if sys.platform == "win32":
    import msvcrt

    def _try(handle: int, path: Path) -> bool:
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # far behind the text, which others may then still read
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(handle: int, path: Path) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:  # a network disk that knows no locks: better no release than two at once
            raise CannotAccess("khóa", path, error.errno or 0) from error
        return True
