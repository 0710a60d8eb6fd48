"""One worker's part of the catalogue: it reads its files, keeps the records, and renders their pages."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.catalogue import Scanned, read_procedure, scan
from generator.check.procedure_rules import ProcedureRules
from generator.citation import Citation
from generator.failures import Failure
from generator.model.procedure import Procedure
from generator.model.settings import BoardSettings
from generator.site.output import Output
from generator.site.procedure_page import ProcedurePages
from generator.site.shell import Frame


class Vanished(Failure):
    """A file that was read a moment ago is gone or broken now: somebody is editing under our hands."""


class Shard:
    """State of one worker between reading and rendering."""

    def __init__(self, root: Path, rules: ProcedureRules, known: Mapping[str, Scanned]):
        self._root = root
        self._rules = rules
        self._known = known
        self._records: dict[str, Procedure] = {}
        self._frame: Frame | None = None
        self._pages: ProcedurePages | None = None
        self._output: Output | None = None

    def scan(self, files: Sequence[str]) -> list[Scanned]:
        """Read ``files``; keep the records that had to be parsed."""
        scanned, parsed = scan(self._root, files, self._rules, self._known)
        self._records.update(parsed)
        return scanned

    def equip(self, frame: Frame, settings: BoardSettings, output: Path) -> None:
        """Hand over what rendering needs beside the records."""
        self._frame, self._pages, self._output = frame, ProcedurePages(settings), Output(output)

    def render(self, jobs: Sequence[tuple[str, Citation]]) -> int:
        """Write the pages of ``jobs`` (file and citation); how many of them changed on disk."""
        assert self._frame and self._pages and self._output
        before = self._output.written
        for file, citation in jobs:
            page = self._pages.page(self._record(file), citation)
            self._output.write(f"{page.path}index.html", self._frame.shell_of(page).fill(page))
        return self._output.written - before

    def _record(self, file: str) -> Procedure:
        record = self._records.pop(file, None) or read_procedure(self._root, file, self._rules).record
        if record is None:
            raise Vanished(f"Tệp «{file}» vừa bị sửa trong lúc dựng trang. Hãy chạy lại.")
        return record
