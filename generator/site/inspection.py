"""What a team that inspects a commune's posted board asks, answered from the Board: complete? current?

The same facts stand on the page and in the JSON beside it.
"""

from collections.abc import Mapping
from datetime import timedelta

from msgspec import Struct

from generator.board import Board, Entry
from generator.model.commune import Commune
from generator.model.completeness import OPTIONAL_PARTS, PARTS
from generator.model.procedure import Lifecycle
from generator.proposals import is_overdue
from generator.site.inspection_data import CountData, GapData, InspectionData, PeriodData
from generator.site.statistics_view import notes
from generator.statistics import sentences
from generator.statistics.periods import Period
from generator.vietnamese import day

_POINTS = {
    "trinh_tu_thuc_hien": "điểm b",
    "cach_thuc_thuc_hien": "điểm c",
    "thanh_phan_ho_so": "điểm d",
    "thoi_han": "điểm đ",
    "doi_tuong_thuc_hien": "điểm e",
    "co_quan_thuc_hien": "điểm g",
}
"""Where NĐ 63/2010/NĐ-CP Art. 8(2) asks for each part."""

_OPTIONAL_POINTS = {
    "so_bo": "điểm d",
    "ket_qua": "điểm h",
    "yeu_cau_dieu_kien": "điểm h",
    "phi_le_phi": "điểm h",
}

_FACTS = {
    "address": "Địa chỉ Trung tâm",
    "hours": "Giờ làm việc",
    "phone": "Điện thoại",
    "email": "Thư điện tử",
    "counters": "Các quầy",
    "sources": "Nguồn của thông tin về xã",
    "reviewed_on": "Ngày rà soát thông tin về xã",
}

CHECKS = {
    "khong_quyet_dinh": "chưa ghi quyết định công bố",
    "khong_ra_soat": "chưa ghi ngày rà soát",
    "ra_soat_qua_han": "rà soát quá hạn",
    "thieu_mau": "có giấy tờ là mẫu đơn, tờ khai nhưng chưa dẫn mẫu",
    "nghi_van": "nguồn có chỗ nghi vấn",
}
"""What is asked of every procedure beside the parts of Art. 8(2)."""


class Gaps(Struct, frozen=True):
    """What one procedure lacks: keys of parts, of optional parts, and of ``CHECKS``."""

    entry: Entry
    parts: tuple[str, ...]
    optional: tuple[str, ...]
    checks: tuple[str, ...]
    words: tuple[str, ...]
    """The lacking parts and the checks in words; optional parts are counted but not held against it."""


class Count(Struct, frozen=True):
    """How many procedures lack one thing.  ``point`` is where the decree asks for it."""

    key: str
    label: str
    point: str
    lacking: int


class PeriodFound(Struct, frozen=True):
    """One period of figures: what contradicts in it or between it and the one before, and the answer."""

    period: str
    notes: tuple[str, ...]
    explanation: str | None


class Inspection(Struct, frozen=True):
    """Everything that the page of one commune says."""

    commune: Commune
    province: str
    total: int
    full: int
    complete: int
    """Procedures that lack no part of Art. 8(2)."""
    parts: tuple[Count, ...]
    optional: tuple[Count, ...]
    checks: tuple[Count, ...]
    gaps: tuple[Gaps, ...]
    upcoming: tuple[Entry, ...]
    repealed: tuple[Entry, ...]
    periods: tuple[PeriodFound, ...]
    figures_age: str | None
    unpublished: tuple[str, ...]
    proposals: int
    overdue: int

    @property
    def unexplained(self) -> int:
        """Periods that contradict and that nobody explained."""
        return sum(bool(found.notes) and not found.explanation for found in self.periods)


