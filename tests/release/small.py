"""The small boards' facts, and what tests do with them."""

import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import pieces
from generator.release.live import Mode
from generator.release.manifest import STAMP
from generator.release.publish import publish
from generator.release.rollback import rollback
from generator.site.build import build
from tests.build.trees import tree
from tests.release.faults import Deadly, Disk, Way, Write, faulty

DAY = date(2026, 11, 22)
RECORD = "procedures/ho-tich/1.001190.yml"


def rename(board: Path, name: str) -> None:
    """Change one name, which several pages show."""
    file = board / RECORD
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = [f'ten: "{name}"' if line.startswith("ten:") else line for line in lines]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def clean(board: Path, output: Path) -> dict[str, bytes]:
    """The site of ``board``, built from nothing."""
    assert build(board, output, DAY, workers=1).pages
    return tree(output)


def served(folder: Path) -> dict[str, bytes]:
    """What a web server would serve from a folder that is published to."""
    files = tree(folder / "current")
    files.pop(STAMP, None)
    return files


@dataclass(frozen=True)
class Pending:
    """A board that was published to ``web`` and then edited.

    ``writes`` are all that its next publication (or the way back) does, in the order of this time.
    """

    board: Path
    web: Path
    kept: Path
    old: dict[str, bytes]
    new: dict[str, bytes]
    writes: dict[Write, Way]

    def restore(self) -> None:
        """Let ``web`` be as it was before the second publication."""
        shutil.rmtree(self.web)
        # As links: no file is ever written into in place, which the callers verify at their end.
        shutil.copytree(self.kept, self.web, symlinks=True, copy_function=os.link)


def pending(board: Path, memory: Path, mode: Mode) -> Pending:
    """Publish ``board`` twice, so that a third publication hits all that publications do; note its writes."""
    web = memory / "web"
    for name in ("Tên một", "Tên hai"):
        rename(board, name)
        publish(board, web, DAY, mode, workers=1)
    kept = Path(shutil.copytree(web, memory / "kept", symlinks=True))
    old = served(web)
    rename(board, "Tên ba")
    with faulty(Disk()) as whole:
        assert publish(board, web, DAY, workers=1).release
    return Pending(board, web, kept, old, clean(board, memory / "new"), whole.writes)


def pending_way_back(board: Path, memory: Path, mode: Mode) -> Pending:
    """Publish ``board`` twice and go back once; ``old`` is the second site, ``new`` the first."""
    web, sites = memory / "web", []
    for name in ("Tên một", "Tên hai"):
        rename(board, name)
        publish(board, web, DAY, mode, workers=1)
        sites.append(served(web))
    kept = Path(shutil.copytree(web, memory / "kept", symlinks=True))
    with faulty(Disk()) as whole:
        rollback(web)
    return Pending(board, web, kept, sites[1], sites[0], whole.writes)


def pending_in(mode: Mode, board: Path, memory: Path) -> tuple[Pending, list[Write]]:
    """A pending publication, and the writes that no other mode has: all, or from where "copy" parts on."""
    link = pending(board, memory / "symlink", "symlink")
    if mode == "symlink":
        return link, list(link.writes)
    copy = pending(board, memory / "copy", "copy")
    known = {_in(link.web, write) for write in link.writes}
    writes = list(copy.writes)
    parting = next(at for at, write in enumerate(writes) if _in(copy.web, write) not in known)
    assert writes[parting].path == copy.web / ".congkhai/next"
    return copy, writes[parting:]


def _in(web: Path, write: Write) -> tuple[str, str, int]:
    return write.call, os.path.relpath(write.path, web), write.before


def publish_until(write: Write, board: Path, web: Path) -> None:
    """Publish, and die before ``write``."""
    with faulty(Deadly(write)):
        publish(board, web, DAY, workers=1)


def back_until(write: Write, web: Path) -> None:
    """Go back to the release before, and die before ``write``."""
    with faulty(Deadly(write)):
        rollback(web)


def build_in_small_batches(board: Path, output: Path, workers: int) -> None:
    """Build so that even a small board keeps several workers busy; only for processes of their own."""
    pieces.BATCH = 1
    build(board, output, DAY, workers=workers)
