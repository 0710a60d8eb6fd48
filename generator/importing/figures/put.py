"""Put a report of figures into the folder: a new file whole, an existing one cell by cell."""

from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from generator.explain.messages import explain
from generator.importing import leaves
from generator.importing.board_folder import BoardFolder
from generator.importing.fields_file import FieldsFile, like
from generator.importing.figures.draft import FiguresDraft
from generator.importing.ledger import Stamp, fingerprint
from generator.importing.merge import Conflict, Merge, merge
from generator.importing.nested_edit import rewrite
from generator.importing.refusal import Refusal, existing_record, last_ledger, refused_or, reported
from generator.importing.report import Outcome, RecordReport
from generator.importing.text_edit import NotEditable
from generator.model.convert import Refused, record_of
from generator.model.statistics import StatisticsReport
from generator.model.times import parse_date
from generator.reading import yaml_text
from generator.reading.record import read_content
from generator.reading.yaml_text import Data
from generator.statistics.periods import Period
from generator.vietnamese import day
from generator.writing.yaml_writer import in_model_order, write_record

_HEAD = frozenset(("xa", "tu", "den", "nguon"))
"""What says which report this is: not cells that one import may change under an editor's hand."""


class FiguresImporter:
    """One run over one folder."""

    def __init__(self, folder: BoardFolder, fields: FieldsFile):
        self.folder = folder
        self.fields = fields

    def put(self, draft: FiguresDraft) -> RecordReport:
        """Write one report; whatever hinders it is told."""
        return refused_or(draft, lambda: self._put(draft))

    def _put(self, draft: FiguresDraft) -> RecordReport:
        _fit(draft)
        path = self._find(draft)
        for name in draft.new_fields:
            self._name_field(draft, name)
        draft.values = in_model_order(draft.values, StatisticsReport)
        return self._update(draft, path) if path else self._create(draft)

    def _name_field(self, draft: FiguresDraft, name: str) -> None:
        """Rows of a field that the board has not yet get its new key."""
        key = self.fields.key(name)
        rows = draft.values.get("theo_linh_vuc")
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict) and row.get("linh_vuc") == name:
                row["linh_vuc"] = key
        draft.doubt(
            f"Lĩnh vực «{name}» chưa có trên bảng nên đã thêm vào content/fields.yml với khóa «{key}»."
        )

    def _find(self, draft: FiguresDraft) -> Path | None:
        """The file of this commune that has the same period; one without a first day may be the same."""
        near = None
        for path in self.folder.reports(draft.code):
            reading = read_content(path.read_bytes(), "", StatisticsReport)
            if reading.record is None:
                if draft.until and path.stem.endswith(draft.until.isoformat()):
                    raise Refusal(f"Tệp {self.folder.name(path)} đang có lỗi; hãy sửa rồi nhập lại.")
                continue
            if reading.record.until == draft.until and reading.record.since == draft.since:
                return path
            if reading.record.until == draft.until and None in (reading.record.since, draft.since):
                near = path
        return near

    def _create(self, draft: FiguresDraft) -> RecordReport:
        name = _period_name(draft, self.folder.reports(draft.code))
        path = self.folder.new_report(draft.code, name)
        content = write_record(draft.values, StatisticsReport).encode()
        if yaml_text.parse(yaml_text.decode(content)) != draft.values:
            raise Refusal("Số liệu viết ra không đọc lại được đúng như nguồn.")
        self.folder.write(path, content)
        found = leaves.leaves(draft.values)
        stamps = {
            leaves.label(at): Stamp(draft.rank, fingerprint(value))
            for at, value in found.items()
            if at[0] not in _HEAD
        }
        self.folder.write_ledger(_ledger(path, draft), stamps)
        return reported(draft, Outcome.CREATED, self.folder.name(path), tuple(map(leaves.label, found)))

    def _update(self, draft: FiguresDraft, path: Path) -> RecordReport:
        content, existing = existing_record(path)
        ledger = last_ledger(self.folder, _ledger(path, draft), draft)
        old, new = leaves.leaves(existing), leaves.leaves(draft.values)
        cells = {at: _as_it_stands(value, old.get(at)) for at, value in new.items() if at[0] not in _HEAD}
        paths = {leaves.label(at): at for at in cells}
        named = {leaves.label(at): value for at, value in old.items()}
        offered = replace(draft, values={leaves.label(at): value for at, value in cells.items()})
        merged = merge(named, offered, ledger)
        changes = {paths[key]: value for key, value in merged.changes.items() if key in paths}
        changes |= _head(existing, draft, changes)
        if changes:
            self._edit(path, content, existing, changes)
        if merged.ledger != ledger:
            self.folder.write_ledger(_ledger(path, draft), merged.ledger)
        return self._told(draft, path, tuple(map(leaves.label, changes)), merged)

    def _edit(
        self, path: Path, content: bytes, existing: dict[str, Data], changes: dict[leaves.Path, Data]
    ) -> None:
        wanted = in_model_order(leaves.planted(existing, changes), StatisticsReport)
        try:
            new = like(content, rewrite(yaml_text.decode(content), wanted, StatisticsReport))
        except NotEditable:
            told = ", ".join(map(leaves.label, changes))
            raise Refusal(
                f"Tệp đã có được trình bày khác thường nên không sửa; cần sửa tay: {told}."
            ) from None
        self.folder.write(path, new)

    def _told(
        self, draft: FiguresDraft, path: Path, imported: tuple[str, ...], merged: Merge
    ) -> RecordReport:
        for note in merged.notes:
            draft.doubt(note)
        outcome = Outcome.UPDATED if imported else Outcome.UNCHANGED
        report = reported(draft, outcome, self.folder.name(path), imported)
        conflicts: tuple[Conflict, ...] = tuple(merged.conflicts)
        return replace(report, conflicts=conflicts)


