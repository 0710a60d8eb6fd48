"""What a release consists of: path, SHA-256 and size of each file; its own hash is the release's name."""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from generator import disk
from generator.failures import CannotAccess, Failure

STAMP = ".congkhai-ban"
"""In a folder that is served directly: the name of the release that it holds.  Not part of the release."""

_NAME = re.compile(r"[0-9a-f]{16}")


class Content(NamedTuple):
    """One file's SHA-256 (hex) and size in bytes."""

    sha256: str
    size: int

    def is_in(self, path: Path) -> bool:
        """Whether the file at ``path`` still holds this."""
        try:
            return _content(path) == self
        except CannotAccess:
            return False


class NotWhole(Failure):
    """A release on disk is not what its manifest says."""


@dataclass(frozen=True)
class Manifest:
    """The files of a release, by path."""

    files: Mapping[str, Content]

    @classmethod
    def of(cls, folder: Path) -> Self:
        """What lies in ``folder`` now."""
        return cls({file: _content(folder / file) for file, _ in walk(folder)})

    @classmethod
    def read(cls, file: Path, name: str) -> Self:
        """The manifest of the release ``name``; raises NotWhole where it is damaged."""
        content = disk.read(file)
        if _name(content) != name:
            raise NotWhole(f"Danh sách tệp «{file}» đã bị sửa hoặc hỏng.")
        return cls({path: Content(*entry) for path, entry in json.loads(content)["files"].items()})

    @property
    def content(self) -> bytes:
        """The bytes that stand for the manifest on disk: one line a file, in the order of the paths."""
        lines = (
            f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(self.files[path])}"
            for path in sorted(self.files)
        )
        return ('{"files": {\n' + ",\n".join(lines) + "\n}}\n").encode()

    @property
    def name(self) -> str:
        """The release's name: the first 16 hex digits of its manifest's SHA-256."""
        return _name(self.content)

    def check(self, folder: Path) -> None:
        """Read every file in ``folder``; raises NotWhole naming the first that is not as it should be."""
        sizes = dict(walk(folder))
        if strange := sorted(sizes.keys() ^ self.files.keys()):
            what = "thiếu" if strange[0] in self.files else "thừa"
            raise NotWhole(f"Bản phát hành «{folder}» không nguyên vẹn: {what} tệp «{strange[0]}».")
        for file, content in self.files.items():
            if sizes[file] != content.size or _content(folder / file) != content:
                raise NotWhole(f"Bản phát hành «{folder}» không nguyên vẹn: tệp «{file}» đã bị thay đổi.")


def is_name(text: str) -> bool:
    """Whether ``text`` can be the name of a release."""
    return _NAME.fullmatch(text) is not None


def walk(folder: Path) -> Iterator[tuple[str, int]]:
    """Path and size of every file below ``folder``; what is neither file nor folder has the size -1."""
    stack = [""]
    while stack:
        start = stack.pop()
        try:
            with os.scandir(folder / start) as entries:
                for entry in entries:
                    path = start + entry.name
                    if entry.is_dir(follow_symlinks=False):
                        stack.append(path + "/")
                    elif path != STAMP:
                        plain = entry.is_file(follow_symlinks=False)
                        yield path, entry.stat(follow_symlinks=False).st_size if plain else -1
        except OSError as error:
            raise CannotAccess("đọc", folder / start, error.errno or 0) from error


def _content(path: Path) -> Content:
    content = disk.read(path)
    return Content(hashlib.sha256(content).hexdigest(), len(content))


def _name(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
