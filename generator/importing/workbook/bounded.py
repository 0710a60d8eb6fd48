"""Read a workbook in a bounded child process: memory, CPU, time and output have an end, the parent lives on.

A parser that meets a hostile file may use up memory, run for hours or crash; here that costs one process.
"""

import json
import subprocess
import tempfile
from dataclasses import dataclass
from typing import Any

from generator import children
from generator.importing.unreadable import Unreadable, refuse
from generator.importing.workbook.child import TOO_HEAVY
from generator.importing.workbook.sheet import Cell, CellKind, Range, Sheet
from generator.problems import Problem, Severity

_PROGRAM = ("-m", "generator.importing.workbook.child")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one workbook may cost: bytes of memory, seconds of CPU and of wall clock, bytes of answer."""

    memory: int = 1_000_000_000
    cpu: int = 60
    wall: int = 120
    output: int = 100_000_000


def read_bounded(content: bytes, file: str, limits: Limits = Limits()) -> tuple[list[Sheet], list[str]]:
    """Visible sheets that hold something, and a sentence for each hidden one.  Raises Unreadable."""
    told = _ask(content, file, limits)
    if "problem" in told:
        line, code, message, suggestion = told["problem"]
        raise Unreadable(Problem(file, line, 1, code, Severity.ERROR, message, suggestion))
    try:
        return [_sheet(sheet) for sheet in told["sheets"]], told["hidden"]
    except OverflowError:  # the child has tried the same
        raise _failed(file) from None


def _ask(content: bytes, file: str, limits: Limits) -> dict[str, Any]:
    with tempfile.TemporaryFile() as question, tempfile.TemporaryFile() as answer:
        question.write(content)
        question.seek(0)
        bounds = (str(limits.memory), str(limits.cpu), str(limits.output))
        process = subprocess.Popen(
            children.python(*_PROGRAM, *bounds, file),
            stdin=question,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env=children.environment(),
        )
        try:
            code = process.wait(limits.wall)
        except subprocess.TimeoutExpired:
            raise _too_heavy(file) from None
        finally:
            process.kill()
            process.wait()
        if code == TOO_HEAVY or _killed_by_a_limit(code):
            raise _too_heavy(file)
        answer.seek(0)
        said = answer.read(limits.output + 1)
        if code or len(said) >= limits.output:
            raise _too_heavy(file) if len(said) >= limits.output else _failed(file)
    found: dict[str, Any] = json.loads(said)
    return found


def _killed_by_a_limit(code: int) -> bool:
    """Seconds of CPU end with SIGXCPU or, where the hard limit comes at once, with SIGKILL."""
    import signal

    names = ("SIGXCPU", "SIGXFSZ", "SIGKILL")
    return -code in {getattr(signal, name) for name in names if hasattr(signal, name)}


def _sheet(told: dict[str, Any]) -> Sheet:
    cells = {
        (row, column): Cell(row, column, text, CellKind(kind), control)
        for row, column, text, kind, control in told["cells"]
    }
    merged = tuple(Range(*part) for part in told["merged"])
    sheet = Sheet(told["name"], cells, frozenset(told["hidden"]), merged)
    sheet.spread()
    return sheet


def _too_heavy(file: str) -> Unreadable:
    message = "Đọc tệp này tốn quá nhiều bộ nhớ hoặc thời gian nên đã dừng; chưa ghi gì."
    hint = "Mở bằng Excel, chép riêng bảng cần nhập sang một tệp mới, rồi lưu dạng .xlsx."
    return refuse(file, "import-too-heavy", message, hint)


def _failed(file: str) -> Unreadable:
    message = "Chương trình đọc bảng tính đã dừng đột ngột vì tệp này; chưa ghi gì."
    hint = "Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx."
    return refuse(file, "import-reader-failed", message, hint)
