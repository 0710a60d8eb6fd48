"""Where a build keeps what the next one may use: a folder beside the sources, which git ignores."""

import os
from contextlib import suppress
from pathlib import Path

from generator import disk
from generator.failures import CannotAccess

FOLDER = ".congkhai"


def frame_file(root: Path) -> Path:
    """Where the frame of the board at ``root`` is kept."""
    return root / FOLDER / "frame.json"


def can_keep(file: Path) -> bool:
    """Whether anything can be remembered there; sources may lie on a disk that only reads."""
    folder = file.parent
    with suppress(CannotAccess):
        disk.make_folder(folder)
    return folder.is_dir() and os.access(folder, os.W_OK)


def keep(file: Path, content: bytes) -> bool:
    """Whether ``content`` could be kept; what cannot only costs the next build time."""
    ignore = file.parent / ".gitignore"
    try:
        disk.make_folder(file.parent)
        if not ignore.exists():
            disk.replace(ignore, b"/*\n!/import/\n")  # the import's memory is the editors'
        disk.replace(file, content)
    except CannotAccess:
        return False
    return True