class Inspector:
    """Looks at each procedure once, however many communes receive it."""

    def __init__(self, board: Board):
        self._board = board
        self._gaps: Mapping[str, Gaps] = {
            entry.base_code: gaps for entry in board.in_use if (gaps := _gaps(board, entry))
        }
        self._repealed = tuple(
            entry for entry in board.entries.values() if entry.lifecycle(board.today) is Lifecycle.REPEALED
        )

    def commune(self, commune: Commune) -> Inspection:
        """The inspection of one commune's board."""
        board, received = self._board, self._board.received_by(commune)
        gaps = tuple(self._gaps[e.base_code] for e in received if e.base_code in self._gaps)
        proposals = board.proposals_of(commune.code)
        reports = board.statistics.get(commune.code, ())
        return Inspection(
            commune=commune,
            province=board.area_name(commune.province),
            total=len(received),
            full=sum(entry.detail == "day_du" for entry in received),
            complete=len(received) - sum(bool(found.parts) for found in gaps),
            parts=_counts(PARTS, _POINTS, [key for found in gaps for key in found.parts]),
            optional=_counts(OPTIONAL_PARTS, _OPTIONAL_POINTS, [k for found in gaps for k in found.optional]),
            checks=_counts(CHECKS, {}, [key for found in gaps for key in found.checks]),
            gaps=tuple(found for found in gaps if found.words),
            upcoming=tuple(e for e in received if e.since and e.since > board.today),
            repealed=tuple(e for e in self._repealed if not e.provinces or commune.province in e.provinces),
            periods=_periods(board, commune),
            figures_age=sentences.age(reports[-1].until, board.today).words if reports else None,
            unpublished=tuple(label for name, label in _FACTS.items() if not getattr(commune, name)),
            proposals=len(proposals),
            overdue=sum(is_overdue(proposal, board.today) for proposal in proposals),
        )


def as_data(found: Inspection, board: Board) -> InspectionData:
    """The same facts for machines."""
    return InspectionData(
        code=found.commune.code,
        name=found.commune.name,
        day=board.today,
        total=found.total,
        full=found.full,
        complete=found.complete,
        parts=_counted(found.parts),
        optional=_counted(found.optional),
        checks=_counted(found.checks),
        gaps=tuple(
            GapData(
                code=gaps.entry.code,
                name=gaps.entry.name,
                detail=gaps.entry.detail,
                parts=gaps.parts,
                optional=gaps.optional,
                checks=gaps.checks,
                reviewed_on=gaps.entry.reviewed_on,
            )
            for gaps in found.gaps
        ),
        upcoming=tuple(entry.code for entry in found.upcoming),
        repealed=tuple(entry.code for entry in found.repealed),
        periods=tuple(
            PeriodData(period=each.period, notes=each.notes, explanation=each.explanation)
            for each in found.periods
        ),
        unpublished=found.unpublished,
        proposals=found.proposals,
        overdue=found.overdue,
    )


def _gaps(board: Board, entry: Entry) -> Gaps | None:
    checks, words = [], [f"thiếu {PARTS[key]}" for key in entry.missing]
    review = board.settings.review
    days = review.full if entry.detail == "day_du" else review.catalogue
    if not entry.decision:
        checks.append("khong_quyet_dinh")
    if not entry.reviewed_on:
        checks.append("khong_ra_soat")
    elif entry.reviewed_on + timedelta(days=days) < board.today:
        checks.append("ra_soat_qua_han")
    if entry.forms_missing:
        checks.append("thieu_mau")
    if entry.doubts:
        checks.append("nghi_van")
    for key in checks:
        last = (
            f" (lần cuối {day(entry.reviewed_on)})" if key == "ra_soat_qua_han" and entry.reviewed_on else ""
        )
        words.append(CHECKS[key] + last)
    if not words and not entry.unstated:
        return None
    return Gaps(entry, entry.missing, entry.unstated, tuple(checks), tuple(words))


def _counts(labels: Mapping[str, str], points: Mapping[str, str], found: list[str]) -> tuple[Count, ...]:
    return tuple(Count(key, label, points.get(key, ""), found.count(key)) for key, label in labels.items())


def _counted(counts: tuple[Count, ...]) -> tuple[CountData, ...]:
    return tuple(CountData(key=each.key, label=each.label, lacking=each.lacking) for each in counts)


def _periods(board: Board, commune: Commune) -> tuple[PeriodFound, ...]:
    reports = board.statistics.get(commune.code, ())
    return tuple(
        PeriodFound(
            sentences.period(Period(report.since, report.until)),
            notes(board, reports[: index + 1]),
            report.explanation,
        )
        for index, report in enumerate(reports)
    )
