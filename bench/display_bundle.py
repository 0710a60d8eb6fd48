"""Measure how a signed bundle opens: ``python -m bench.display_bundle`` prints a table.

405 real procedures; both screens from file:// with the network off, Chromium throttled 6 times, a fresh
browser each time.  Milliseconds from the address to "ready", which comes after the verification of the whole
release, and to the frame that is drawn then.  Folders named on the command line are measured in turn with
each other instead, so that two ways of doing it meet the same machine at the same time.  Needs the real
records (CONGKHAI_SHARED).
"""

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from bench.display import SLOW, processor
from bench.search import FLAGS
from bench.search_catalogue import SHARED
from generator.cli import cli
from tests.display.kiosk.real import COMMUNE, RECEIVED, real_board

ROUNDS = 5
PAGES = ("man-hinh", "ki-ot")
QUIET = 5_000
"""Milliseconds in which nothing is asked of the page: on a throttled one a question is work too."""
NOTED = """new MutationObserver((_, self) => {
  if (!document.documentElement.hasAttribute("data-ready")) return;
  self.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = performance.now(); }));
}).observe(document, { attributes: true, childList: true, subtree: true });"""
ASKED = "() => [Number(document.documentElement.getAttribute('data-ready')), window.drawn]"
DETAILS = """async () => {
  const times = [];
  for (const row of congkhai.searchData.entries) {
    const start = performance.now();
    await congkhai.display.source.text("thu-tuc/" + row[0].slice(0, 8) + ".json");
    times.push(performance.now() - start);
  }
  return times;
}"""


def signed_bundle(folder: Path, size: int) -> Path:
    """``BANG-<code>`` with ``size`` real procedures, signed by a new key."""
    board = real_board(folder / "board", SHARED, size)
    run, key = CliRunner().invoke, str(folder / "key.pem")
    assert run(cli, ["keygen", "--output", key]).exit_code == 0
    made = run(cli, ["bundle", COMMUNE, "--output", str(folder), "--sign", key, "--source", str(board)])
    assert made.exit_code == 0, made.output
    return folder / f"BANG-{COMMUNE}"


@contextmanager
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A browser that nothing was opened in."""
    found = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
    yield browser
    browser.close()


def opened(browser: Browser, page: Path) -> Page:
    """The page when it has long been ready."""
    tab = browser.new_context(viewport={"width": 1920, "height": 1080}, offline=True).new_page()
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    tab.add_init_script(NOTED)
    tab.goto(page.as_uri(), wait_until="commit")
    time.sleep(QUIET / 1000)
    return tab


def opening(playwright: Playwright, page: Path) -> tuple[float, float, float]:
    """Milliseconds until the screen is ready, until it is drawn, and of its thread's work, times 6."""
    with chromium(playwright) as browser:
        ready, drawn = opened(browser, page).evaluate(ASKED)
    with chromium(playwright) as browser:
        return float(ready), float(drawn), SLOW * processor(browser, page.as_uri())


def details(playwright: Playwright, page: Path) -> list[float]:
    """Milliseconds to get the details of one procedure after the other out of the release."""
    with chromium(playwright) as browser:
        times: list[float] = opened(browser, page).evaluate(DETAILS)
    return times


def row(name: str, times: list[float]) -> str:
    """Median, best and worst."""
    return f"| {name} | {statistics.median(times):.0f} | {min(times):.0f} | {max(times):.0f} |"


def main() -> None:
    """Make the bundle where none is named, open it again and again, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="bundles that are there already")
    parser.add_argument("--procedures", type=int, default=RECEIVED)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="congkhai-bundle-") as temporary, sync_playwright() as playwright:
        folders = asked.folders or [signed_bundle(Path(temporary), asked.procedures)]
        pages = [folder.resolve() / f"{name}.html" for name in PAGES for folder in folders]
        rounds = [[opening(playwright, page) for page in pages] for _ in range(asked.rounds)]
        print(f"| signed bundle, throttled {SLOW}x, ms | median | best | worst |\n|---|---|---|---|")
        for number, page in enumerate(pages):
            ready, drawn, work = zip(*(one[number] for one in rounds), strict=True)
            print(row(f"{page.parent.parent.name} {page.stem}: ready", list(ready)))
            print(row(f"{page.parent.parent.name} {page.stem}: drawn", list(drawn)))
            print(row(f"{page.parent.parent.name} {page.stem}: processor time x {SLOW}", list(work)))
        for folder in folders:
            times = details(playwright, folder.resolve() / "ki-ot.html")
            print(row(f"{folder.parent.name}: one of {len(times)} details", times))


if __name__ == "__main__":
    main()
