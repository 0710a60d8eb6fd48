"""Playwright, started once a process: it refuses a second start, and fixtures of several folders overlap."""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from playwright.sync_api import Playwright, sync_playwright


@contextmanager
def driver() -> Iterator[Playwright]:
    """What ``with sync_playwright()`` gives, for as long as the process lives."""
    yield _started()


@cache
def _started() -> Playwright:
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright
