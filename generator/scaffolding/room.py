"""Where something may begin: nothing that exists is ever overwritten."""

import os
from collections.abc import Sequence
from pathlib import Path

from generator import place
from generator.failures import Failure
from generator.reading import layout

_OF_THE_REPOSITORY = ("readme", "license", "licence")
"""What a fresh git repository may hold already, beside hidden files."""


class AlreadyThere(Failure):
    """A file of that name exists; it was left as it was."""


def room_for_board(folder: Path) -> None:
    """Refuse a folder that holds a board or anything but an empty git repository does."""
    if os.path.lexists(folder / layout.BOARD):
        raise AlreadyThere(f"Trong «{folder}» đã có một bảng công khai nên không ghi đè.")
    place.claim(folder, but=_may_stay)


def _may_stay(name: str) -> bool:
    return name.startswith(".") or name.lower().partition(".")[0] in _OF_THE_REPOSITORY


def room_for_procedure(root: Path, code: str) -> None:
    """Refuse a code that has its file already, in whichever field."""
    _refuse_taken([file for file in layout.find_files(root).procedures if layout.parts(file)[-1] == code])


def room_for_commune(root: Path, code: str) -> None:
    """Refuse a commune that has its file already."""
    _refuse_taken([file for file in layout.find_files(root).communes if layout.parts(file)[-2] == code])


def _refuse_taken(files: Sequence[str]) -> None:
    if files:
        raise AlreadyThere(f"Đã có tệp «{files[0]}» nên không tạo nữa.")
