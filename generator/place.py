"""Where a command may write: never among what the editors of a board keep, never among a stranger's files."""

from collections.abc import Callable
from pathlib import Path

from generator.failures import CannotAccess, Failure
from generator.reading import layout

SOURCES = ("content", layout.PROCEDURES, ".git")
"""What a board is made of: whatever is put there is read, published or broken."""


class NotHere(Failure):
    """What a command makes has no business in that place."""


class NotOurs(Failure):
    """The folder holds files that this program did not write."""


def claim(folder: Path, mark: str | None = None, but: Callable[[str], bool] = lambda _: False) -> None:
    """Refuse a ``folder`` of a board's own, and one that holds anything and not our ``mark``.

    ``but`` tells names that do not count.
    """
    refuse_sources(folder)
    try:
        filled = folder.is_dir() and any(not but(found.name) for found in folder.iterdir())
        foreign = filled and not (mark and (folder / mark).exists())
    except OSError as error:
        raise CannotAccess("đọc", folder, error.errno or 0) from error
    if foreign:
        raise NotOurs(
            f"Thư mục «{folder}» đang chứa tệp không do congkhai tạo ra nên không ghi đè. "
            "Hãy chọn một thư mục trống."
        )


def claim_for_board(folder: Path) -> None:
    """Refuse a ``folder`` that is neither a board, begun or whole, nor empty."""
    begun = any((folder / name).is_dir() for name in ("content", layout.PROCEDURES))
    if not begun:
        claim(folder)


def refuse_sources(place: Path) -> None:
    """Refuse a board's folder itself and all that lies in its sources; beside them is room."""
    found = place.resolve()
    for root in (found, *found.parents):
        if (root / layout.BOARD).is_file():
            inside = found.relative_to(root).parts
            if inside[:1] and inside[0] not in SOURCES:
                return
            raise NotHere(
                f"«{place}» là chỗ người biên tập giữ nội dung của bảng «{root}» nên không ghi vào. "
                "Hãy chọn một thư mục khác, ở ngoài bảng."
            )
