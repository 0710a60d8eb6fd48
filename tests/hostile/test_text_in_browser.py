"""What scripts show (wall display, kiosk, search) is text too: no word makes an element or runs anything."""

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from itertools import cycle
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.site.build import build
from tests.build.conftest import DAY
from tests.hostile.boards import write_board
from tests.hostile.filling import Given
from tests.hostile.strings import AIMED
from tests.hostile.texts import Texts
from tests.site.conftest import Silent

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ELEMENTS = """root => [...root.querySelectorAll("*")].map(element => [
  element.localName + "." + element.className,
  ...[...element.attributes].map(a => a.name).filter(name => /^on/.test(name)),
].join(" "))"""
"""Kinds of elements, with every attribute that could run something."""

SLIDES = """async () => {
  const data = JSON.parse(await congkhai.display.source.text("man-hinh/du-lieu.json"));
  return [data.landscape, data.portrait].flatMap(layout => layout.slides).map(slide => {
    const node = congkhai.display.wall.draw(slide);
    return {elements: (ELEMENTS)(node), text: node.textContent};
  });
}""".replace("ELEMENTS", ELEMENTS)
CLICK = """([selector, text]) =>
  [...document.querySelectorAll(selector)].find(node => node.textContent.includes(text)).click()"""

WAYS = (
    ((".way", "Liên hệ", ".pairs"),),
    ((".way", "Tìm theo lĩnh vực", ".cards--field"), (".card", "", ".rows")),
    ((".card", "", ".rows"),),
    (
        (".asking", "", ".keyboard"),
        *((".key", digit, ".keyboard") for digit in "1001190"),
        ('[data-code="1.001190"] .row', "", ".procedure"),
    ),
)
"""Through the kiosk: what is touched, which words stand on it, and what comes then."""

LISTS = (".cards--field", ".rows")
"""What comes first in a list follows from the words."""

Seen = tuple[set[str], str]
"""The kinds of elements on some screens, and all their text."""


def _wall(page: Page, address: str) -> Seen:
    page.goto(f"{address}man-hinh/10750/")
    page.wait_for_selector("html[data-ready]", state="attached")
    slides = page.evaluate(SLIDES)
    assert len(slides) > 10
    return {element for slide in slides for element in slide["elements"]}, "\n".join(
        s["text"] for s in slides
    )


def _kiosk(page: Page, address: str) -> Seen:
    page.goto(f"{address}ki-ot/10750/")
    page.wait_for_selector("html[data-ready]", state="attached")
    elements: set[str] = set()
    texts: list[str] = []
    for way in WAYS:
        page.evaluate(CLICK, [".attract__touch", ""])
        page.wait_for_selector(".asking")
        for selector, text, then in way:
            page.evaluate(CLICK, [selector, text])
            page.wait_for_selector(then)
            shown, said = _screen(page)
            elements |= shown
            texts += [said] if then not in LISTS else []
        page.evaluate(CLICK, [".tool", "Kết thúc"])
        page.wait_for_selector(".attract__touch")
    return elements, "\n".join(texts)


def _search(page: Page, address: str) -> Seen:
    page.goto(f"{address}tim-kiem/#q=1.001190")
    page.get_by_role("main").get_by_role("heading", level=2).first.wait_for()
    page.get_by_role("combobox").first.fill("1.001190")
    page.get_by_role("option").first.wait_for()
    return _screen(page)


def _screen(page: Page) -> Seen:
    body = page.locator("body")
    text: Any = body.evaluate("body => body.textContent")
    return set(body.evaluate(ELEMENTS)), text


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Texts, str, str]]:
    """The texts, and where the hostile site and its twin are served."""
    texts = Texts(cycle(AIMED), 90)
    servers = []
    for given in (texts, texts.twin()):
        site = _built(tmp_path_factory.mktemp("site"), given)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site)))
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
    yield texts, *(f"http://127.0.0.1:{server.server_port}/" for server in servers)  # type: ignore[misc]
    for server in servers:
        server.shutdown()
        server.server_close()


def _built(folder: Path, given: Given) -> Path:
    write_board(folder / "board", given)
    assert build(folder / "board", folder / "site", DAY, workers=1).pages
    return folder / "site"


SHOWN = {
    "wall": (_wall, {"Notice.tieu_de", "Notice.noi_dung", "Commune.dia_chi", "CatalogueField.ten"}),
    "kiosk": (_kiosk, {"Commune.dia_chi", "Procedure.ten", "Paper.ten"}),
    "search": (_search, {"Procedure.ten"}),
}


@pytest.mark.parametrize("screen", SHOWN)
def test_what_scripts_show_stays_text(screen: str, sites: tuple[Texts, str, str], browser: Browser) -> None:
    texts, hostile, plain = sites
    show, wanted = SHOWN[screen]
    said: list[str] = []
    seen = []
    for address in (hostile, plain):
        page = browser.new_context(locale="vi-VN", service_workers="block").new_page()
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("pageerror", lambda error: said.append(str(error)))
        seen.append(show(page, address))
        page.context.close()
    assert said == []
    (elements, text), (twins_elements, twins_text) = seen
    assert elements <= twins_elements
    arrived = set()
    for free, ours, theirs in texts.given:
        if theirs in twins_text:
            arrived.add(free.name)
            assert ours in text, (free.name, ours)
    assert wanted <= arrived
