"""``python -m bench.build [N ...]``: our build against its peers, in one run, on two processors.

Ours reads YAML, checks everything and writes every page of the site; the peers only render.
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
    arguments = parser.parse_args()
    print(f"{platform.system()}, Python {platform.python_version()}, {processor()}, 2 processors used\n")
    for count in arguments.counts:
        with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as folder:
            _table(count, Path(folder), arguments.only_ours)


def _table(count: int, work: Path, only_ours: bool) -> None:
    board = work / "board"
    write_board(ROOT, board, count)
    ours = Peer("congkhai", board, _build(board, work), work / "site/thu-tuc")
    print(f"## {count} procedures\n\n| | wall s | CPU s | peak MB | KB a page | wall / ours | CPU / ours |")
    print("|---|---|---|---|---|---|---|")
    base = _row(ours, count, None)
    for peer in () if only_ours else peers(work, board, _page(work), count):
        _row(peer, count, base)
    again = run(ours.command, board, ENVIRONMENT)
    print(f"| congkhai, nothing changed | {again.wall:.2f} | {again.cpu:.2f} | {again.peak:.0f} | | | |")
    file = next(iter(sorted((board / "procedures").rglob("*.yml"))))
    file.write_text(
        file.read_text(encoding="utf-8").replace("tom_tat: ", "tom_tat: Mới, ", 1), encoding="utf-8"
    )
    edit = run(ours.command, board, ENVIRONMENT)
    print(
        f"| congkhai, one file edited | {edit.wall:.2f} | {edit.cpu:.2f} | {edit.peak:.0f} | | | |\n",
        flush=True,
    )


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


def _row(peer: Peer, count: int, base: Run | None) -> Run:
    measured = run(peer.command, peer.folder, ENVIRONMENT)
    size = check_pages(peer, count)
    ratios = f"{measured.wall / base.wall:.2f} | {measured.cpu / base.cpu:.2f}" if base else "1 | 1"
    times = f"{measured.wall:.2f} | {measured.cpu:.2f} | {measured.peak:.0f}"
    print(f"| {peer.name} | {times} | {size:.1f} | {ratios} |", flush=True)
    if base:
        shutil.rmtree(peer.folder)
    return measured


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
