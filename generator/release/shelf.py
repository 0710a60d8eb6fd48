"""The folder that is published to: releases, their order, and what is served.

current                  what the web server serves
releases/<name>/         a release: exactly the built site
releases/<name>.json     its manifest
.congkhai/               the lock, the order of releases, and the build that the next one starts from
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator import disk
from generator.failures import CannotAccess, Failure
from generator.lock import lock
from generator.release.live import Mode, exchange, live
from generator.release.manifest import Content, Manifest, is_name

KEPT = 3
"""Releases that are kept, the one that is served among them."""

PRIVATE = ".congkhai"
"""Our own folder in it: who has that published here before."""

_NEW = ".new-"


class NoRelease(Failure):
    """There is no such release to go to."""


class Shelf:
    """Releases in one folder."""

    def __init__(self, folder: Path, mode: Mode | None = None):
        self.folder = folder
        self.private = folder / PRIVATE
        self.site = self.private / "site"
        self._releases = folder / "releases"
        self._order = self.private / "order.txt"
        self._unsettled = self.private / "unsettled"
        self._live = live(folder, mode)

    @property
    def served(self) -> str | None:
        """The name of the release that is served."""
        return self._live.name()

    @property
    def names(self) -> list[str]:
        """All releases, the oldest publication first."""
        try:
            lines = self._order.read_text(encoding="utf-8").split()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise CannotAccess("đọc", self._order, error.errno or 0) from error
        return [name for name in lines if is_name(name) and self.path(name).is_dir()]

    def path(self, name: str) -> Path:
        """The folder of a release."""
        return self._releases / name

    def manifest(self, name: str) -> Manifest:
        """The manifest of a release; raises NotWhole where it is damaged."""
        return Manifest.read(self._releases / f"{name}.json", name)

    def mend(self) -> None:
        """Clear away what a killed run left behind."""
        disk.make_folder(self._releases)
        for entry in sorted(self._releases.glob(f"{_NEW}*")):
            disk.remove_tree(entry)
        self._live.mend()

    def begin(self) -> bool:
        """Note that a publication is under way; False where the last one never came to its end.

        Then nothing that it left in the private folder may be believed: after a power cut, files can be
        empty that were written.
        """
        settled = not self._unsettled.exists()
        disk.replace(self._unsettled, b"", durable=True)
        return settled

    def end(self) -> None:
        """The publication came to its end, whatever that was."""
        disk.remove(self._unsettled)

    def put(self, manifest: Manifest, source: Path) -> None:
        """Make a release of the files in ``source``; afterwards it is whole and survives a power cut.

        What is the same in the release that is served, and is still so on disk, becomes a hard link to it;
        all else is copied, so that nothing that is built in ``source`` later can reach a release.
        """
        name = manifest.name
        new, target = self._releases / f"{_NEW}{name}", self.path(name)
        fresh = self._fill(new, source, manifest)
        written = [*(new / file for file in fresh), *(source / file for file in fresh)]
        disk.settle_all([*written, *_folders(new, manifest.files)])
        disk.replace(self._releases / f"{name}.json", manifest.content, durable=True)
        if not target.exists():
            disk.rename(new, target)
        else:  # published before, and damaged since
            if not exchange(new, target):
                disk.rename(target, self._releases / f"{_NEW}old-{name}")
                disk.rename(new, target)
            self.mend()
        disk.settle(self._releases)

    def is_served(self, name: str) -> bool:
        """Whether ``name`` is what is served, whole."""
        if self.served != name:
            return False
        current = self.folder / "current"
        return current.is_symlink() or self._is_whole(name, current)

    def is_whole(self, name: str) -> bool:
        """Whether the release is there, every byte of it."""
        return self.path(name).is_dir() and self._is_whole(name, self.path(name))

    def show(self, name: str) -> None:
        """Serve the release ``name``, which is whole."""
        self._live.show(name, lambda folder: self._links(folder, name))

    def remember(self, name: str) -> None:
        """``name`` is the latest publication from now on."""
        order = [*(other for other in self.names if other != name), name]
        disk.replace(self._order, "".join(f"{name}\n" for name in order).encode(), durable=True)

    def prune(self) -> None:
        """Delete the oldest releases beyond those that are kept, and what no list names."""
        kept = {*self.names[-KEPT:], self.served}
        for entry in sorted(self._releases.iterdir()):
            if entry.name.removesuffix(".json") not in kept:
                disk.remove_tree(entry)

    def earlier(self, name: str | None) -> str:
        """The publication before ``name``; the latest one where ``name`` is none of ours."""
        names = self.names
        place = names.index(name) if name in names else len(names)
        if place == 0:
            raise NoRelease(f"Trong «{self.folder}» không còn bản phát hành nào cũ hơn để quay lại.")
        return names[place - 1]

    def served_files(self) -> Mapping[str, Content]:
        """What the release that is served should consist of; nothing where that cannot be told."""
        try:
            return self.manifest(self.served).files if self.served else {}
        except Failure:
            return {}

    def _is_whole(self, name: str, folder: Path) -> bool:
        try:
            self.manifest(name).check(folder)
        except Failure:
            return False
        return True

    def _fill(self, new: Path, source: Path, manifest: Manifest) -> list[str]:
        """Put the files of ``manifest`` into ``new``; those that had to be copied."""
        served, known = self.served or "", self.served_files()
        fresh = []
        for folder in _folders(new, manifest.files):
            disk.make_folder(folder)
        for file, content in manifest.files.items():
            old = self.path(served) / file
            if known.get(file) == content and content.is_in(old):
                disk.link_or_copy(old, new / file)
            else:
                disk.write_new(new / file, disk.read(source / file))
                fresh.append(file)
        return fresh

    def _links(self, folder: Path, name: str) -> None:
        files = self.manifest(name).files
        for parent in _folders(folder, files):
            disk.make_folder(parent)
        for file in files:
            disk.link_or_copy(self.path(name) / file, folder / file)


def _folders(root: Path, files: Iterable[str]) -> list[Path]:
    """``root`` and every folder in it that ``files`` need, the outer ones first."""
    found = {""}
    for file in files:
        parent = file.rpartition("/")[0]
        while parent not in found:
            found.add(parent)
            parent = parent.rpartition("/")[0]
    return [root / folder for folder in sorted(found)]


@contextmanager
def opened(
    folder: Path, wait: float, mode: Mode | None = None, waiting: Callable[[str], None] = lambda _: None
) -> Iterator[Shelf]:
    """The shelf in ``folder`` for one who changes it: alone, and mended after whoever was killed.

    The web server is somebody else and must be able to read, whatever the umask of the publisher says.
    """
    umask = os.umask(0o022)
    try:
        with lock(folder / PRIVATE / "lock", wait, waiting):
            shelf = Shelf(folder, mode)
            shelf.mend()
            yield shelf
    finally:
        os.umask(umask)
