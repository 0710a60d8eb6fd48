"""Digests of what pages are made of: equal digests mean equal bytes, so the page need not be made again."""

import hashlib
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
    """This program itself: its modules and its page templates."""
    package = Path(__file__).parent.parent
    return _files([*package.rglob("*.py"), *(resources.theme() / "pages").rglob("*")], __version__)


def frame_key(root: Path) -> str:
    """All that the frame is made of: prose, configuration, settings, the shell's theme and this program."""
    prose = (root / "content/pages").rglob("*")
    shell = (resources.theme() / "shell").rglob("*")
    return _files([root / "mkdocs.yml", root / "content/board.yml", *prose, *shell], code())


def content_key(root: Path) -> str:
    """Everything that editors keep beside the catalogue and the prose."""
    return _files([*(root / "content").rglob("*.yml")], "")


def page_file(code: str) -> str:
    """The file of a procedure's page."""
    return urls.file_of(urls.procedure(code))


def _files(paths: list[Path], start: str) -> str:
    result = hashlib.sha256(start.encode())
    for path in sorted(paths):
        if path.is_file() and path.suffix != ".pyc":
            result.update(f"\0{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return result.hexdigest()
