"""From a folder to a Board, or to all the problems that stand in the way."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from generator.board import Board, Entry
from generator.catalogue import Scanned, scan
from generator.check.procedure_rules import ProcedureRules
from generator.check_across.cross_rules import FileFinding, check_across
from generator.foundation import Foundation, by_procedure, read_foundation
from generator.model.procedure import Procedure
from generator.model.settings import ReviewPeriods
from generator.model.text import base_code
from generator.problems import Problem, Severity, has_errors, reading_order
from generator.reading import layout, yaml_text
from generator.reading.record import Finding, place
from generator.reading.yaml_faults import YamlFault


class Loaded(Struct, frozen=True):
    """The outcome: all problems of all files in order, and the Board where none is an error."""

    problems: tuple[Problem, ...]
    board: Board | None
    files: Mapping[str, str]
    """The file of each procedure, by base code."""


def rules_for(foundation: Foundation, today: date) -> ProcedureRules:
    """The rules of single procedures on this board and day."""
    review = foundation.settings.review if foundation.settings else ReviewPeriods()
    fields = None if foundation.fields is None else tuple(foundation.fields)
    return ProcedureRules(fields, today, review)


def assemble(root: Path, foundation: Foundation, scanned: Iterable[Scanned], today: date) -> Loaded:
    """Join what was read, check across files, and make the Board."""
    scanned = sorted(scanned, key=lambda item: item.file)
    problems = list(foundation.problems)
    for item in scanned:
        problems += item.problems
    entries = {item.file: item.entry for item in scanned if item.entry}
    broken = {Path(item.file).stem for item in scanned if not item.entry}
    problems += _placed(root, check_across(entries, broken, foundation, today))
    board = None if has_errors(problems) else _board(foundation, entries.values(), today)
    if board:
        problems += _placed(root, _across_slides(board))
    ordered = tuple(sorted(set(problems), key=lambda p: (p.severity is not Severity.ERROR, reading_order(p))))
    return Loaded(ordered, board, {entry.base_code: file for file, entry in entries.items()})


def load(root: Path, today: date) -> Loaded:
    """Read a whole board in this process."""
    return load_records(root, today)[0]


def load_records(root: Path, today: date) -> tuple[Loaded, Mapping[str, Procedure]]:
    """The same, and the full records by base code."""
    files = layout.find_files(root)
    foundation = read_foundation(files, today)
    scanned, records = scan(root, files.procedures, rules_for(foundation, today), {})
    return assemble(root, foundation, scanned, today), {base_code(r.code): r for r in records.values()}


def _board(foundation: Foundation, entries: Iterable[Entry], today: date) -> Board | None:
    if foundation.settings is None or foundation.fields is None:
        return None
    return Board(
        today=today,
        settings=foundation.settings,
        fields=foundation.fields,
        life_events=foundation.life_events,
        communes=foundation.communes,
        statistics=foundation.statistics,
        overlays=by_procedure(foundation.overlays),
        proposals=foundation.proposals,
        words=foundation.words,
        entries={entry.base_code: entry for entry in entries},
    )


def _across_slides(board: Board) -> Iterator[FileFinding]:
    if not board.communes:
        return
    from generator.check_across.slide_rules import check_slides  # the whole wall display, for a fitting

    for code, commune in board.communes.items():
        for finding in check_slides(board, commune):
            yield FileFinding(f"{layout.COMMUNES}/{code}/commune.yml", finding)


def _placed(root: Path, findings: Iterable[FileFinding]) -> list[Problem]:
    groups: dict[str, list[Finding]] = {}
    for item in findings:
        groups.setdefault(item.file, []).append(item.finding)
    problems: list[Problem] = []
    for file, group in groups.items():
        try:
            text = yaml_text.decode((root / file).read_bytes())
            problems += place(group, text, file)
        except (OSError, YamlFault):  # the file changed under our hands
            problems += [Problem(file, 1, 1, f.code, f.severity, f.message, f.suggestion) for f in group]
    return problems
