"""Serve an earlier release again, or say which there are.  Knows nothing of building: it starts at once."""

from pathlib import Path

from generator import disk
from generator.release.shelf import NoRelease, Shelf, opened


def rollback(folder: Path, release: str | None = None, wait: float = 60.0) -> str:
    """Serve the publication before the present one, or ``release``; its name.  Damaged ones are refused."""
    _known(folder)
    with opened(folder, wait) as shelf:
        name = _wanted(shelf, release) if release else shelf.earlier(shelf.served)
        shelf.manifest(name).check(shelf.path(name))
        shelf.show(name)
        disk.settle(folder)
    return name


def releases(folder: Path) -> list[tuple[str, bool]]:
    """The releases that are kept, the oldest first, and whether each is the one that is served."""
    _known(folder)
    shelf = Shelf(folder)
    served = shelf.served
    return [(name, name == served) for name in shelf.names]


def _known(folder: Path) -> None:
    if not (folder / "releases").is_dir():
        raise NoRelease(f"«{folder}» không phải thư mục phát hành: không có thư mục releases/ bên trong.")


def _wanted(shelf: Shelf, release: str) -> str:
    found = [name for name in shelf.names if name.startswith(release)]
    if len(found) != 1:
        there = ", ".join(shelf.names) or "chưa có bản nào"
        raise NoRelease(f"Không có đúng một bản phát hành mang mã «{release}»; đang có: {there}.")
    return found[0]
