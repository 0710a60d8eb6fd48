"""One worker's part of the catalogue: it reads its files, keeps the records, and renders their pages."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from generator import urls
from generator.catalogue import Scanned, read_procedure, scan
from generator.check.procedure_rules import ProcedureRules
from generator.citation import Citation
from generator.display.site_displays import detail_file
from generator.failures import Failure
from generator.model.plain import as_json
from generator.model.procedure import Procedure
from generator.model.settings import BoardSettings
from generator.site.output import Output
from generator.site.page_keys import Job
from generator.site.procedure_page import CitedRecord, ProcedurePages
from generator.site.shell import Shell, shell_of


class Vanished(Failure):
    """A file that was read a moment ago is gone or broken now: somebody is editing under our hands."""


_TOGETHER = 25
"""Pages made side by side: few enough for what they are made of to stay in a processor's own memory."""

Maker = Callable[[Procedure, Citation], tuple[str, bytes]]
"""Makes a file that lies beside a procedure's page: its path and bytes."""


class _Tools(Struct, frozen=True):
    """What rendering needs beside the records."""

    shells: Mapping[str, Shell]
    pages: ProcedurePages
    settings: BoardSettings
    output: Output
    makers: Sequence[Maker]


class Shard:
    """State of one worker between reading and rendering."""

    def __init__(self, root: Path, rules: ProcedureRules, known: Mapping[str, Scanned]):
        self._root = root
        self._rules = rules
        self._known = known
        self._records: dict[str, Procedure] = {}
        self._tools: _Tools | None = None

    def scan(self, files: Sequence[str]) -> list[Scanned]:
        """Read ``files``; keep the records that had to be parsed."""
        scanned, parsed = scan(self._root, files, self._rules, self._known)
        self._records.update(parsed)
        return scanned

    def equip(
        self, shells: Mapping[str, Shell], settings: BoardSettings, output: Path, displays: bool
    ) -> None:
        """Hand over what rendering needs beside the records, and whether displays want their file of each."""
        makers: list[Maker] = []
        if settings.open_data:
            makers.append(_open_data_file)
        if displays:
            makers.append(_display_file)
        self._tools = _Tools(shells, ProcedurePages(settings), settings, Output(output), makers)

    def render(self, jobs: Sequence[Job]) -> int:
        """Write the pages of ``jobs``; how many files changed on disk."""
        assert self._tools
        before = self._tools.output.written
        for start in range(0, len(jobs), _TOGETHER):
            self._write([(self._record(file), cited) for file, cited in jobs[start : start + _TOGETHER]])
        return self._tools.output.written - before

    def _write(self, cited: Sequence[CitedRecord]) -> None:
        assert self._tools
        shells, output = self._tools.shells, self._tools.output
        pages = self._tools.pages.pages(cited)
        filled = [shell_of(shells, page).fill(page) for page in pages]
        for page, content in zip(pages, filled, strict=True):
            output.write(f"{page.path}index.html", content)
        for maker in self._tools.makers:
            for procedure, citation in cited:
                output.write(*maker(procedure, citation))

    def data(self, jobs: Sequence[tuple[str, str]]) -> list[bytes]:
        """The pieces of open data that ``jobs`` (file and code) give, from the JSON beside their pages."""
        from generator.open_data.procedure_parts import pieces

        assert self._tools
        root = self._tools.output.root
        return pieces((self._json(root, file, code) for file, code in jobs), self._tools.settings)

    def _json(self, root: Path, file: str, code: str) -> bytes:
        with suppress(OSError):
            text = (root / urls.procedure_data(code)).read_bytes()
            if text.startswith(b"{") and text.endswith(b"}\n"):
                return text
        return _line(self._record(file))

    def _record(self, file: str) -> Procedure:
        record = self._records.pop(file, None) or read_procedure(self._root, file, self._rules).record
        if record is None:
            raise Vanished(f"Tệp «{file}» vừa bị sửa trong lúc dựng trang. Hãy chạy lại.")
        return record


def _open_data_file(record: Procedure, _: Citation) -> tuple[str, bytes]:
    return urls.procedure_data(record.code), _line(record)


def _line(record: Procedure) -> bytes:
    return as_json(record) + b"\n"


def _display_file(record: Procedure, citation: Citation) -> tuple[str, bytes]:
    from generator.display.kiosk import procedure_detail  # a board without communes never waits for it

    return detail_file(record.code), procedure_detail(record, citation)
