"""Chromium for all tests: found, started and missed in one way.

Playwright's driver is started once a process: it refuses a second start, and fixtures of several folders
overlap.
"""

import atexit
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_MISSING = "NO CHROMIUM: not one page was opened in a browser. Install 'chromium'."


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; without one the tests are skipped, but never where a machine decides (CI=true)."""
    path = program()
    browser = _driver().chromium.launch(executable_path=path, args=list(QUIET))
    yield browser
    browser.close()


def program() -> str:
    """Where Chromium is: the system's, else the one that Playwright installed."""
    if path := _found():
        return path
    if os.environ.get("CI") == "true":
        pytest.fail(_MISSING)
    pytest.skip(_MISSING)


@cache
def _found() -> str | None:
    if path := next(filter(None, map(shutil.which, _NAMES)), None):
        return path
    try:
        own = _driver().chromium.executable_path
    except Exception:  # Playwright says no more: its driver lacks a library of the system
        return None
    return own if Path(own).exists() else None


@cache
def _driver() -> Playwright:
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright
