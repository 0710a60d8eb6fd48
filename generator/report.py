"""The same problems as text for people, and as JSON, GitHub and GitLab annotations for machines."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import asdict

from generator.excerpt import Excerpt
from generator.problems import Problem, Severity

_LABELS = {Severity.ERROR: "LỖI", Severity.WARNING: "cảnh báo", Severity.HINT: "gợi ý"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


def as_text(problems: Sequence[Problem], excerpt: Excerpt | None = None) -> str:
    """Lines ``file:line:column: LỖI [code] message`` and a last line that counts.

    Below each stand the line of the file with a caret, where ``excerpt`` gives it, and what is suggested.
    """
    lines = []
    for p in problems:
        lines.append(f"{p.file}:{p.line}:{p.column}: {_LABELS[p.severity]} [{p.code}] {p.message}")
        lines += excerpt(p) if excerpt else []
        if p.suggestion:
            lines.append(f"    → {p.suggestion}")
    counts = Counter(p.severity for p in problems)
    hints = f", {counts[Severity.HINT]} gợi ý" if counts[Severity.HINT] else ""
    lines.append(f"{counts[Severity.ERROR]} lỗi, {counts[Severity.WARNING]} cảnh báo{hints}.")
    return "\n".join(lines) + "\n"


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects ``file, line, column, code, severity, message, suggestion``."""
    return json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=1) + "\n"


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows beside the changed lines."""
    lines = []
    for p in problems:
        place = f"file={_property(p.file)},line={p.line},col={p.column},title={_property(p.code)}"
        text = f"{p.message} {p.suggestion}" if p.suggestion else p.message
        lines.append(f"::{_GITHUB[p.severity]} {place}::{_data(text)}\n")
    return "".join(lines)


def as_gitlab(problems: Sequence[Problem]) -> str:
    """A Code Quality report."""
    seen = Counter[str]()
    report = []
    for problem in problems:
        identity = f"{problem.file}\0{problem.code}\0{problem.message}"
        report.append(_gitlab(problem, f"{identity}\0{seen[identity]}"))
        seen[identity] += 1
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}


def _gitlab(problem: Problem, identity: str) -> dict[str, object]:
    """``identity`` holds no line: a mistake that only moved is not a new one."""
    return {
        "description": _joined((problem.message, problem.suggestion)),
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": _GITLAB[problem.severity],
        "location": {"path": problem.file, "lines": {"begin": problem.line}},
    }


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
