"""Measure the kiosk in Chromium, throttled 6 times: ``python -m bench.display`` prints a markdown table.

405 procedures (the 373 real records, filled up with copies of those with the longest names), opened from
file:// with the network off.  Each figure is the median of five fresh pages.  Needs the real records
(CONGKHAI_SHARED).
"""

import argparse
import shutil
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.search import FLAGS
from bench.search_catalogue import SHARED
from tests.display.kiosk.conftest import BUILT_AT, DAY
from tests.display.kiosk.folder import kiosk_release, write
from tests.display.kiosk.real import COMMUNE, RECEIVED, real_board

ROUNDS = 5
SLOW = 6
QUERY = "dang ky khai sinh cho con"
READY = "() => Number(document.documentElement.getAttribute('data-ready'))"
UNTIL = """([action, shown]) => new Promise(done => {
  const start = performance.now();
  document.querySelector(action).click();
  const took = () => done(performance.now() - start);
  const look = () => document.querySelector(shown) ? took() : requestAnimationFrame(look);
  look();
})"""
KEYS = """query => [...query].map(letter => {
  const start = performance.now();
  const event = new KeyboardEvent("keypress", { key: letter, charCode: letter.charCodeAt(0), bubbles: true });
  document.querySelector(".typed").dispatchEvent(event);
  document.querySelector(".sheet").getBoundingClientRect();
  return performance.now() - start;
})"""
LONGEST = """() => {
  const rows = congkhai.searchData.entries;
  return rows.reduce((a, b) => a[1].length >= b[1].length ? a : b)[0];
}"""


def opened(browser: Browser, address: str) -> Page:
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, offline=True)
    page = context.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    page.goto(address)
    page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    return page


def opening(page: Page) -> float:
    return float(page.evaluate(READY))


def processor(browser: Browser, address: str) -> float:
    """Milliseconds of the page's own thread until the attract loop stands, not throttled."""
    page = browser.new_context(viewport={"width": 1920, "height": 1080}, offline=True).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address)
    page.wait_for_selector("html[data-ready]", state="attached")
    told = {row["name"]: row["value"] for row in session.send("Performance.getMetrics")["metrics"]}
    page.context.close()
    return 1000 * float(told["TaskDuration"] - told["DevToolsCommandDuration"])


def first_touch(page: Page) -> float:
    return float(page.evaluate(UNTIL, [".attract__touch", ".asking"]))


def largest_list(page: Page) -> float:
    first_touch(page)
    page.evaluate(UNTIL, [".way", ".cards--field"]) if page.query_selector(".cards--event") else None
    page.evaluate("""() => {
      const count = card => Number(card.querySelector(".card__count").textContent);
      const cards = [...document.querySelectorAll(".cards--field .card")];
      cards.reduce((a, b) => count(a) >= count(b) ? a : b).id = "largest";
    }""")
    return float(page.evaluate(UNTIL, ["#largest", ".rows"]))


def longest_procedure(page: Page) -> float:
    first_touch(page)
    page.evaluate(UNTIL, [".asking", ".keyboard"])
    page.evaluate(KEYS, str(page.evaluate(LONGEST)))
    return float(page.evaluate(UNTIL, [".row", ".procedure"]))


def keys(page: Page) -> list[float]:
    """The first letter builds the index, where nobody waited for three seconds before."""
    first_touch(page)
    page.evaluate(UNTIL, [".asking", ".keyboard"])
    times: list[float] = page.evaluate(KEYS, QUERY)
    return times


def median(browser: Browser, address: str, measure: Callable[[Page], float]) -> str:
    """As ``900 (best 850)``."""
    times = []
    for _ in range(ROUNDS):
        page = opened(browser, address)
        times.append(measure(page))
        page.context.close()
    return f"{statistics.median(times):.0f} (best {min(times):.0f})"


def main() -> None:
    """Build the board and the kiosk, open it, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--procedures", type=int, default=RECEIVED)
    size = parser.parse_args().procedures
    with tempfile.TemporaryDirectory(prefix="congkhai-display-") as folder, sync_playwright() as playwright:
        board = real_board(Path(folder) / "board", SHARED, size)
        page = write(Path(folder) / "kiosk", COMMUNE, kiosk_release(board, COMMUNE, DAY), BUILT_AT)
        found = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        address = page.as_uri()
        letters = keys(opened(browser, address))
        rows: dict[str, str | float] = {
            "opens: address to attract loop": median(browser, address, opening),
            f"processor time of it, x {SLOW}": SLOW
            * statistics.median(processor(browser, address) for _ in range(ROUNDS)),
            "first touch to start screen": median(browser, address, first_touch),
            "largest field to its list": median(browser, address, largest_list),
            "longest name to its procedure": median(browser, address, longest_procedure),
            "first letter, index built then": letters[0],
            "letter, middle": statistics.median(letters[1:]),
            "letter, worst": max(letters[1:]),
        }
        print(f"| kiosk, {size} procedures, Chromium {browser.version}, throttled {SLOW}x | ms |\n|---|---|")
        for name, value in rows.items():
            print(f"| {name} | {value if isinstance(value, str) else f'{value:.0f}'} |")
        browser.close()


if __name__ == "__main__":
    main()
