"""Measure search in Chromium, processor throttled: ``python -m bench.search`` prints a markdown table.

First answer: from a fresh page to the first result, scripts and data included, from a local web server.
Keystroke: every beginning of every twelfth judged query, the time of one question.  Success: the judged
queries of ``tests/search/queries.tsv`` (all, and the half that was never tuned on).  Needs the real
records (CONGKHAI_SHARED).
"""

import argparse
import functools
import gzip
import http.server
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.search_catalogue import SHARED, filled
from bench.search_disturbed import disturbed
from bench.search_peers import PEERS
from generator.search.entry import SearchEntry
from tests.search.hostile import hostile
from tests.search.judging import HELD_OUT, QUERIES, Judged, Score, judge, read

SIZES = (373, 400, 6000)
THROTTLE = 4
EVERY = 12
ROUNDS = 5
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
HEAD = (
    "| engine | procedures | s@1 / s@3 | held-out half | others' 78 queries | first answer, ms "
    "| keystroke p50 / p95, ms |"
)
TIME = """async queries => { const times = [];
  for (const query of queries) { const start = performance.now(); await ask(query);
    times.push(performance.now() - start); }
  times.sort((a, b) => a - b);
  return [times[times.length >> 1], times[Math.floor(times.length * 0.95)], times[times.length - 1]]; }"""
WORST = """async queries => { let worst = 0;
  for (const query of queries) { let best = Infinity;
    for (let round = 0; round < 4 && best > 20; round++) {
      const start = performance.now(); await ask(query); best = Math.min(best, performance.now() - start); }
    worst = Math.max(worst, best); }
  return worst; }"""
FIRST = "async () => { const start = performance.now(); await ready(); return performance.now() - start; }"
ASK = """async queries => { const found = [];
  for (const query of queries) found.push(await ask(query));
  return found; }"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing for each request."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine only; gives its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/index.html"
    finally:
        server.shutdown()
        server.server_close()


def opened(browser: Browser, address: str, throttle: int) -> Page:
    page = browser.new_context().new_page()
    page.goto(address)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    return page


def first_answer(browser: Browser, address: str) -> float:
    times = []
    for _ in range(ROUNDS):
        page = opened(browser, address, THROTTLE)
        times.append(float(page.evaluate(FIRST)))
        page.context.close()
    return sorted(times)[ROUNDS // 2]


def answers(page: Page, queries: Sequence[Judged]) -> dict[str, list[str]]:
    texts = [one.query for one in queries]
    return dict(zip(texts, page.evaluate(ASK, texts), strict=True))


def keystrokes(queries: Sequence[Judged]) -> list[str]:
    return [one.query[:end] for one in queries[::EVERY] for end in range(1, len(one.query) + 1)]


def percent(score: Score) -> str:
    return f"{score.first_percent:.1f} / {score.third_percent:.1f}"


def measure(browser: Browser, address: str, name: str, size: int) -> str:
    """One row of the table."""
    ours = read(QUERIES)
    theirs = read(SHARED / "search/queries.tsv")
    first = first_answer(browser, address)
    fast = opened(browser, address, 1)
    fast.evaluate("ready()")
    held_out = [one for one in ours if one.half == HELD_OUT]
    found = answers(fast, [*ours, *theirs])
    columns = [percent(judge(found.__getitem__, queries)[""]) for queries in (ours, held_out, theirs)]
    fast.context.close()
    slow = opened(browser, address, THROTTLE)
    slow.evaluate("ready()")
    middle, high, _ = slow.evaluate(TIME, keystrokes(ours))
    slow.context.close()
    return f"| {name} | {size} | {' | '.join(columns)} | {first:.0f} | {middle:.1f} / {high:.1f} |"


def weight(folder: Path) -> str:
    files = (folder / "engine.js", folder / "search-data.js")
    total = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
    return f"{total / 1000:.1f} KB gzipped (engine and data)"


def fuzz(browser: Browser, address: str, count: int) -> str:
    """Ask hostile queries in Chromium, unthrottled; what was slow is asked again, the best of four counts."""
    page = opened(browser, address, 1)
    page.evaluate("ready()")
    queries = list(hostile(count))
    worst = max(page.evaluate(WORST, queries[start : start + 5_000]) for start in range(0, count, 5_000))
    page.context.close()
    return f"{count} hostile queries: no exception, slowest {worst:.1f} ms"


def disturbances(browser: Browser, address: str, entries: Sequence[SearchEntry]) -> str:
    """How the phrases of the catalogue are found after every disturbance, as a markdown table."""
    page = opened(browser, address, 1)
    page.evaluate("ready()")
    queries = disturbed(entries)
    found = answers(page, queries)
    page.context.close()
    rows = [
        f"| {kind or 'all'} | {score.asked} | {percent(score)} |"
        for kind, score in judge(found.__getitem__, queries).items()
    ]
    return "\n".join(["| disturbance | queries | s@1 / s@3 |", "|---|---|---|", *rows])


def run(sizes: Sequence[int], engines: Sequence[str], hostile_queries: int) -> None:
    print(f"Chromium, processor throttled {THROTTLE}x.\n\n{HEAD}\n|{'---|' * 7}")
    notes = []
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for name in engines:
            for size in sizes:
                with tempfile.TemporaryDirectory() as temporary:
                    folder = Path(temporary)
                    entries = filled(size)
                    try:
                        page = PEERS[name](folder, entries)
                    except RuntimeError as missing:
                        print(f"NOT MEASURED: {missing}.", file=sys.stderr)
                        break
                    (folder / "index.html").write_text(page, encoding="utf-8")
                    with served(folder) as address:
                        print(measure(browser, address, name, size), flush=True)
                        if name == "congkhai":
                            notes.append(f"{size}: {weight(folder)}")
                            if hostile_queries:
                                notes.append(f"{size}:\n\n{disturbances(browser, address, entries)}\n")
                                notes.append(f"{size}: {fuzz(browser, address, hostile_queries)}")
        browser.close()
    print("\n" + "\n".join(f"- {note}" for note in notes))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--engines", nargs="+", default=list(PEERS), choices=list(PEERS))
    parser.add_argument(
        "--fuzz",
        type=int,
        default=0,
        help="ask our engine so many hostile queries, and the disturbed phrases",
    )
    chosen = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit("The real records are not here; set CONGKHAI_SHARED to their folder.")
    run(chosen.sizes, chosen.engines, chosen.fuzz)


if __name__ == "__main__":
    main()
