"""Displays on the site hold a whole release, change when nobody is touching, go on without a network."""

import hashlib
import json
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.site.build import build

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("online")]

ROOT = Path(__file__).parents[2]
DAY, NEXT_DAY = date(2026, 11, 22), date(2026, 11, 23)
FIVE_MINUTES = 301_000
INSECURE = """
Object.defineProperty(self.crypto, "subtle", {value: undefined});
Object.defineProperty(self, "caches", {value: undefined});
Object.defineProperty(Navigator.prototype, "serviceWorker", {value: undefined});
"""
READY = "document.documentElement.hasAttribute('data-ready')"
HELD = """async () => {
  const notes = await caches.open('congkhai-dang-dung');
  const note = await notes.match(location.origin + '/man-hinh/10750/dang-dung');
  return note ? (await note.json()).now : null;
}"""


class _Server(ThreadingHTTPServer):
    """Serves a folder; ``down`` cuts the line, ``damaged`` names a file whose bytes arrive wrong."""

    daemon_threads = True

    def __init__(self, folder: Path):
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
        self.down = False
        self.damaged = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, _Server)
        if self.server.down:
            self.close_connection = True
            return
        path = self.path.partition("?")[0]
        if self.server.damaged and path.endswith(self.server.damaged):
            content = Path(self.translate_path(path)).read_bytes()[:-2] + b"??"
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
            return
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site of a small board on one day and, with another fee for certified copies, on the next."""
    board = tmp_path_factory.mktemp("board")
    for folder in ("content", "procedures"):
        shutil.copytree(ROOT / folder, board / folder)
    shutil.copy(ROOT / "mkdocs.yml", board)
    first, second = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    assert build(board, first, DAY).pages
    settings = board / "content/communes/10750/commune.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("Phú Thái", "Phú Thái Mới"), encoding="utf-8"
    )
    assert build(board, second, NEXT_DAY).pages
    return first, second


@pytest.fixture
def server(built: tuple[Path, Path], tmp_path: Path) -> Iterator[_Server]:
    shutil.copytree(built[0], tmp_path / "site")
    with _Server(tmp_path / "site") as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def publish(built: tuple[Path, Path], tmp_path: Path) -> Iterator[Callable[[], None]]:
    def publish() -> None:
        shutil.copytree(built[1], tmp_path / "site", dirs_exist_ok=True)

    yield publish


@pytest.fixture
def device(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    yield context
    context.close()


def _open(device: BrowserContext, server: _Server, screen: str = "ki-ot", script: str = "") -> Page:
    page = device.new_page()
    page.clock.install(time="2026-11-23T02:00:00Z")
    if script:
        page.add_init_script(script)
    page.goto(f"{server.address}{screen}/10750/")
    _until(page, READY)
    return page


def _until(page: Page, expression: str, seconds: float = 20) -> object:
    """The page's policy forbids what Playwright's own waiting does."""
    for _ in range(int(seconds * 10)):
        if found := page.evaluate(expression):
            return found
        time.sleep(0.1)
    raise AssertionError(f"{expression} after {seconds} s; page says: {page.inner_text('body')[:400]}")


def _version(server: _Server, page: Page) -> str:
    return str(page.evaluate("congkhai.display.source.version"))


@pytest.mark.parametrize("screen", ["man-hinh", "ki-ot"])
def test_a_screen_opens_without_an_error_and_asks_nobody_else(
    device: BrowserContext, server: _Server, screen: str
) -> None:
    wrong: list[str] = []
    page = device.new_page()
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda r: None if r.url.startswith((server.address, "blob:", "data:")) else wrong.append(r.url),
    )
    page.goto(f"{server.address}{screen}/10750/")
    _until(page, READY)
    assert "Phú Thái" in page.inner_text("#man")
    _until(page, HELD)
    assert wrong == []


@pytest.mark.parametrize("screen", ["man-hinh", "ki-ot"])
def test_a_device_that_was_switched_off_opens_without_a_network(
    device: BrowserContext, server: _Server, screen: str
) -> None:
    page = _open(device, server, screen)
    _until(page, HELD)
    _until(page, "navigator.serviceWorker.ready.then(() => true)")
    page.close()
    server.down = True
    again = _open(device, server, screen)
    assert "Phú Thái" in again.inner_text("#man")
    assert (
        again.evaluate("congkhai.display.source.text('thu-tuc/1.001193.json').then((text) => text.length)")
        > 500
    )


def test_a_new_release_is_taken_when_nobody_is_touching(
    device: BrowserContext, server: _Server, publish: Callable[[], None]
) -> None:
    page = _open(device, server)
    before = _until(page, HELD)
    page.evaluate("self.touching = true; congkhai.display.busy = () => self.touching;")
    publish()
    page.clock.run_for(FIVE_MINUTES)
    _until(page, f"({HELD})().then((now) => now !== '{before}')")
    page.clock.run_for(10_000)
    assert _version(server, page) == before, "somebody is touching"
    page.evaluate("self.touching = false")
    with page.expect_navigation():
        page.clock.run_for(6_000)
    _until(page, READY)
    assert _version(server, page) != before
    assert "Phú Thái Mới" in page.inner_text("#man")


def test_a_damaged_file_keeps_the_release_that_is_shown(
    device: BrowserContext, server: _Server, publish: Callable[[], None]
) -> None:
    page = _open(device, server)
    before = _until(page, HELD)
    server.damaged = "/ki-ot/10750/du-lieu.json"
    publish()
    page.evaluate("congkhai.display.notice = (notice) => { self.said = notice && notice.code; }")
    page.clock.run_for(FIVE_MINUTES)
    assert _until(page, "self.said") == "tai-loi"
    assert page.evaluate(HELD) == before
    server.damaged = ""
    with page.expect_navigation():
        page.clock.run_for(FIVE_MINUTES)
    _until(page, READY)
    assert _version(server, page) != before


def test_without_a_network_the_screen_goes_on_and_says_so(device: BrowserContext, server: _Server) -> None:
    page = _open(device, server)
    _until(page, HELD)
    # The last word keeps Playwright from calling the function that the line would otherwise be.
    page.evaluate("congkhai.display.notice = (told) => { self.said = told ? told.code : 'nothing'; }; null")
    server.down = True
    page.clock.run_for(FIVE_MINUTES)
    assert _until(page, "self.said") == "mat-mang"
    server.down = False
    page.clock.run_for(FIVE_MINUTES)
    _until(page, "self.said === 'nothing'")


def test_over_plain_http_an_open_page_outlives_the_network(device: BrowserContext, server: _Server) -> None:
    page = _open(device, server, script=INSECURE)
    page.wait_for_load_state("networkidle")
    server.down = True
    page.evaluate("self.before = true; congkhai.display.reload()")
    time.sleep(0.5)
    assert page.evaluate("self.before"), "a page that cannot be had again is not left"
    assert (
        page.evaluate("congkhai.display.source.text('thu-tuc/1.001193.json').then((text) => text.length)")
        > 500
    )


def test_a_release_that_does_not_start_gives_way_to_the_one_before(
    device: BrowserContext, server: _Server, publish: Callable[[], None], tmp_path: Path
) -> None:
    page = _open(device, server)
    before = _until(page, HELD)
    publish()
    _break(tmp_path / "site")
    with page.expect_navigation():
        page.clock.run_for(FIVE_MINUTES)
    _until(page, f"({HELD})().then((now) => now !== '{before}')")
    page.wait_for_load_state("networkidle")
    with page.expect_navigation():
        page.clock.run_for(16_000)
    _until(page, READY)
    assert _version(server, page) == before
    page.clock.run_for(FIVE_MINUTES)
    time.sleep(1)
    assert _version(server, page) == before, "a release that failed is not tried for ever"


def test_a_release_that_failed_gets_another_try_when_the_device_is_switched_on(
    device: BrowserContext, server: _Server
) -> None:
    page = _open(device, server)
    before = _until(page, HELD)
    assert page.evaluate("congkhai.online.store({version: 'x', pages: []}, new Map())")
    assert page.evaluate("congkhai.online.back('x')")
    assert page.evaluate("congkhai.online.isBad('x')")
    page.reload()
    _until(page, READY)
    assert page.evaluate("congkhai.online.isBad('x')"), "the same run of the device"
    page.close()
    page = _open(device, server)
    _until(page, "congkhai.online.isBad('x').then((bad) => !bad)")
    assert _version(server, page) == before


def test_a_device_that_slept_is_not_taken_for_a_release_that_does_not_start(
    device: BrowserContext, server: _Server, tmp_path: Path
) -> None:
    _break(tmp_path / "site")
    page = device.new_page()
    page.clock.install(time="2026-11-23T02:00:00Z")
    page.goto(f"{server.address}ki-ot/10750/")
    _until(page, "Boolean(self.congkhai.display.source)")
    page.evaluate("self.before = true")
    for _ in range(5):
        page.clock.fast_forward(60_000)
        time.sleep(0.2)
    assert page.evaluate("self.before")
    with page.expect_navigation():
        page.clock.run_for(16_000)
        time.sleep(1)
        page.clock.run_for(31_000)


def _break(site: Path) -> None:
    """Put a kiosk that never stands into a release whose digests are right."""
    script = site / "man-hinh/chung/kiosk/kiosk.js"
    script.write_text("self.congkhai.display.kiosk = { start: function () {} };\n", encoding="utf-8")
    listed = site / "man-hinh/chung/ke-khai.json"
    data = json.loads(listed.read_bytes())
    data["files"]["kiosk/kiosk.js"][1] = hashlib.sha256(script.read_bytes()).hexdigest()
    listed.write_text(json.dumps(data), encoding="utf-8")
    version = site / "man-hinh/10750/phien-ban.json"
    said = json.loads(version.read_bytes())
    said["shared"][1] = hashlib.sha256(listed.read_bytes()).hexdigest()
    version.write_text(json.dumps(said), encoding="utf-8")
