"""What an import did, record by record: imported, doubtful, left out; nothing is dropped in silence."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from msgspec import structs

from generator.importing.merge import Conflict
from generator.problems import Problem
from generator.reading.yaml_text import Data

_QUOTED = 80
_COMMON = 5


class Outcome(StrEnum):
    """What became of one record."""

    CREATED = "tao_moi"
    UPDATED = "cap_nhat"
    UNCHANGED = "khong_doi"
    REFUSED = "khong_nhap"


_OUTCOMES = {
    Outcome.CREATED: "tạo mới",
    Outcome.UPDATED: "cập nhật",
    Outcome.UNCHANGED: "không đổi",
    Outcome.REFUSED: "KHÔNG NHẬP",
}


@dataclass(frozen=True, slots=True)
class RecordReport:
    """One record of one input.  ``imported``: the keys that were written."""

    code: str
    source: str
    outcome: Outcome
    file: str | None = None
    imported: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(slots=True)
class Report:
    """Of one run.  ``left``: what no record owns, such as a sheet or a row without a code."""

    records: list[RecordReport] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def count(self, outcome: Outcome) -> int:
        """How many records ended so."""
        return sum(record.outcome is outcome for record in self.records)

    @property
    def doubtful(self) -> int:
        """How many records someone should look at."""
        return sum(bool(record.doubtful or record.conflicts) for record in self.records)


def as_json(report: Report) -> str:
    """Everything, values of conflicts in full."""
    summary = {outcome.value: report.count(outcome) for outcome in Outcome}
    data = {
        "tong_so": {**summary, "nghi_van": report.doubtful, "loi": len(report.problems)},
        "ban_ghi": [asdict(record) for record in report.records],
        "linh_vuc_moi": report.fields,
        "chua_nhap": report.left,
        "loi": [structs.asdict(problem) for problem in report.problems],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def as_text(report: Report) -> str:
    """For a clerk at a terminal: what is said of many records alike is said once."""
    return "\n".join([*_problems(report), *_records(report), *_others(report), *_summary(report)])


def _problems(report: Report) -> Iterator[str]:
    for problem in report.problems:
        yield f"LỖI {problem.file}, dòng {problem.line}, cột {problem.column}: {problem.message}"
        if problem.suggestion:
            yield f"    {problem.suggestion}"


def _records(report: Report) -> Iterator[str]:
    common = _common(report)
    silent = sum(map(_has_nothing_to_say, report.records))
    for record in report.records:
        if silent > _COMMON and _has_nothing_to_say(record):
            continue
        where = f" → {record.file}" if record.file else ""
        yield f"{record.code}: {_OUTCOMES[record.outcome]}{where} ({record.source})"
        if record.imported:
            yield f"  + đã nhập: {', '.join(record.imported)}"
        yield from (f"  ? {sentence}" for sentence in record.doubtful)
        for conflict in record.conflicts:
            yield f"  ! {conflict.key}: {explain(conflict)}"
        yield from (f"  - {sentence}" for sentence in record.left if sentence not in common)


def _has_nothing_to_say(record: RecordReport) -> bool:
    """Unchanged, and nothing to look at: of many such records the last line is enough."""
    return record.outcome is Outcome.UNCHANGED and not (record.doubtful or record.left or record.conflicts)


def _common(report: Report) -> dict[str, int]:
    counts = Counter(sentence for record in report.records for sentence in record.left)
    return {sentence: count for sentence, count in counts.items() if count > _COMMON}


def _others(report: Report) -> Iterator[str]:
    yield from (f"- {sentence} ({count} bản ghi)" for sentence, count in _common(report).items())
    yield from (f"- {sentence}" for sentence in report.left)
    yield from (f"Lĩnh vực mới: {name}" for name in report.fields)


def _summary(report: Report) -> Iterator[str]:
    parts = [f"{_OUTCOMES[outcome].lower()} {report.count(outcome)}" for outcome in Outcome]
    parts += [f"cần xem lại {report.doubtful}", f"lỗi {len(report.problems)}"]
    yield f"Tổng số {len(report.records)} bản ghi: {', '.join(parts)}."


def explain(conflict: Conflict) -> str:
    """Why a value stayed, with both values."""
    if conflict.kept is None:
        return f"đã xóa bằng tay, giữ nguyên; nguồn ghi {_short(conflict.offered)}."
    return f"đã sửa tay, giữ nguyên {_short(conflict.kept)}; nguồn ghi {_short(conflict.offered)}."


def _short(value: Data) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return f"«{text[:_QUOTED]}…»" if len(text) > _QUOTED else f"«{text}»"
