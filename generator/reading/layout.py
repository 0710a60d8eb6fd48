"""Where each kind of file lives in the folder that editors keep."""

from dataclasses import dataclass
from pathlib import Path

BOARD = "content/board.yml"
FIELDS = "content/fields.yml"
LIFE_EVENTS = "content/life_events.yml"
SYNONYMS = "content/synonyms.yml"
CITIZEN_WORDS = "content/citizen_words.yml"
PAGES = "content/pages"
COMMUNES = "content/communes"
OVERLAYS = "content/overlays"
PROPOSALS = "content/proposals"
PROCEDURES = "procedures"

_YAML = frozenset((".yml", ".yaml"))


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """The YAML files of one board, by kind, each in the order of its path."""

    root: Path
    procedures: tuple[Path, ...]
    communes: tuple[Path, ...]
    statistics: tuple[Path, ...]
    overlays: tuple[Path, ...]
    proposals: tuple[Path, ...]
    strays: tuple[Path, ...]

    def name(self, path: Path) -> str:
        """How messages call a file: its path from the root, with slashes and nothing unprintable."""
        name = path.relative_to(self.root).as_posix()
        return name if name.isprintable() else "".join(c if c.isprintable() else "?" for c in name)


def find_files(root: Path) -> SourceFiles:
    """List the files of a board.  YAML files that no kind claims are strays.

    So are files whose name cannot be printed: no message could tell which one is meant.
    """
    procedures = _yaml(root / PROCEDURES, "*/*")
    communes = _yaml(root / COMMUNES, "*/commune")
    statistics = _yaml(root / COMMUNES, "*/statistics/*")
    overlays = _yaml(root / OVERLAYS, "*/*")
    proposals = _yaml(root / PROPOSALS, "*")
    known = {*procedures, *communes, *statistics, *overlays, *proposals}
    known |= {root / name for name in (BOARD, FIELDS, LIFE_EVENTS, SYNONYMS, CITIZEN_WORDS)}
    folders = (root / PROCEDURES, root / COMMUNES, root / OVERLAYS, root / PROPOSALS)
    every = [path for folder in folders for path in folder.rglob("*.*")]
    every += (root / "content").glob("*.*")
    strays = tuple(sorted(path for path in every if path.suffix.lower() in _YAML and path not in known))
    return SourceFiles(root, procedures, communes, statistics, overlays, proposals, strays)


def _yaml(folder: Path, pattern: str) -> tuple[Path, ...]:
    start = len(str(folder))
    return tuple(sorted(path for path in folder.glob(f"{pattern}.yml") if str(path)[start:].isprintable()))
