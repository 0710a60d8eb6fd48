"""The folder that an import writes to: finds records by code, reads and writes nothing outside itself."""

import re
from pathlib import Path

from generator import disk
from generator.importing import ledger as ledgers
from generator.importing.ledger import Ledger
from generator.model.commune import Commune
from generator.model.text import base_code
from generator.reading import layout
from generator.reading.record import read_content

_CODE = re.compile(r"[1-9]\.\d{6}(\.000\.00\.00)?(\.H\d{2})?", re.ASCII)
_REPORT = re.compile(r"\d{4}-\d{2}-\d{2}(--\d{4}-\d{2}-\d{2})?", re.ASCII)
_LEDGER = re.compile(r"[1-9]\.\d{6}|statistics/\d{5}/[A-Za-z0-9._-]+", re.ASCII)
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class OutsideFolder(Exception):
    """A name that would lead out of the board's folder."""


def is_code(text: str) -> bool:
    """Whether this is a procedure's code, and so may name a file."""
    return bool(_CODE.fullmatch(text))


class BoardFolder:
    """One board's files, by what they hold."""

    def __init__(self, root: Path):
        self.root = root.resolve()
        files = layout.find_files(self.root).procedures
        self._records = {base_code(layout.parts(file)[-1]): self.root / file for file in files}

    @property
    def fields(self) -> Path:
        """``content/fields.yml``."""
        return self.root / layout.FIELDS

    def find(self, code: str) -> Path | None:
        """The file of a procedure, in whatever field's folder; joined on the base code."""
        return self._records.get(base_code(code))

    def new_record(self, code: str, field: str) -> Path:
        """Where a record that the board has not yet goes."""
        if not is_code(code) or not _KEY.fullmatch(field):
            raise OutsideFolder(code)
        return self.root / layout.PROCEDURES / field / f"{code}.yml"

    def name(self, path: Path) -> str:
        """How messages call a file."""
        return path.relative_to(self.root).as_posix()

    def write_record(self, path: Path, content: bytes) -> None:
        """Write a procedure's file and remember where it is."""
        self.write(path, content)
        self._records[base_code(path.stem)] = path

    def write(self, path: Path, content: bytes) -> None:
        """Replace a file in one move: whoever reads sees the old one or the new one, never a half."""
        if not path.parent.resolve().is_relative_to(self.root):
            raise OutsideFolder(str(path))
        disk.make_folder(path.parent)
        disk.replace(path, content)

    def communes(self) -> dict[str, str]:
        """Code -> name of the communes that the board has; one whose file has errors has no name yet."""
        found = {}
        for file in layout.find_files(self.root).communes:
            commune = read_content((self.root / file).read_bytes(), "", Commune).record
            found[layout.parts(file)[-2]] = commune.name if commune else ""
        return found

    def reports(self, commune: str) -> list[Path]:
        """The files of figures that a commune has."""
        return sorted((self._commune(commune) / "statistics").glob("*.yml"))

    def new_report(self, commune: str, period: str) -> Path:
        """Where figures of a period that the commune has not yet go."""
        if not _REPORT.fullmatch(period):
            raise OutsideFolder(period)
        return self._commune(commune) / "statistics" / f"{period}.yml"

    def read_ledger(self, name: str) -> Ledger:
        """What the last import wrote under this name; empty where there was none.  Raises ValueError."""
        path = self._ledger(name)
        return ledgers.read_ledger(path.read_bytes()) if path.is_file() else {}

    def write_ledger(self, name: str, ledger: Ledger) -> None:
        """Remember what this import wrote: for a procedure, or for ``statistics/<commune>/<period>``."""
        self.write(self._ledger(name), ledgers.write_ledger(ledger))

    def _commune(self, code: str) -> Path:
        if not re.fullmatch(r"\d{5}", code, re.ASCII):
            raise OutsideFolder(code)
        return self.root / layout.COMMUNES / code

    def _ledger(self, name: str) -> Path:
        if not _LEDGER.fullmatch(name) or ".." in name:
            raise OutsideFolder(name)
        return self.root / ledgers.FOLDER / f"{name}.json"
