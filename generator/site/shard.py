"""One worker's part of the catalogue: it reads its files, keeps the records, and renders their pages."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from generator import urls
from generator.catalogue import Scanned, read_procedure, scan
from generator.check.procedure_rules import ProcedureRules
from generator.citation import Citation
from generator.display.kiosk import procedure_detail
from generator.display.site_displays import detail_file
from generator.failures import Failure
from generator.model.procedure import Procedure
from generator.model.settings import BoardSettings
from generator.open_data.datasets import as_json
from generator.open_data.procedure_parts import pieces
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
        self._settings: BoardSettings | None = None
        self._displays = False

    def scan(self, files: Sequence[str]) -> list[Scanned]:
        """Read ``files``; keep the records that had to be parsed."""
        scanned, parsed = scan(self._root, files, self._rules, self._known)
        self._records.update(parsed)
        return scanned

    def equip(self, frame: Frame, settings: BoardSettings, output: Path, displays: bool) -> None:
        """Hand over what rendering needs beside the records, and whether displays want their file of each."""
        self._frame, self._pages, self._output = frame, ProcedurePages(settings), Output(output)
        self._settings = settings
        self._displays = displays

    def render(self, jobs: Sequence[tuple[str, Citation]]) -> int:
        """Write the pages of ``jobs`` (file and citation); how many of them changed on disk."""
        assert self._frame and self._pages and self._output and self._settings
        before = self._output.written
        for file, citation in jobs:
            record = self._record(file)
            page = self._pages.page(record, citation)
            self._output.write(f"{page.path}index.html", self._frame.shell_of(page).fill(page))
            if self._settings.open_data:
                self._output.write(urls.procedure_data(record.code), as_json(record) + b"\n")
            if self._displays:
                self._output.write(detail_file(record.code), procedure_detail(record, citation))
        return self._output.written - before

    def data(self, jobs: Sequence[tuple[str, str]]) -> list[bytes]:
        """The pieces of open data that ``jobs`` (file and code) give, from the JSON beside their pages."""
        assert self._settings
        return pieces((self._json(file, code) for file, code in jobs), self._settings)

    def _json(self, file: str, code: str) -> bytes:
        assert self._output
        with suppress(OSError):
            text = (self._output.root / urls.procedure_data(code)).read_bytes()
            if text.startswith(b"{") and text.endswith(b"}\n"):
                return text
        return as_json(self._record(file)) + b"\n"

    def _record(self, file: str) -> Procedure:
        record = self._records.pop(file, None) or read_procedure(self._root, file, self._rules).record
        if record is None:
            raise Vanished(f"Tệp «{file}» vừa bị sửa trong lúc dựng trang. Hãy chạy lại.")
        return record
