"""Where each kind of file lives in the folder that editors keep."""

from dataclasses import dataclass
from pathlib import Path

BOARD = "content/board.yml"
FIELDS = "content/fields.yml"
LIFE_EVENTS = "content/life_events.yml"
PAGES = "content/pages"
COMMUNES = "content/communes"
OVERLAYS = "content/overlays"
PROCEDURES = "procedures"


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """The YAML files of one board, by kind, each in the order of its path."""

    root: Path
    procedures: tuple[Path, ...]
    communes: tuple[Path, ...]
    statistics: tuple[Path, ...]
    overlays: tuple[Path, ...]
    strays: tuple[Path, ...]

    def name(self, path: Path) -> str:
        """How messages call a file: its path from the root, with slashes."""
        return path.relative_to(self.root).as_posix()


def find_files(root: Path) -> SourceFiles:
    """List the files of a board.  YAML files that no kind claims are strays."""
    procedures = _yaml(root / PROCEDURES, "*/*")
    communes = _yaml(root / COMMUNES, "*/commune")
    statistics = _yaml(root / COMMUNES, "*/statistics/*")
    overlays = _yaml(root / OVERLAYS, "*/*")
    known = {*procedures, *communes, *statistics, *overlays}
    folders = (root / PROCEDURES, root / COMMUNES, root / OVERLAYS)
    every = (path for folder in folders for ending in ("yml", "yaml") for path in folder.rglob(f"*.{ending}"))
    strays = tuple(sorted(path for path in every if path not in known))
    return SourceFiles(root, procedures, communes, statistics, overlays, strays)


def _yaml(folder: Path, pattern: str) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob(f"{pattern}.yml")))
