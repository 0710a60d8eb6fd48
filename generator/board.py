"""The Board: everything that is to be made public, checked and immutable.

It knows no screen, no MkDocs and no disk.  Of each procedure it holds the ``Entry``: what other pages
cite.  The full record travels only to the adapter that shows it, so that 10,000 of them need not stand
in memory at once.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType

from msgspec import Struct, field

from generator.model.commune import Commune
from generator.model.completeness import forms_missing, missing_parts, unstated_parts
from generator.model.overlay import Overlay
from generator.model.procedure import Lifecycle, Procedure, Validity, lifecycle, lifecycle_between
from generator.model.proposal import Proposal
from generator.model.settings import BoardSettings, CatalogueField, LifeEvent
from generator.model.statistics import StatisticsReport
from generator.model.text import base_code
from generator.model.words import EditorWords
from generator.vietnamese import fold, sort_key


class Entry(Struct, frozen=True):
    """What other pages, lists and the search cite of a procedure."""

    code: str
    base_code: str
    """What entries are joined on: the code without the agency."""
    name: str
    plain_name: str
    """The name in plain letters: equal where nobody can tell two names apart."""
    short_name: str | None
    field: str
    detail: str
    scope: str
    provinces: tuple[str, ...]
    online_level: str | None
    applicants: tuple[str, ...]
    keywords: tuple[str, ...]
    fees: tuple[str, ...]
    time_limits: tuple[str, ...]
    since: date | None
    until: date | None
    replaced_by: tuple[str, ...]
    former_codes: tuple[str, ...]
    related: tuple[str, ...]
    changes: tuple[tuple[date, str], ...]
    reviewed_on: date | None
    missing: tuple[str, ...]
    """Keys of the parts that NĐ 63/2010 Art. 8(2) asks of every procedure and this record lacks."""
    unstated: tuple[str, ...]
    """Keys of the parts that are due only where they exist, and of which this record says nothing."""
    forms_missing: int
    """Papers that are forms by their name, but whose form the record does not name."""
    doubts: int
    decision: str | None

    @property
    def display_name(self) -> str:
        """The short name where an editor wrote one."""
        return self.short_name or self.name

    def lifecycle(self, today: date) -> Lifecycle:
        """Where the procedure stands on ``today``."""
        return lifecycle_between(self.since, self.until, today)


def entry_of(procedure: Procedure) -> Entry:
    """Keep of a procedure what others cite."""
    validity = procedure.validity or Validity()
    return Entry(
        code=procedure.code,
        base_code=base_code(procedure.code),
        name=procedure.name,
        plain_name=plain_name(procedure.name),
        short_name=procedure.short_name,
        field=procedure.field,
        detail=procedure.detail,
        scope=procedure.scope,
        provinces=procedure.provinces,
        online_level=procedure.online_level,
        applicants=procedure.applicants,
        keywords=procedure.keywords,
        fees=_distinct(channel.fee_text for channel in procedure.channels),
        time_limits=_distinct(channel.time_limit_text for channel in procedure.channels),
        since=validity.since,
        until=validity.until,
        replaced_by=validity.replaced_by,
        former_codes=procedure.former_codes,
        related=procedure.related,
        changes=tuple((note.day, note.text) for note in procedure.changes),
        reviewed_on=procedure.reviewed_on,
        missing=tuple(key for key, _ in missing_parts(procedure)),
        unstated=unstated_parts(procedure),
        forms_missing=forms_missing(procedure),
        doubts=len(procedure.doubts),
        decision=procedure.decision_number,
    )


def plain_name(name: str) -> str:
    """A name without marks, capitals and spare spaces."""
    return " ".join(fold(name).split())


def _distinct(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


class Change(Struct, frozen=True):
    """One line of the changes page: what changed, for which procedure, on which day."""

    day: date
    text: str
    entry: Entry


class Board(Struct, frozen=True, dict=True):
    """All facts of one publisher on one day.  Mappings are keyed by official codes."""

    today: date
    settings: BoardSettings
    fields: Mapping[str, CatalogueField]
    life_events: tuple[LifeEvent, ...]
    communes: Mapping[str, Commune]
    statistics: Mapping[str, tuple[StatisticsReport, ...]]
    overlays: Mapping[str, tuple[Overlay, ...]]
    proposals: tuple[Proposal, ...] = ()
    """Newest first."""
    words: EditorWords = field(default_factory=EditorWords)
    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))

    def entry(self, code: str) -> Entry | None:
        """The entry of a procedure, whatever agency suffix the code carries."""
        return self.entries.get(base_code(code))

    def field_name(self, key: str) -> str:
        """The name that people know a field by."""
        return self.fields[key].name

    @cached_property
    def in_use(self) -> tuple[Entry, ...]:
        """Entries that are in force or will be, by name as in a dictionary."""
        live = (e for e in self.entries.values() if e.lifecycle(self.today) is not Lifecycle.REPEALED)
        return tuple(sorted(live, key=lambda entry: (sort_key(entry.display_name), entry.code)))

    @cached_property
    def by_field(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries in use by field; fields in the order of ``fields.yml``, empty ones left out."""
        groups: dict[str, list[Entry]] = {key: [] for key in self.fields}
        for entry in self.in_use:
            groups[entry.field].append(entry)
        return MappingProxyType({key: tuple(entries) for key, entries in groups.items() if entries})

    def received_by(self, commune: Commune) -> tuple[Entry, ...]:
        """The procedures that a commune's center receives."""
        refused = {base_code(code) for code in commune.not_received}
        return tuple(
            entry
            for entry in self.in_use
            if entry.base_code not in refused and (not entry.provinces or commune.province in entry.provinces)
        )

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Change notes and lifecycle days of all procedures, newest first; days to come included."""
        found = []
        for entry in self.entries.values():
            found += [Change(day, text, entry) for day, text in entry.changes]
            if entry.since:
                found.append(Change(entry.since, "Bắt đầu có hiệu lực.", entry))
            if entry.until:
                found.append(Change(entry.until, "Là ngày cuối cùng còn hiệu lực.", entry))
        found.sort(key=lambda change: (change.entry.code, change.text))
        return tuple(sorted(found, key=lambda change: change.day, reverse=True))

    def overlays_of(self, code: str) -> tuple[Overlay, ...]:
        """What provinces and communes say differently of a procedure today, provinces first."""
        valid = (
            overlay
            for overlay in self.overlays.get(base_code(code), ())
            if lifecycle(overlay.validity, self.today) is Lifecycle.IN_FORCE
        )
        return tuple(sorted(valid, key=lambda overlay: (len(overlay.area), overlay.area)))

    def proposals_of(self, commune: str) -> tuple[Proposal, ...]:
        """What a commune has proposed to the agencies above it, newest first."""
        return tuple(proposal for proposal in self.proposals if proposal.commune == commune)

    def area_name(self, area: str) -> str:
        """The name of a province (two digits) or a commune (five)."""
        if len(area) == 5:
            return self.communes[area].name
        return next(p.name for p in self.settings.provinces if p.code == area)
