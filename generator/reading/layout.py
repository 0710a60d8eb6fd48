"""Where each kind of file lives in the folder that editors keep."""

import os
from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path, PurePosixPath

from msgspec import Struct

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


class SourceFiles(Struct, frozen=True):
    """The YAML files of one board, by kind, in the order of their paths.

    Each is called by its path from the root, with slashes: that is also how messages call it.
    """

    root: Path
    procedures: tuple[str, ...]
    communes: tuple[str, ...]
    statistics: tuple[str, ...]
    overlays: tuple[str, ...]
    proposals: tuple[str, ...]
    strays: tuple[str, ...]
    """With what cannot be printed as ``?``."""


def find_files(root: Path) -> SourceFiles:
    """List the files of a board.  YAML files that no kind claims are strays.

    So are files whose name cannot be printed: no message could tell which one is meant.
    """
    procedures = _yaml(root, f"{PROCEDURES}/*/*")
    communes = _yaml(root, f"{COMMUNES}/*/commune")
    statistics = _yaml(root, f"{COMMUNES}/*/statistics/*")
    overlays = _yaml(root, f"{OVERLAYS}/*/*")
    proposals = _yaml(root, f"{PROPOSALS}/*")
    known = {*procedures, *communes, *statistics, *overlays, *proposals}
    known |= {BOARD, FIELDS, LIFE_EVENTS, SYNONYMS, CITIZEN_WORDS}
    every = [name for folder in (PROCEDURES, COMMUNES, OVERLAYS, PROPOSALS) for name in _below(root, folder)]
    every += (f"content/{name}" for name in glob("*.*", root_dir=root / "content", include_hidden=True))
    strays = (name for name in set(every) - known if _meant_as_yaml(name))
    shown = ("".join(c if c.isprintable() else "?" for c in name) for name in _in_order(strays))
    return SourceFiles(root, procedures, communes, statistics, overlays, proposals, tuple(shown))


def _meant_as_yaml(name: str) -> bool:
    """Also ``1.001193.yml.txt``: Windows adds such an ending, and hides it."""
    path = PurePosixPath(name.lower())
    return (PurePosixPath(path.stem) if path.suffix == ".txt" else path).suffix in _YAML


def parts(name: str) -> list[str]:
    """The folders and the name of a file; of its name, what stands before ``.yml``."""
    return name.removesuffix(".yml").split("/")


def _yaml(root: Path, pattern: str) -> tuple[str, ...]:
    names = (name.replace(os.sep, "/") for name in glob(f"{pattern}.yml", root_dir=root, include_hidden=True))
    return _in_order(name for name in names if name.isprintable())


def _below(root: Path, folder: str) -> Iterator[str]:
    """Everything in a folder; not what links lead to, which may be a folder around it."""
    start = len(str(root / "-")) - 1
    for place, folders, files in os.walk(root / folder):
        inside = place[start:].replace(os.sep, "/")
        yield from (f"{inside}/{name}" for name in (*folders, *files))


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: name.split("/")))
