"""Read everything of a board but its catalogue: settings, communes, figures, overlays, proposals and more.

These files are few and small; they are read again at every run.
"""

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Self, TypeVar

from msgspec import Struct

from generator.check import area_rules, proposal_rules, statistics_rules
from generator.model.commune import Commune
from generator.model.overlay import Overlay
from generator.model.proposal import Proposal
from generator.model.record import Record
from generator.model.settings import BoardSettings, CatalogueField, Fields, LifeEvent, LifeEvents
from generator.model.statistics import StatisticsReport
from generator.model.text import base_code
from generator.model.words import EditorWords
from generator.problems import Problem, Severity
from generator.reading import layout
from generator.reading.record import Finding, Reading, read_record
from generator.reading.words import read_words

R = TypeVar("R", bound=Record)


class Foundation(Struct, frozen=True):
    """What the catalogue stands on.  ``settings`` and ``fields`` are None where their file is broken."""

    settings: BoardSettings | None
    fields: Mapping[str, CatalogueField] | None
    life_events: tuple[LifeEvent, ...]
    communes: Mapping[str, Commune]
    statistics: Mapping[str, tuple[StatisticsReport, ...]]
    statistics_files: Mapping[str, tuple[str, ...]]
    overlays: tuple[tuple[str, Overlay], ...]
    proposals: tuple[Proposal, ...]
    words: EditorWords
    digest: str
    problems: tuple[Problem, ...]


class _Reader:
    """Collects problems and digests while files are read."""

    def __init__(self, root: Path):
        self.root = root
        self.problems: list[Problem] = []
        self.digest = hashlib.sha256()

    def one(
        self, file: str, model: type[R], rules: Callable[[R], Iterable[Finding]] | None = None
    ) -> R | None:
        reading: Reading[R] = read_record(self.root / file, file, model, rules)
        self.problems += reading.problems
        self.digest.update(f"{file}\0{reading.digest}\0".encode())
        return reading.record


def read_foundation(files: layout.SourceFiles, today: date) -> Foundation:
    """Read the board's own files; every mistake becomes a problem, nothing is raised."""
    with _uncollected():
        return _read(files, today)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Reading makes millions of small containers and no cycles: looking for some takes a third of it.

    What was read stands as long as the board does, so later searches leave it out too (a fifth of a build).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _read(files: layout.SourceFiles, today: date) -> Foundation:
    reader = _Reader(files.root)
    settings = reader.one(layout.BOARD, BoardSettings, area_rules.settings_check(today))
    fields = reader.one(layout.FIELDS, Fields, area_rules.check_fields)
    events = _optional(reader, layout.LIFE_EVENTS, LifeEvents, area_rules.check_life_events)
    known = _Known.of(files, settings, fields)
    communes = _communes(reader, files, known, today)
    statistics = _statistics(reader, files, communes, known, today)
    overlays = _overlays(reader, files, known)
    proposals = _proposals(reader, files, known, today)
    for stray in files.strays:
        reader.problems.append(_stray(stray))
    words, mistakes = read_words(files.root)
    reader.problems += mistakes
    return Foundation(
        settings=settings,
        fields={item.key: item for item in fields.items} if fields else None,
        life_events=events.items if events else (),
        communes=communes,
        statistics={code: tuple(report for _, report in group) for code, group in statistics.items()},
        statistics_files={code: tuple(file for file, _ in group) for code, group in statistics.items()},
        overlays=overlays,
        proposals=proposals,
        words=words,
        digest=reader.digest.hexdigest(),
        problems=tuple(reader.problems),
    )


def by_procedure(overlays: Iterable[tuple[str, Overlay]]) -> dict[str, tuple[Overlay, ...]]:
    """Group overlays by the base code of the procedure that they speak of."""
    groups: dict[str, list[Overlay]] = {}
    for _, overlay in overlays:
        groups.setdefault(base_code(overlay.procedure), []).append(overlay)
    return {code: tuple(group) for code, group in groups.items()}


class _Known(Struct, frozen=True):
    """The codes that other files may refer to; None where the file that lists them is broken itself.

    A commune is known by its folder, so that one mistake inside its file is not reported in others too.
    """

    provinces: tuple[str, ...] | None
    fields: tuple[str, ...] | None
    communes: tuple[str, ...]

    @classmethod
    def of(cls, files: layout.SourceFiles, settings: BoardSettings | None, fields: Fields | None) -> Self:
        return cls(
            tuple(province.code for province in settings.provinces) if settings else None,
            tuple(item.key for item in fields.items) if fields else None,
            tuple(layout.parts(file)[-2] for file in files.communes),
        )


def _optional(
    reader: _Reader, file: str, model: type[R], rules: Callable[[R], Iterable[Finding]]
) -> R | None:
    path = reader.root / file
    return reader.one(file, model, rules) if path.exists() or path.is_symlink() else None


def _communes(reader: _Reader, files: layout.SourceFiles, known: _Known, today: date) -> dict[str, Commune]:
    communes = {}
    for file in files.communes:
        check = area_rules.commune_check(layout.parts(file)[-2], known.provinces, known.fields, today)
        if commune := reader.one(file, Commune, check):
            communes[commune.code] = commune
    return communes


def _statistics(
    reader: _Reader,
    files: layout.SourceFiles,
    communes: Mapping[str, Commune],
    known: _Known,
    today: date,
) -> dict[str, list[tuple[str, StatisticsReport]]]:
    reports: dict[str, list[tuple[str, StatisticsReport]]] = {}
    for file in files.statistics:
        check = statistics_rules.report_check(layout.parts(file)[-3], known.communes, known.fields, today)
        report = reader.one(file, StatisticsReport, check)
        if report and report.commune in communes:
            reports.setdefault(report.commune, []).append((file, report))
    for group in reports.values():
        group.sort(key=lambda filed: (filed[1].until, filed[1].since or date.min, filed[0]))
    return reports


def _overlays(reader: _Reader, files: layout.SourceFiles, known: _Known) -> tuple[tuple[str, Overlay], ...]:
    areas = None if known.provinces is None else (*known.provinces, *known.communes)
    overlays = []
    for file in files.overlays:
        *_, area, stem = layout.parts(file)
        if overlay := reader.one(file, Overlay, area_rules.overlay_check(area, stem, areas)):
            overlays.append((file, overlay))
    return tuple(overlays)


def _proposals(
    reader: _Reader, files: layout.SourceFiles, known: _Known, today: date
) -> tuple[Proposal, ...]:
    """Newest first."""
    found = []
    for file in files.proposals:
        check = proposal_rules.proposal_check(layout.parts(file)[-1], known.communes, today)
        if proposal := reader.one(file, Proposal, check):
            found.append(proposal)
    found.sort(key=lambda proposal: proposal.key)
    return tuple(sorted(found, key=lambda proposal: proposal.day, reverse=True))


def _stray(name: str) -> Problem:
    message = "Tệp nằm ngoài các chỗ quy định nên không được đọc."
    hint = "Chuyển tệp vào đúng thư mục hoặc xóa đi."
    if not name.endswith(".yml"):
        message = "Tệp không mang đuôi .yml nên không được đọc."
        hint = "Đổi đuôi tệp thành .yml."
        if name.lower().endswith(".txt"):
            hint = "Đổi tên tệp: bỏ «.txt» ở cuối (Windows có khi giấu phần này; bật «Đuôi tên tệp» để thấy)."
    return Problem(name, 1, 1, "file-stray", Severity.WARNING, message, hint)