def _ledger(path: Path, draft: FiguresDraft) -> str:
    return f"statistics/{draft.code}/{path.stem}"


def _period_name(draft: FiguresDraft, taken: list[Path]) -> str:
    """A file is named by its last day; where that is taken by another period, by both days."""
    assert draft.until
    name = draft.until.isoformat()
    if draft.since and any(path.stem == name for path in taken):
        return f"{draft.since.isoformat()}--{name}"
    return name


def _fit(draft: FiguresDraft) -> None:
    """Keep only what the model takes; what it refuses is named in the report."""
    needed = ("xa", "den", "tong_hop", "nguon")
    for _ in range(20):
        try:
            record_of(StatisticsReport, _with_field_keys(draft.values))
            return
        except Refused as refused:
            for mistake in refused.mistakes:
                _, message, _, path, _ = explain(mistake, StatisticsReport)
                key = str(path[0])
                if key in needed:
                    raise Refusal(message) from None
                if draft.values.pop(key, None) is not None:
                    draft.leave(f"Mục «{key}» của nguồn không hợp lệ nên không nhập. {message}")


def _with_field_keys(values: dict[str, Data]) -> dict[str, Data]:
    """The same values with a stand-in where a field has no key yet."""
    rows = values.get("theo_linh_vuc")
    if not isinstance(rows, list):
        return values
    return {**values, "theo_linh_vuc": [{**row, "linh_vuc": "x"} for row in rows if isinstance(row, dict)]}


def _as_it_stands(value: Data, mine: Data) -> Data:
    """The file's own spelling where it says the same: 16/07/2025 and 2025-07-16, 87,2 and 87.20."""
    if isinstance(value, str) and isinstance(mine, str) and value != mine:
        for same in (_same_day, _same_number):
            if same(value, mine):
                return mine
    return value


def _same_day(one: str, other: str) -> bool:
    try:
        return parse_date(one) == parse_date(other)
    except ValueError:
        return False


def _same_number(one: str, other: str) -> bool:
    try:
        return Decimal(one.replace(",", ".")) == Decimal(other.replace(",", "."))
    except InvalidOperation:
        return False


def _head(
    existing: dict[str, Data], draft: FiguresDraft, changes: dict[leaves.Path, Data]
) -> dict[leaves.Path, Data]:
    """The first day where the file has none, and the source of every cell that comes from it."""
    found: dict[leaves.Path, Data] = {}
    if draft.since and "tu" not in existing:
        found[("tu",)] = draft.since.isoformat()
        period = Period(draft.since, draft.until or date.max)
        draft.doubt(f"Tệp đã có chưa ghi ngày đầu kỳ; đã thêm {day(period.since or date.min)} theo nguồn.")
    known, added = existing.get("nguon"), draft.values.get("nguon")
    if changes and isinstance(known, list) and isinstance(added, list):
        names = {item.get("ten") for item in known if isinstance(item, dict)}
        new = [item for item in added if isinstance(item, dict) and item.get("ten") not in names]
        if new:
            found[("nguon",)] = [*known, *new]
    return found
