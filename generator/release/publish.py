"""Publish: build -> audit -> put on the shelf -> serve."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import disk, place
from generator.audit.site import Before, audit
from generator.failures import CannotAccess, Failure
from generator.problems import Problem
from generator.release.address import address_problems
from generator.release.live import Mode
from generator.release.manifest import Manifest
from generator.release.shelf import PRIVATE, Shelf, opened
from generator.site import inputs
from generator.site.build import Progress, build


@dataclass(frozen=True)
class Published:
    """The outcome.  ``release`` is None where problems or faults forbade it: then nothing was touched."""

    problems: tuple[Problem, ...]
    faults: tuple[Problem, ...] = ()
    release: str | None = None
    pages: int = 0
    changed: int = 0
    """Files that were not in what was served before."""
    untidied: str | None = None
    """What could not be cleared away afterwards, as a sentence; the site itself is published."""


def publish(
    root: Path,
    folder: Path,
    today: date,
    mode: Mode | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    wait: float = 60.0,
    waiting: Callable[[str], None] = lambda _: None,
) -> Published:
    """Publish the board at ``root`` to ``folder``; what is served changes in one move or not at all."""
    place.claim(folder, PRIVATE)
    with opened(folder, wait, mode, waiting) as shelf:
        keep = shelf.private / "state.json"
        if not shelf.begin():
            disk.remove(keep)
        built = build(root, shelf.site, today, workers, progress, keep)
        if built.pages is None:  # nothing was written
            shelf.end()
            return Published(built.problems)
        problems = (*built.problems, *address_problems(root))
        manifest = Manifest.of(shelf.site)
        before = _before(shelf, manifest)
        if faults := audit(shelf.site, manifest.files, before, workers):
            return Published(problems, tuple(faults), pages=built.pages)
        new = manifest.files.items() - shelf.served_files().items()
        _serve(shelf, manifest)
        untidied = _tidy(shelf, manifest.name, keep)
    return Published(problems, (), manifest.name, built.pages, len(new), untidied)


def _serve(shelf: Shelf, manifest: Manifest) -> None:
    name = manifest.name
    if not shelf.is_whole(name):
        shelf.put(manifest, shelf.site)
    shelf.remember(name)
    if not shelf.is_served(name):
        shelf.show(name)


def _tidy(shelf: Shelf, name: str, keep: Path) -> str | None:
    """Clear up.  Whatever fails here, the site is published: so it is told, but is no failure."""
    try:
        disk.settle(shelf.folder)
        shelf.prune()
        disk.replace(shelf.private / "audited.txt", _vouched(name).encode())
        if keep.exists():
            disk.settle(keep)
        shelf.end()
    except CannotAccess as refused:
        return str(refused)
    return None


def _before(shelf: Shelf, manifest: Manifest) -> Before | None:
    """What is served now, if this very program found nothing wrong with it."""
    name = shelf.served
    try:
        if not name or disk.read(shelf.private / "audited.txt").decode() != _vouched(name):
            return None
        files = shelf.manifest(name).files
    except Failure:
        return None
    same = frozenset(file for file, content in manifest.files.items() if files.get(file) == content)
    return Before(shelf.path(name), frozenset(files), same)


def _vouched(name: str) -> str:
    return f"{name} {inputs.code()}\n"
