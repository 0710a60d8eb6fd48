"""A Chromium that opens bundles from file:// with the network off, and keeps what went wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from generator.bundle.verify import SIDES
from tests.display.bundle.small import TUESDAY, bundle, key


@dataclass
class Display:
    """One machine: what its browser remembers lives as long as this object."""

    context: BrowserContext
    wrong: list[str] = field(default_factory=list)

    def open(self, folder: Path, name: str = "ki-ot", script: str = "") -> Page:
        """Open a screen and wait until something stands on it."""
        page = self.page(script)
        page.goto((folder / f"{name}.html").as_uri())
        page.wait_for_selector("#corner, .loader-nothing p", state="attached")
        return page

    def page(self, script: str = "") -> Page:
        """An empty page of this machine; ``script`` runs before everything else in it."""
        page = self.context.new_page()
        if script:
            page.add_init_script(script)
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", self._request)
        return page

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.wrong.append(text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith(("file:", "blob:", "data:")):
            self.wrong.append(request.url)


@pytest.fixture
def display(browser: Browser) -> Iterator[Display]:
    context = browser.new_context(offline=True)
    yield Display(context)
    context.close()


@pytest.fixture
def updated(tmp_path: Path) -> Path:
    """A signed bundle with «bản một» on side a and, newer and current, «bản hai» on side b."""
    folder = bundle(tmp_path, "bản một", signer=key()).folder
    assert bundle(tmp_path, "bản hai", signer=key(), now=TUESDAY).side == SIDES[1]
    return folder
