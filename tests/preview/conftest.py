"""A small board under preview, and a Chromium to look at it."""

import json
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.preview.run import previewing
from generator.preview.server import PreviewServer
from generator.scaffolding import begin

CODE = "1.001193"
PATIENCE = 60.0
"""Seconds for a build on the slowest machine; nothing waits that long where things work."""


class Preview:
    """A running preview, as a browser speaks to it."""

    def __init__(self, root: Path, server: PreviewServer, said: list[str]):
        self.root, self.server, self.said = root, server, said
        self.url = server.url

    @property
    def record(self) -> Path:
        """The file of the board's one procedure."""
        return self.root / f"procedures/ho-tich/{CODE}.yml"

    def state(self, page: str = "/", after: int = -1) -> dict[str, Any]:
        """What the panel of a page is told."""
        address = f"{self.url}_congkhai/state?page={page}&after={after}"
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            found: dict[str, Any] = json.load(answer)
        return found

    def until(self, wanted: Any, page: str = "/") -> dict[str, Any]:
        """The first state that ``wanted`` accepts."""
        end = time.monotonic() + PATIENCE
        state = self.state(page)
        while not wanted(state):
            assert time.monotonic() < end, state
            state = self.state(page, state["version"])
        return state


def small_board(root: Path) -> Path:
    """A new board with one procedure."""
    begin.new_board(root, "Bảng thử", "Ủy ban nhân dân xã", "https://congkhai.example/", "31", "Hải Phòng")
    begin.new_procedure(root, CODE, "Thủ tục đăng ký khai sinh", "ho-tich")
    return root


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of a small board whose first build is done."""
    with _running(tmp_path / "bang") as shown:
        yield shown


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The same for tests that save nothing."""
    with _running(tmp_path_factory.mktemp("steady") / "bang") as shown:
        yield shown


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Preview]:
    """What ``congkhai serve`` shows."""
    with _running(tmp_path / "bang", panel=False) as shown:
        yield shown


@contextmanager
def _running(folder: Path, *, panel: bool = True) -> Iterator[Preview]:
    root, said = small_board(folder), list[str]()
    with previewing(root, "127.0.0.1", 0, said.append, panel) as server:
        shown = Preview(root, server, said)
        shown.until(lambda state: state["site"] and not state["busy"])
        yield shown
