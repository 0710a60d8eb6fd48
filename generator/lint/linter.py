"""What the rules of wording say of a file, and of a board."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml

from generator.lint.imported import edited_since_import
from generator.lint.quiet import is_quiet
from generator.lint.rules import RULES
from generator.lint.source import read_source
from generator.loading import load
from generator.model.statistics import StatisticsReport
from generator.problems import Problem, Severity, reading_order
from generator.reading import yaml_text
from generator.reading.kinds import Kind, files_of_kinds
from generator.reading.record import content_of
from generator.reading.yaml_faults import YamlFault


def lint_text(file: str, text: str, kind: Kind) -> list[Problem]:
    """What the rules say of a text that the reader accepts, as it stands in ``file``."""
    source = read_source(file, text, kind.model)
    return sorted({problem for rule in RULES for problem in rule(source)}, key=reading_order)


def check_board(root: Path, today: date) -> list[Problem]:
    """Every problem of a board, advice on wording included: errors first, then warnings, then hints."""
    problems = load(root, today).problems
    faulty = {problem.file for problem in problems if problem.severity is Severity.ERROR}
    sound = ((file, kind) for file, kind in files_of_kinds(root) if file not in faulty)
    ranks = list(Severity)
    every = {*problems, *_lint(root, sound)}
    return sorted(every, key=lambda problem: (ranks.index(problem.severity), reading_order(problem)))


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
