"""All records of a folder at one moment, of every kind; a file with errors is named and left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model.commune import Commune
from generator.model.procedure import Procedure
from generator.model.record import Record
from generator.model.text import base_code
from generator.problems import Problem, has_errors
from generator.reading.kinds import KINDS, Kind, files_of_kinds
from generator.reading.record import read_record

Identity = tuple[Kind, str]
"""A record's kind and what names it: a procedure's base code, any other file's path."""


@dataclass(frozen=True)
class Snapshot:
    """``files`` leads from a record to its file; ``problems`` are the errors of files that were left out."""

    records: Mapping[Identity, Record]
    files: Mapping[Identity, str]
    problems: tuple[Problem, ...]

    @property
    def broken(self) -> frozenset[str]:
        """The files that were left out."""
        return frozenset(problem.file for problem in self.problems)

    def of(self, model: type[Record]) -> dict[str, Record]:
        """The records of one type, by what names them."""
        return {name: record for (kind, name), record in self.records.items() if kind.model is model}


def take_snapshots(old: Path, new: Path) -> tuple[Snapshot, Snapshot]:
    """Both moments of a board.  Files of the same bytes are not read: nothing changes in them.

    Communes are always read, for their names; so is everything where a procedure is gone, for its heirs.
    """
    before, after = (dict(files_of_kinds(root)) for root in (old, new))
    gone = any(kind.model is Procedure and file not in after for file, kind in before.items())
    same = frozenset(
        file
        for file, kind in before.items()
        if not gone and file in after and kind.model is not Commune and _equal(old / file, new / file)
    )
    return take_snapshot(old, same), take_snapshot(new, same)


def _equal(one: Path, other: Path) -> bool:
    try:
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def take_snapshot(root: Path, skip: frozenset[str] = frozenset()) -> Snapshot:
    """Read every record below ``root`` but those of ``skip``; nothing is raised for what a file holds."""
    records: dict[Identity, Record] = {}
    files: dict[Identity, str] = {}
    problems: list[Problem] = []
    for file, kind in files_of_kinds(root):
        if file in skip:
            continue
        reading = read_record(root / file, file, kind.model)
        if reading.record is None:
            problems += [problem for problem in reading.problems if has_errors([problem])]
            continue
        record: Record = reading.record
        named = base_code(record.code) if isinstance(record, Procedure) else file
        records[kind, named], files[kind, named] = record, file
    return Snapshot(records, files, tuple(problems))


ORDER = {kind.name: index for index, kind in enumerate((*KINDS[::-1],))}
"""Procedures first: they are what a change is mostly about."""
