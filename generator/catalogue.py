"""Read the catalogue: one file after the other, each to an entry and its problems.

A file whose bytes are known from the last run is not parsed again; its entry and problems are what
they were (they depend on nothing but the bytes and the rules' own inputs).  A file that the system did not
touch since is not even read.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from generator.board import Entry, entry_of
from generator.check.procedure_rules import ProcedureRules
from generator.model.procedure import Procedure
from generator.problems import Problem
from generator.reading.record import Reading, content_of, read_record
from generator.reading.stamps import stamp_of

_ENCODER = msgspec.json.Encoder()


class Scanned(msgspec.Struct, frozen=True):
    """What is kept of one procedure's file.

    ``cited`` is the SHA-256 of the entry: while it is the same, nothing that shows entries need be made anew.
    ``stamp`` says which state of the file was read, where ``reading/stamps.py`` can tell.
    """

    file: str
    digest: str
    entry: Entry | None
    cited: str
    problems: tuple[Problem, ...]
    stamp: str = ""


def read_procedure(root: Path, file: str, rules: ProcedureRules) -> Reading[Procedure]:
    """Read one procedure with the rules of its own file."""
    folder, name = file.split("/")[-2:]
    stem = name.removesuffix(".yml")
    return read_record(f"{root}/{file}", file, Procedure, lambda record: rules.check(record, folder, stem))


def scan(
    root: Path, files: Iterable[str], rules: ProcedureRules, known: Mapping[str, Scanned]
) -> tuple[list[Scanned], dict[str, Procedure]]:
    """Scan ``files``; also the records that had to be parsed, by file name, for whoever renders them next."""
    scanned: list[Scanned] = []
    parsed: dict[str, Procedure] = {}
    for file in files:
        stamp = stamp_of(f"{root}/{file}")
        if (before := known.get(file)) and (same := _unchanged(before, f"{root}/{file}", stamp)):
            scanned.append(same)
            continue
        reading = read_procedure(root, file, rules)
        record = reading.record
        entry = entry_of(record) if record else None
        cited = hashlib.sha256(_ENCODER.encode(entry) if entry else b"").hexdigest()
        scanned.append(Scanned(file, reading.digest, entry, cited, reading.problems, stamp))
        if record:
            parsed[file] = record
    return scanned, parsed


def _unchanged(before: Scanned, path: str, stamp: str) -> Scanned | None:
    """What is known of a file, where it is what it was; ``stamp`` was taken before anything was read."""
    if stamp and stamp == before.stamp:
        return before
    return msgspec.structs.replace(before, stamp=stamp) if before.digest == digest_of(path) else None


def digest_of(path: Path | str) -> str | None:
    """SHA-256 of a file's bytes, as ``read_record`` takes it; None where it cannot be read."""
    try:
        return hashlib.sha256(content_of(path)).hexdigest()
    except OSError:
        return None
