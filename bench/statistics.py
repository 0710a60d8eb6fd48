"""``python -m bench.statistics``: the figures of one province in three years, read, checked and shown.

The goal is 148 communes x 36 periods x 15 fields in under 10 seconds of CPU.
"""

import argparse
import platform
import sys
import tempfile
from pathlib import Path

from bench.build import ENVIRONMENT, ROOT
from bench.build import processor as processor_name
from bench.figures_board import write_figures_board
from bench.measure import run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communes", type=int, default=148)
    parser.add_argument("--periods", type=int, default=36)
    parser.add_argument("--fields", type=int, default=15)
    parser.add_argument("--keep", type=Path, help="a folder to leave the board and the site in")
    arguments = parser.parse_args()
    print(f"{platform.system()}, Python {platform.python_version()}, {processor_name()}, 2 processors used\n")
    if arguments.keep:
        arguments.keep.mkdir(parents=True)
        _table(arguments.keep, arguments)
        return
    with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as folder:
        _table(Path(folder), arguments)


def _table(work: Path, arguments: argparse.Namespace) -> None:
    board, site = work / "board", work / "site"
    sizes = (arguments.communes, arguments.periods, arguments.fields)
    rows = write_figures_board(ROOT, board, *sizes)
    print(
        f"## {' x '.join(map(str, sizes))}: {rows} rows\n\n| | wall s | CPU s | peak MB |\n|---|---|---|---|"
    )
    program = (sys.executable, "-m", "generator")
    source = ("--source", str(board))
    build = (*program, "build", *source, "--output", str(site), "--json")
    for name, command in (
        ("check", (*program, "check", *source)),
        ("build", build),
        ("build, nothing changed", build),
    ):
        measured = run(command, board, ENVIRONMENT | {"CONGKHAI_TODAY": "2026-01-15"})
        print(f"| {name} | {measured.wall:.2f} | {measured.cpu:.2f} | {measured.peak:.0f} |", flush=True)
    page = site / "thong-ke/index.html"
    print(f"\nThe page of all communes: {page.stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    main()
