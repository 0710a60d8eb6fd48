"""Write what changed, delete what is gone.

Never "clean, then write": re-creating thousands of files that were just deleted costs seconds on ext4,
comparing them costs a tenth of one; and a build that fails halfway must not have emptied the site.
"""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field

from generator import disk, place
from generator.failures import CannotAccess, Failure
from generator.problems import shown

MARKER = "cong-khai.json"
"""Stands in the root of every site that we made; a folder without it is not ours to clear."""

_NAME = r"(?!\.\.?(?:/|\Z))[^/\\:\x00-\x1f]+"
_INSIDE = re.compile(f"{_NAME}(?:/{_NAME})*")
"""A path that cannot lead out of the folder it is taken in, on any system."""


class LeadsOut(Failure):
    """A path that would put a file outside the output folder."""


class Output(Struct):
    """A folder that a site is written into.  ``written`` counts files whose bytes changed."""

    root: Path
    written: int = 0
    removed: int = 0
    _folders: set[str] = field(default_factory=set)

    def claim(self) -> None:
        """Refuse a board's own folder, and one with somebody else's files in it."""
        place.claim(self.root, MARKER)

    def mark(self) -> int:
        """When the marker was put there (ns), which tells one maker from another; 0 where there is none."""
        try:
            return (self.root / MARKER).stat().st_mtime_ns
        except OSError:
            return 0

    def take_over(self) -> None:
        """Put the marker there anew: whoever built here before will not believe what they remember."""
        if self.mark():
            disk.replace(self.root / MARKER, disk.read(self.root / MARKER))

    def write(self, path: str, content: bytes) -> None:
        """Put ``content`` at ``path`` unless it is there already."""
        target = self._target(path)
        if self._make_folder(path.rpartition("/")[0]):
            disk.write_new(target, content)  # nothing can be in a new folder
        elif not self._write_over(Path(target), content):
            return
        self.written += 1

    def holds(self, path: str) -> bool:
        """Whether something stands at ``path``."""
        return os.path.exists(self._target(path))

    def _write_over(self, target: Path, content: bytes) -> bool:
        try:
            if target.read_bytes() == content:
                return False
        except FileNotFoundError:
            disk.write_new(target, content)
        except OSError as error:
            raise CannotAccess("đọc", target, error.errno or 0) from error
        else:
            disk.replace(target, content)
        return True

    def grow(self, path: str) -> disk.Growing:
        """Begin a file that is too large to hold; ``place`` it when it is whole."""
        target = self._target(path)
        self._make_folder(path.rpartition("/")[0])
        return disk.Growing(Path(target))

    def place(self, file: disk.Growing) -> None:
        """Put a grown file in place unless the same bytes are there already."""
        self.written += file.put()

    def _target(self, path: str) -> str:
        if not _INSIDE.fullmatch(path):
            raise LeadsOut(f"Tên tệp «{shown(path)}» dẫn ra ngoài thư mục của trang nên bị từ chối.")
        return f"{self.root}/{path}"  # half the time of a path object, and a site has many thousands

    def _make_folder(self, name: str) -> bool:
        """Make a folder; whether it is new.  A symbolic link in its place could lead anywhere: refused."""
        if name in self._folders:
            return False
        if name:
            self._make_folder(name.rpartition("/")[0])
        folder = f"{self.root}/{name}"
        new = disk.make_folder(folder)
        if name and not new and os.path.islink(folder):
            raise LeadsOut(f"«{folder}» là một liên kết dẫn ra ngoài thư mục của trang. Hãy xóa liên kết ấy.")
        self._folders.add(name)
        return new

    def remove(self, paths: Iterable[str]) -> None:
        """Delete files that no longer belong to the site, and folders that this leaves empty."""
        for path in paths:
            target = Path(self._target(path))
            disk.remove(target)
            self.removed += 1
            for folder in target.parents:
                if folder == self.root or not disk.remove_empty(folder):
                    break

    def files(self) -> set[str]:
        """Every file that is there now."""
        found = os.walk(self.root)
        return {Path(at, name).relative_to(self.root).as_posix() for at, _, names in found for name in names}
