"""The start script for Linux with a real Chromium: whatever dies, the screen comes back by itself."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.chromium import QUIET, program
from tests.display.bundle.small import bundle, key

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("start")]

PATIENCE = 90.0


class Machine:
    """A computer with a display's folder, whose operator has started it and gone."""

    def __init__(self, folder: Path, home: Path, program: str) -> None:
        self.home = home
        self._short = tempfile.mkdtemp()  # the address of a socket has room for 108 letters
        tools = home / "tools"
        tools.mkdir()
        words = " ".join(QUIET)
        (tools / "chromium").write_text(
            f'#!/bin/sh\necho $$ >>"{home}/opened"\nexec "{program}" --headless=new {words} "$@"\n'
        )
        (tools / "chromium").chmod(0o755)
        environment = {
            "PATH": f"{tools}:{os.environ['PATH']}",
            "HOME": str(home),
            "TMPDIR": self._short,
            "NHIP": "2",
        }
        command = ["sh", str(folder / "mo-ki-ot.sh")]
        self._script = subprocess.Popen(command, env=environment, start_new_session=True)

    def opened(self) -> list[int]:
        """The browsers that were started, the first one first."""
        found = self.home / "opened"
        return [int(line) for line in found.read_text().split()] if found.exists() else []

    def renderers(self) -> list[int]:
        """Processes of pages of the browser that is open."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().decode(errors="replace")
                session = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[3])
            except OSError:
                continue  # ended meanwhile
            if session == self._script.pid and "--type=renderer" in words:
                found.append(int(folder.name))
        return found

    def beat(self) -> float:
        """When the page wrote last."""
        times = [0.0]
        for path in self.home.glob(".local/share/congkhai/*/Default/IndexedDB/**/*"):
            try:
                times.append(path.stat().st_mtime)
            except OSError:
                continue
        return max(times)

    def lives(self, browser: int) -> bool:
        """Whether the newest browser is a later one than ``browser`` and its page beats."""
        later = self.opened()[-1:]
        return later not in ([], [browser]) and time.time() - self.beat() < 0.8

    def end(self) -> None:
        os.killpg(self._script.pid, signal.SIGKILL)
        self._script.wait()
        shutil.rmtree(self._short, ignore_errors=True)  # its browser may still be dying


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)


@pytest.fixture
def machine(browser: Browser, tmp_path: Path) -> Iterator[Machine]:
    folder = bundle(tmp_path, "bản một", signer=key()).folder
    loader = folder / "loader/loader.js"
    quick = loader.read_text(encoding="utf-8").replace("var FIRST = 10000;", "var FIRST = 100;")
    begin, beat = quick.split("var FIRST = 100;")
    assert begin.endswith("var PAUSE = 60000;\n  ")
    loader.write_text(begin.removesuffix("60000;\n  ") + "300;\n  var FIRST = 100;" + beat, encoding="utf-8")
    found = Machine(folder, tmp_path, program())
    yield found
    found.end()


def test_a_page_that_crashed_and_a_browser_that_was_killed_come_back(machine: Machine) -> None:
    """``Aw, Snap!`` leaves the browser open: only the missing beats tell."""
    _until(lambda: machine.lives(0))
    first = machine.opened()[-1]
    time.sleep(8)  # it has been seen alive
    for process in machine.renderers():
        os.kill(process, signal.SIGKILL)
    _until(lambda: machine.lives(first))
    second = machine.opened()[-1]
    os.kill(second, signal.SIGKILL)
    _until(lambda: machine.lives(second))
    assert len(machine.opened()) == 3
    time.sleep(12)
    assert len(machine.opened()) == 3, "what lives is left alone"
