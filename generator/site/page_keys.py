"""Which pages of procedures must be made again, told by the key of each: the digest of all that it shows."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, field

from generator import urls
from generator.board import Board
from generator.catalogue import Scanned
from generator.citation import Citation, cite
from generator.display.site_displays import detail_file
from generator.site.inputs import digest, page_file
from generator.site.state import State

Job = tuple[str, Citation]
"""The file of a procedure whose page must be made, and what the page cites."""


class PageKeys(Struct):
    """Finds the keys of pages, and with them the work that is left.

    ``common`` stands for what all pages are made of.  Where ``steady``, nothing has changed that lists show:
    then nothing has that a page cites, and the record alone decides.  ``stands`` tells whether a file is
    there.
    """

    board: Board
    state: State
    common: str
    steady: bool
    displays: bool
    stands: Callable[[str], bool]
    keys: dict[str, str] = field(default_factory=dict)
    """Path of a page -> its key, of all pages that were looked at."""
    _same: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up what the last build read, if that decides."""
        if self.steady:
            self._same.update((item.file, item.digest) for item in self.state.scanned)

    def jobs(self, scanned: Iterable[Scanned]) -> Iterator[Job]:
        """What must be made of ``scanned``: pages with another key, or with a file missing on the disk."""
        before = self.state.pages
        for item in scanned:
            assert item.entry is not None
            path = page_file(item.entry.code)
            kept = before.get(path)
            if kept and self._same.get(item.file) == item.digest:
                self.keys[path] = kept
                if self.stands(path) and all(map(self.stands, self._beside(item.entry.code))):
                    continue
            cited = cite(self.board, item.entry)
            self.keys[path] = digest(self.common, item.digest, repr(cited))
            if kept != self.keys[path] or not all(map(self.stands, (path, *self._beside(item.entry.code)))):
                yield item.file, cited

    def _beside(self, code: str) -> list[str]:
        """The files that are written with a page."""
        files = [urls.procedure_data(code)] if self.board.settings.open_data else []
        return [*files, detail_file(code)] if self.displays else files
