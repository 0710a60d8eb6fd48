"""Memory of the wall display over a thousand loops: ``python -m bench.display_wall [loops]``.

Opens the sample board's screen from a folder, lets a fake clock run as fast as the machine can, and prints
nodes and bytes of the heap, after collecting garbage, at each tenth of the way.
"""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from playwright.sync_api import CDPSession

from generator.display.wall import wall_data
from generator.loading import load
from tests.chromium import chromium
from tests.display.wall.page import write_wall

ROOT = Path(__file__).parents[1]
STEPS = 10


def main() -> None:
    """Print one line for each tenth of the way."""
    loops = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    board = load(ROOT, date(2026, 11, 23)).board
    assert board
    data = wall_data(board, board.communes["10750"])
    loop = sum(slide["seconds"] for slide in data["landscape"]["slides"]) * 1000
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        page = browser.new_context(offline=True, reduced_motion="reduce").new_page()
        page.clock.install(time="2026-11-24T08:00:00+07:00")
        page.goto(write_wall(Path(folder), data))
        page.wait_for_function("calls.ready === 1")
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        start = time.perf_counter()
        page.clock.run_for(2 * loop)
        print(f"{2:5d} loops  {_used(session)}")
        for step in range(1, STEPS + 1):
            page.clock.run_for(loops // STEPS * loop)
            print(f"{step * loops // STEPS:5d} loops  {_used(session)}", flush=True)
        print(f"{time.perf_counter() - start:.0f} s for {loops * loop / 86_400_000:.1f} days of the screen")


def _used(session: CDPSession) -> str:
    session.send("HeapProfiler.collectGarbage")
    metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
    return f"{metrics['Nodes']:6.0f} nodes  {metrics['JSHeapUsedSize'] / 1e6:6.2f} MB of heap"


if __name__ == "__main__":
    main()
