"""The process that reads one workbook: standard input -> JSON on standard output, inside its limits.

``python -m generator.importing.workbook.child MEMORY CPU OUTPUT NAME``; it sets its own limits before it
reads the first byte, knows no folder, and is expected to die on what it cannot bear (see ``bounded``).
"""

import json
import sys
from typing import Any

from generator.importing.unreadable import Unreadable
from generator.importing.workbook.archive import check_archive
from generator.importing.workbook.cells import read_workbook
from generator.importing.workbook.sheet import Sheet

TOO_HEAVY = 3
"""Exit code: the memory that it may use was not enough."""


def answer(content: bytes, file: str) -> dict[str, Any]:
    """What the parent gets: sheets with their cells, or the one problem that says why not."""
    try:
        check_archive(content, file)
        sheets, hidden = read_workbook(content, file)
    except Unreadable as error:
        problem = error.problem
        told = (problem.line, problem.code, problem.message, problem.suggestion)
        return {"problem": told}
    return {"sheets": [_plain(sheet) for sheet in sheets], "hidden": hidden}


def _plain(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "cells": [
            (cell.row, cell.column, cell.text, cell.kind.value, cell.had_control)
            for cell in sheet.cells.values()
        ],
        "hidden": sorted(sheet.hidden),
        "merged": [(part.top, part.left, part.bottom, part.right) for part in sheet.merged],
    }


def limit(memory: int, cpu: int, output: int) -> None:
    """Bytes of address space, seconds of CPU, bytes of output.

    Windows knows none of these; there the parent's wall clock is what is left.
    """
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


def main() -> None:
    """Read, answer, end; a workbook that needs too much memory ends with ``TOO_HEAVY``."""
    memory, cpu, output, name = sys.argv[1:]
    limit(int(memory), int(cpu), int(output))
    try:
        told = json.dumps(answer(sys.stdin.buffer.read(), name)).encode()
    except MemoryError:
        sys.exit(TOO_HEAVY)
    sys.stdout.buffer.write(told)


if __name__ == "__main__":
    main()
