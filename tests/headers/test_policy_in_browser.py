"""Every type of page, served with its headers: Chromium reports not one violation."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

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
        form = re.sub(r"(?<=/)[^/]*\d[^/]*(?=/)|(?<=linh-vuc/)[^/]+(?=/)|(?<=su-kien/)[^/]+(?=/)", "*", path)
        loaded = {name for pair in LOADED.findall(text) for name in pair}
        parts = [
            mark for mark in ("<svg", "<table", "<details", "<figure", "<form", "<dialog") if mark in text
        ]
        kind = " ".join([form, *sorted(loaded), *parts])
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


def test_no_type_of_page_violates_the_policy(site: Path, guarded: str, browser: Browser) -> None:
    types = page_types(site)
    assert len(types) > 12
    found: dict[str, list[str]] = {}
    for path in types.values():
        page, faults = _open(browser, guarded + path.removesuffix("index.html"))
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
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


def test_nobody_may_frame_a_page_but_the_card(
    site: Path, guarded: str, browser: Browser, tmp_path: Path
) -> None:
    cards = sorted((site / "nhung").rglob("index.html"))
    assert cards
    card = cards[0].relative_to(site).parent.as_posix() + "/"
    for name, path in (("page", "thu-tuc/"), ("card", card)):
        (tmp_path / f"{name}.html").write_text(f'<!doctype html><iframe src="{guarded}{path}"></iframe>')
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Stranger, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        for name, allowed in (("page", False), ("card", True)):
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/{name}.html", wait_until="load")
            assert page.frames[1].url.startswith("chrome-error:") != allowed, name
            context.close()
        server.shutdown()
