"""Two snapshots of a board: what each record's page will say differently."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.changes.change import Change, Topic
from generator.changes.channels import channel_changes
from generator.changes.fields import field_changes
from generator.changes.procedure import procedure_changes, validity_changes
from generator.changes.snapshot import ORDER, Identity, Snapshot
from generator.model.commune import Commune
from generator.model.overlay import Overlay
from generator.model.procedure import Procedure
from generator.model.record import Record
from generator.model.statistics import StatisticsReport
from generator.statistics.form import LABELS
from generator.vietnamese import day, number


@dataclass(frozen=True, slots=True)
class Subject:
    """A record that changed: its file now (or where it was), what people call it, and the changes."""

    file: str
    title: str
    changes: tuple[Change, ...]
    record: Record | None
    """The record as it is now; None where it is gone."""


def compare(old: Snapshot, new: Snapshot, today: date) -> list[Subject]:
    """Every record that differs, procedures first.  What is broken on either side is left out."""
    subjects = []
    for identity in sorted({*old.records, *new.records}, key=lambda one: (ORDER[one[0].name], one[1])):
        file = new.files.get(identity) or old.files[identity]
        if file in old.broken or file in new.broken:
            continue
        before, after = old.records.get(identity), new.records.get(identity)
        changes = tuple(_changes(identity, old, new, today))
        if changes:
            names = new if after else old
            title = _title(after or before, names, identity)
            subjects.append(Subject(file, title, changes, after))
    return subjects


def _changes(identity: Identity, old: Snapshot, new: Snapshot, today: date) -> Iterator[Change]:
    before, after = old.records.get(identity), new.records.get(identity)
    if before is None and after is not None:
        yield _came(after)
        return
    if after is None and before is not None:
        yield _went(before, identity, new)
        return
    if old.files[identity] != new.files[identity]:
        yield Change(Topic.OTHER, f"Tệp chuyển từ {old.files[identity]}.")
    if before == after:
        return
    if isinstance(before, Procedure) and isinstance(after, Procedure):
        yield from procedure_changes(before, after, today)
    elif isinstance(before, Overlay) and isinstance(after, Overlay):
        yield from channel_changes(before.channels, after.channels)
        yield from validity_changes(before.validity, after.validity, today)
        yield from _plain(before, after, frozenset(("channels", "validity")))
    elif isinstance(before, StatisticsReport) and isinstance(after, StatisticsReport):
        yield from _figures(before, after)
        yield from _plain(before, after, frozenset(("total",)))
    elif before is not None and after is not None:
        yield from _plain(before, after, frozenset())


def _plain(old: Record, new: Record, skip: frozenset[str]) -> Iterator[Change]:
    for sentence in field_changes(old, new, skip=skip):
        yield Change(Topic.OTHER, sentence)


def _figures(old: StatisticsReport, new: StatisticsReport) -> Iterator[Change]:
    before, after = old.total.cells, new.total.cells
    for key, label in LABELS.items():
        if before[key] != after[key]:
            was, now = (_count(cells[key]) for cells in (before, after))
            yield Change(Topic.OTHER, f"Số hồ sơ {label}: từ {was} thành {now}.")


def _count(value: int | None) -> str:
    return "chưa nêu" if value is None else number(value)


def _came(record: Record) -> Change:
    if isinstance(record, Procedure):
        return Change(Topic.LIFECYCLE, "Thủ tục mới trên bảng.")
    if isinstance(record, StatisticsReport):
        cells = record.total.cells
        main = ("received_total", "resolved_total", "pending_total")
        said = ", ".join(f"{LABELS[key]} {number(cells[key] or 0)}" for key in main if cells[key] is not None)
        return Change(Topic.OTHER, f"Thêm kỳ số liệu: {said or 'chưa có số tổng'}.")
    return Change(Topic.OTHER, "Mục mới trên bảng.")


def _went(record: Record, identity: Identity, new: Snapshot) -> Change:
    if not isinstance(record, Procedure):
        return Change(Topic.OTHER, "Bị bỏ khỏi bảng.")
    heirs = [
        other.code
        for other in new.of(Procedure).values()
        if isinstance(other, Procedure) and identity[1] in {code[:8] for code in other.former_codes}
    ]
    if heirs:
        return Change(Topic.LIFECYCLE, f"Đổi mã: địa chỉ cũ chuyển về thủ tục {', '.join(heirs)}.")
    return Change(
        Topic.LIFECYCLE,
        "Bị xóa khỏi bảng: ai mở địa chỉ cũ sẽ không thấy trang. "
        "Thủ tục bãi bỏ thì ghi «hieu_luc», đừng xóa tệp.",
    )


def _title(record: Record | None, names: Snapshot, identity: Identity) -> str:
    if isinstance(record, Procedure):
        return f"{record.code} {record.display_name}"
    if isinstance(record, StatisticsReport):
        return f"Số liệu {_commune(names, record.commune)}, kỳ đến {day(record.until)}"
    if isinstance(record, Overlay):
        return f"Quy định riêng của {_commune(names, record.area)} cho thủ tục {record.procedure}"
    if isinstance(record, Commune):
        return record.name
    return identity[0].title


def _commune(names: Snapshot, code: str) -> str:
    for record in names.of(Commune).values():
        if isinstance(record, Commune) and record.code == code:
            return record.name
    return f"mã {code}"
