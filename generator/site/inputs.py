"""Digests of what pages are made of: equal digests mean equal bytes, so the page need not be made again."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator import __version__, resources, urls


def digest(*parts: str) -> str:
    """SHA-256 over ``parts`` with their lengths."""
    result = hashlib.sha256()
    for part in parts:
        encoded = part.encode()
        result.update(f"{len(encoded)}:".encode() + encoded)
    return result.hexdigest()


@cache
def code() -> str:
    """This program itself: its modules, its page templates, and the guide that explains columns and keys."""
    package = Path(__file__).parent.parent
    theme = resources.theme()
    return _files(
        {
            "guide": resources.guide(),
            **_below(package, "*.py"),
            **_below(theme / "pages"),
            **_below(theme / "display"),
        },
        __version__,
    )


def frame_key(root: Path) -> str:
    """All that the frame is made of: prose, configuration, settings, the shell's theme and this program."""
    single = {name: root / name for name in ("mkdocs.yml", "content/board.yml")}
    shell = _below(resources.theme() / "shell")
    return _files(single | _below(root / "content/pages") | shell, code())


def content_key(root: Path) -> str:
    """Everything that editors keep beside the catalogue and the prose."""
    return _files(_below(root / "content", "*.yml"), "")


def page_file(code: str) -> str:
    """The file of a procedure's page."""
    return urls.file_of(urls.procedure(code))


def _below(folder: Path, pattern: str = "*") -> dict[str, Path]:
    """The files in a folder by the folder's name and their path in it: a file that moves is another file."""
    found = folder.rglob(pattern)
    return {f"{folder.name}/{path.relative_to(folder).as_posix()}": path for path in found if path.is_file()}


def _files(files: Mapping[str, Path], start: str) -> str:
    result = hashlib.sha256(start.encode())
    for name, path in sorted(files.items()):
        if path.suffix != ".pyc" and path.is_file():
            result.update(f"\0{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return result.hexdigest()
