"""``python -m bench.build [N ...]``: our build against its peers, in one run, on two processors.

Ours reads YAML, checks everything and writes every page of the site; the peers only render.  Every program
runs several times, in turn with the others, from nothing; the best of its times stand in the table: what a
machine does beside only ever adds to them.
"""

import argparse
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from bench.catalogue import write_board
from bench.measure import Run, run
from bench.peers import BODY, Peer, check_pages, peers

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {
    "CONGKHAI_TODAY": "2025-11-22",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(ROOT),
    "PYTHONDONTWRITEBYTECODE": "",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[2000, 10000], help="how many procedures")
    parser.add_argument("--only-ours", action="store_true", help="leave the peers out")
    parser.add_argument("--rounds", type=int, default=3, help="how often each program runs")
    arguments = parser.parse_args()
    print(f"{platform.system()}, Python {platform.python_version()}, {processor()}, 2 processors used\n")
    for count in arguments.counts:
        with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as folder:
            _table(count, Path(folder), arguments.rounds, arguments.only_ours)


def _table(count: int, work: Path, rounds: int, only_ours: bool) -> None:
    board = work / "board"
    write_board(ROOT, board, count)
    ours = Peer("congkhai", board, _build(board, work), work / "site/thu-tuc")
    programs = [ours]
    if not only_ours:
        run(ours.command, board, ENVIRONMENT)
        programs += peers(work, board, _page(work), count)
    found: dict[str, list[Run]] = {program.name: [] for program in programs}
    for _ in range(rounds):
        for program in programs:
            _forget(program)
            found[program.name].append(run(program.command, program.folder, ENVIRONMENT))
    print(f"## {count} procedures, best of {rounds}\n")
    print(
        "| | wall s | CPU s | peak MB | KB a page | wall / ours | CPU / ours |\n|---|---|---|---|---|---|---|"
    )
    base = _best(found[ours.name])
    for program in programs:
        best = _best(found[program.name])
        ratios = (
            f"{best.wall / base.wall:.2f} | {best.cpu / base.cpu:.2f}" if program is not ours else "1 | 1"
        )
        size = check_pages(program, count)
        print(
            f"| {program.name} | {best.wall:.2f} | {best.cpu:.2f} | {best.peak:.0f} | {size:.1f} | {ratios} |"
        )
    _again("nothing changed", [run(ours.command, board, ENVIRONMENT) for _ in range(rounds)])
    files = sorted((board / "procedures").rglob("*.yml"))[:rounds]
    _again("one file edited", [_edited(ours, file) for file in files])


def _forget(program: Peer) -> None:
    """Nothing of an earlier run is left: neither pages nor what was remembered of them."""
    shutil.rmtree(program.output.parent, ignore_errors=True)
    shutil.rmtree(program.folder / ".congkhai", ignore_errors=True)


def _best(runs: list[Run]) -> Run:
    return Run(min(r.wall for r in runs), min(r.cpu for r in runs), max(r.peak for r in runs))


def _edited(ours: Peer, file: Path) -> Run:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("tom_tat: ", "tom_tat: Mới, ", 1), encoding="utf-8")
    return run(ours.command, ours.folder, ENVIRONMENT)


def _again(what: str, runs: list[Run]) -> None:
    best = _best(runs)
    print(f"| congkhai, {what} | {best.wall:.2f} | {best.cpu:.2f} | {best.peak:.0f} | | | |", flush=True)


def _build(board: Path, work: Path) -> tuple[str, ...]:
    return (
        sys.executable,
        "-m",
        "generator",
        "build",
        "--source",
        str(board),
        "--output",
        str(work / "site"),
        "--json",
    )


def _page(work: Path) -> str:
    """The peers' template: one of our finished pages, the same article from data in its article's place."""
    page = next(iter(sorted((work / "site/thu-tuc").glob("1.*/index.html")))).read_text(encoding="utf-8")
    before, _, rest = page.partition('<article class="procedure">')
    article, _, after = rest.partition("</article>")
    code = article[article.index('<figure class="qr-box">') : article.index("</figure>") + len("</figure>")]
    return before + BODY.read_text(encoding="utf-8").replace("QR", code) + after


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else ():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


if __name__ == "__main__":
    main()
