"""Write what changed, delete what is gone.

Never "clean, then write": re-creating thousands of files that were just deleted costs seconds on ext4,
comparing them costs a tenth of one; and a build that fails halfway must not have emptied the site.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

MARKER = "cong-khai.json"
"""Stands in the root of every site that we made; a folder without it is not ours to clear."""


class NotOurs(Exception):
    """The output folder holds files that this program did not write."""


@dataclass
class Output:
    """A folder that a site is written into.  ``written`` counts files whose bytes changed."""

    root: Path
    written: int = 0
    removed: int = 0
    _folders: set[Path] = field(default_factory=set)

    def claim(self) -> None:
        """Refuse a folder with somebody else's files in it."""
        if self.root.is_dir() and any(self.root.iterdir()) and not (self.root / MARKER).exists():
            raise NotOurs(
                f"Thư mục «{self.root}» đang chứa tệp không do congkhai tạo ra nên không ghi đè. "
                "Hãy chọn một thư mục trống."
            )

    def write(self, path: str, content: bytes) -> None:
        """Put ``content`` at ``path`` unless it is there already."""
        target = self.root / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        try:
            if target.read_bytes() == content:
                return
        except FileNotFoundError:
            pass
        target.write_bytes(content)
        self.written += 1

    def remove(self, paths: Iterable[str]) -> None:
        """Delete files that no longer belong to the site, and folders that this leaves empty."""
        for path in paths:
            target = self.root / path
            target.unlink(missing_ok=True)
            self.removed += 1
            for folder in target.parents:
                if folder == self.root or any(folder.iterdir()):
                    break
                folder.rmdir()

    def files(self) -> set[str]:
        """Every file that is there now."""
        return {p.relative_to(self.root).as_posix() for p in self.root.rglob("*") if p.is_file()}
