"""``python -m bench.open_data [N]``: what open data costs beside the pages, and after an edit.

CPU seconds of all processes, the best of three runs each, switched on and off in turn.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from bench.build import ENVIRONMENT, ROOT
from bench.catalogue import write_board
from bench.measure import Run, run

_OFF = "du_lieu_mo: khong\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=2000, help="how many procedures")
    count: int = parser.parse_args().count
    with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as folder:
        board = Path(folder) / "board"
        write_board(ROOT, board, count)
        settings = board / "content/board.yml"
        off = settings.read_text(encoding="utf-8")
        assert _OFF in off
        texts = {"off": off, "on": off.replace(_OFF, "")}
        _frame(board, Path(folder), settings, texts)
        full: dict[str, list[Run]] = {"off": [], "on": []}
        edit: dict[str, list[Run]] = {"off": [], "on": []}
        for _ in range(3):
            for name, text in texts.items():
                settings.write_text(text, encoding="utf-8")
                for state in (board / ".congkhai").glob("state-*"):
                    state.unlink()
                shutil.rmtree(Path(folder) / "site", ignore_errors=True)
                full[name].append(_build(board, Path(folder)))
                _touch(board)
                edit[name].append(_build(board, Path(folder)))
        _print(count, "everything", full)
        _print(count, "one file edited", edit)


def _frame(board: Path, work: Path, settings: Path, texts: dict[str, str]) -> None:
    for text in texts.values():  # the frame is kept, so that MkDocs is in neither figure
        settings.write_text(text, encoding="utf-8")
        _build(board, work)


def _build(board: Path, work: Path) -> Run:
    command = (sys.executable, "-m", "generator", "build", "--source", str(board))
    return run((*command, "--output", str(work / "site"), "--json"), board, ENVIRONMENT)


def _touch(board: Path) -> None:
    file = next(iter(sorted((board / "procedures").rglob("*.yml"))))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("tom_tat: ", "tom_tat: Mới, ", 1), encoding="utf-8")


def _print(count: int, what: str, runs: dict[str, list[Run]]) -> None:
    off, on = (min(each.cpu for each in runs[name]) for name in ("off", "on"))
    peak = max(each.peak for each in runs["on"])
    extra = (on - off) / count * 1000
    print(f"{what}: {off:.2f} s without, {on:.2f} s with; {extra:.3f} ms a procedure; peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
