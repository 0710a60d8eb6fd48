"""Disks that fail: the n-th call that changes a file is refused, as a real disk would refuse it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator import disk
from generator.failures import CannotAccess


class Disk:
    """Counts the calls and fails the one numbered ``failing`` (from 0) with error ``number``.

    ``lasting``: so do all calls after it, as on a disk that is full and stays so.
    """

    def __init__(self, failing: int = -1, number: int = 0, *, lasting: bool = False):
        self.failing, self.number, self.lasting = failing, number, lasting
        self.calls = 0
        self.refused: list[Path] = []

    def call(self, doing: str, path: Path, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if doing == "đọc":
            return _REAL(doing, path, function, *args, **kwargs)
        at, self.calls = self.calls, self.calls + 1
        freeing = function in (os.unlink, os.rmdir, os.close)  # a full disk still lets go
        hit = at == self.failing or (self.lasting and at > self.failing >= 0 and not freeing)
        if hit:
            self.refused.append(path)
            raise CannotAccess(doing, path, self.number)
        return _REAL(doing, path, function, *args, **kwargs)


_REAL = disk.call


@contextmanager
def faulty(broken: Disk) -> Iterator[Disk]:
    """Every change of a file goes through ``broken`` instead."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "call", broken.call)
        yield broken
