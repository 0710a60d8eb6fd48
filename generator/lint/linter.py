"""What the rules of wording say of a file, and of a board."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from generator.catalogue import Scanned, scan
from generator.check.procedure_rules import ProcedureRules
from generator.foundation import read_foundation
from generator.lint.imported import edited_since_import
from generator.lint.quiet import is_quiet
from generator.lint.rules import RULES
from generator.lint.source import read_source
from generator.loading import assemble, rules_for
from generator.model.statistics import StatisticsReport
from generator.pieces import pieces, worker_count
from generator.problems import Problem, Severity, reading_order
from generator.reading import layout, yaml_text
from generator.reading.kinds import Kind, files_of_kinds
from generator.reading.record import content_of
from generator.reading.yaml_faults import YamlFault
from generator.workers import Crew


def lint_text(file: str, text: str, kind: Kind) -> list[Problem]:
    """What the rules say of a text that the reader accepts, as it stands in ``file``."""
    source = read_source(file, text, kind.model)
    return sorted({problem for rule in RULES for problem in rule(source)}, key=reading_order)


def check_board(root: Path, today: date, workers: int | None = None) -> list[Problem]:
    """Every problem of a board, advice on wording included: errors first, then warnings, then hints."""
    files = layout.find_files(root)
    foundation = read_foundation(files, today)
    written = list(files_of_kinds(root))
    checker = partial(_Checker, root, rules_for(foundation, today))
    with Crew(checker, worker_count(workers, len(written))) as crew:
        scanned = _shared(crew, "scan", files.procedures)
        problems = assemble(root, foundation, scanned, today).problems
        faulty = {problem.file for problem in problems if problem.severity is Severity.ERROR}
        advice = _shared(crew, "lint", [each for each in written if each[0] not in faulty])
    ranks = list(Severity)
    every = {*problems, *advice}
    return sorted(every, key=lambda problem: (ranks.index(problem.severity), reading_order(problem)))


def _shared(crew: Crew, method: str, files: Sequence[Any]) -> list[Any]:
    hand = iter([(part,) for part in pieces(files, len(crew))])
    return [one for _, _, found in crew.share(method, [hand] * len(crew)) for one in found]


class _Checker:
    """One worker's part of a check."""

    def __init__(self, root: Path, rules: ProcedureRules):
        self._root = root
        self._rules = rules

    def scan(self, files: Sequence[str]) -> list[Scanned]:
        """What the rules of its kind say of each procedure."""
        return scan(self._root, files, self._rules, {})[0]

    def lint(self, files: Sequence[tuple[str, Kind]]) -> list[Problem]:
        """What the rules of wording say of files without errors."""
        return list(_lint(self._root, files))


def _lint(root: Path, files: Iterable[tuple[str, Kind]]) -> Iterator[Problem]:
    for file, kind in files:
        try:
            text = yaml_text.decode(content_of(root / file))
            if kind.model is StatisticsReport and is_quiet(text):
                continue
            found = [*lint_text(file, text, kind), *edited_since_import(root, file, text, kind)]
        except (OSError, YamlFault, yaml.YAMLError):
            continue  # the check has read it: it changed under our hands
        yield from found
