"""Every type of page, served with its headers: Chromium reports not one violation."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from inspect import isfunction, signature
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from generator import urls
from generator.display.all import SCREENS
from generator.headers.policy import headers

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile);
});
"""

FORBIDDEN = """() => {
  document.body.insertAdjacentHTML("beforeend", '<p style="color:red">x</p>');
  const script = document.createElement("script");
  script.textContent = "1";
  document.body.append(script);
  new Image().src = "https://other.example/a.png";
}"""
USE = """() => {
  document.querySelectorAll("details").forEach(part => { part.open = true; });
  document.querySelectorAll("button[type=button]").forEach(button => button.click());
}"""
SETTLED = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 30)))"
FREE = re.compile(r"(?<=/)[^/]*\d[^/]*(?=/)|(?<=linh-vuc/)[^/]+(?=/)|(?<=su-kien/)[^/]+(?=/)")
"""The part of an address that is a code or a key."""
REFUSED = re.compile(r"frame-ancestors|X-Frame-Options", re.I)
CLICK = """([selector, text]) =>
  [...document.querySelectorAll(selector)].find(node => node.textContent.includes(text)).click()"""
KIOSK = (
    (".attract__touch", "", ".asking"),
    (".way", "Liên hệ", ".pairs"),
    (".tool", "Kết thúc", ".attract__touch"),
    (".attract__touch", "", ".asking"),
    (".asking", "", ".keyboard"),
    *((".key", digit, ".keyboard") for digit in "1001193"),
    ('[data-code="1.001193"] .row', "", ".procedure"),
    (".jump__to", "Giấy tờ", ".tick"),
    (".tick", "", ".jump__take"),
    (".jump__take", "", ".carry .qr"),
)
"""Through the kiosk: what is touched, which words stand on it, and what comes then."""
PARTS = ("<svg", "<table", "<details", "<figure", "<form", "<dialog")
LOADED = re.compile(r'<script src="(?:\.\./)*([^"]+)|<link rel="stylesheet" href="(?:\.\./)*([^"]+)')


class _Server(SimpleHTTPRequestHandler):
    """Answers as a web server with our configuration does."""

    def end_headers(self) -> None:
        for name, value in headers(self.path.lstrip("/")).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Stranger(SimpleHTTPRequestHandler):
    """Another site, with no policy at all."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def guarded(site: Path) -> Iterator[str]:
    """Where the site is served under its policy; ends in ``/``."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def page_types(site: Path) -> dict[str, str]:
    """One page for every form of address and every set of scripts and styles on it."""
    types: dict[str, str] = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        text = file.read_text(encoding="utf-8")
        form = FREE.sub("*", path)
        loaded = {name for pair in LOADED.findall(text) for name in pair}
        kind = " ".join([form, *sorted(loaded), *(mark for mark in PARTS if mark in text)])
        types.setdefault(kind, path)
    return types


def _open(browser: Browser, address: str) -> tuple[Page, list[str]]:
    context = browser.new_context(locale="vi-VN")
    context.add_init_script(WATCH)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.on("response", lambda answer: faults.append(answer.url) if answer.status >= 400 else None)
    page.goto(address, wait_until="load")
    return page, faults


def forms() -> set[str]:
    """The form of every address of a page that the program can make: what ``generator.urls`` offers."""
    folders = {urls.OPEN_DATA_V1, urls.DISPLAY_SHARED}
    constants = {value for value in vars(urls).values() if isinstance(value, str)}
    made = {value for value in constants if value.endswith("/") or not value} - folders
    for make in (value for value in vars(urls).values() if isfunction(value) and value is not urls.root):
        if len(signature(make).parameters) == 1 and (path := make("00000000")).endswith("/"):
            made.add(path)
    made |= {urls.display(screen.key, "00000000") for screen in SCREENS}
    return {FREE.sub("*", urls.file_of(path)) for path in made}


def test_the_sample_board_has_a_page_of_every_form_of_address(site: Path) -> None:
    known = forms()
    assert {
        "ki-ot/*/index.html",
        "nhung/xa/*/index.html",
        "kiem-tra/*/index.html",
        "su-kien/*/index.html",
    } < known
    assert known | {"404.html"} <= {kind.partition(" ")[0] for kind in page_types(site)}


def test_no_type_of_page_violates_the_policy(site: Path, guarded: str, browser: Browser) -> None:
    found: dict[str, list[str]] = {}
    for path in page_types(site).values():
        page, faults = _open(browser, guarded + path.removesuffix("index.html"))
        page.evaluate(USE)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.evaluate(SETTLED)  # violations are told a little later than they happen
        faults += page.evaluate("window.violations")
        if faults:
            found[path] = faults
        page.context.close()
    assert found == {}


def test_search_works_under_the_policy(guarded: str, browser: Browser) -> None:
    page, faults = _open(browser, guarded)
    box = page.get_by_role("combobox").first
    box.fill("lam giay khai sinh")
    page.get_by_role("option").first.wait_for()
    box.press("Enter")
    page.wait_for_url("**/tim-kiem/**")
    page.get_by_role("link", name=re.compile("khai sinh", re.I)).first.wait_for()
    assert faults + page.evaluate("window.violations") == []
    page.context.close()


def test_what_the_policy_forbids_is_noticed_by_these_tests(guarded: str, browser: Browser) -> None:
    page, faults = _open(browser, guarded)
    page.evaluate(FORBIDDEN)
    page.wait_for_function("window.violations.length >= 3")
    assert len(faults) >= 3
    page.context.close()


def test_the_screens_of_a_center_work_under_the_policy(guarded: str, browser: Browser) -> None:
    page, faults = _open(browser, f"{guarded}ki-ot/10750/")
    for selector, text, then in KIOSK:
        page.wait_for_selector(selector)
        page.evaluate(CLICK, [selector, text])
        page.wait_for_selector(then)
    faults += page.evaluate("window.violations")
    page.context.close()
    page, more = _open(browser, f"{guarded}man-hinh/10750/")
    page.wait_for_selector(".slide")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        page.evaluate(SETTLED)
    assert faults + more + page.evaluate("window.violations") == []
    page.context.close()


def test_nobody_may_frame_a_page_but_the_card(
    site: Path, guarded: str, browser: Browser, tmp_path: Path
) -> None:
    """Waits for what the browser itself says: a refused frame turns into its page of errors when it likes."""
    card = f"{urls.commune_card('10750')}"
    assert (site / card / "index.html").is_file()
    for name, path in (("page", "thu-tuc/"), ("card", card)):
        (tmp_path / f"{name}.html").write_text(f'<!doctype html><iframe src="{guarded}{path}"></iframe>')
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Stranger, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_context().new_page()
        with page.expect_console_message(lambda message: bool(REFUSED.search(message.text))):
            page.goto(f"http://127.0.0.1:{server.server_port}/page.html")
        assert all("thu-tuc" not in frame.url for frame in page.frames[1:])
        page.goto(f"http://127.0.0.1:{server.server_port}/card.html")
        page.frame_locator("iframe").get_by_text("Phú Thái").first.wait_for()
        page.context.close()
        server.shutdown()
