"""Killed at any moment of an update, the display opens on a whole release."""

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from generator import disk
from generator.bundle.manifest import Manifest
from generator.bundle.skeleton import LOCK
from generator.bundle.verify import choose, files_of
from generator.lock import lock
from tests.display.bundle.conftest import Display
from tests.display.bundle.small import TUESDAY, bundle, files, key

pytestmark = pytest.mark.xdist_group("bundle")

KILLS = 200
LARGE = {f"search/1.{number:06}.js": b"Q" * 20_000 for number in range(60)}
"""More than a megabyte in several containers, so that an update takes long enough to be killed inside."""


def _content(says: str) -> dict[str, bytes]:
    return {**files(says), **LARGE}


def _child(work: Callable[[], object]) -> int:
    """Run ``work`` in a process of its own."""
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            work()
        os._exit(0)
    return child


def _killed(child: int, after: float) -> bool:
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


class Moments:
    """When to kill: anywhere inside a run, though a busy machine takes longer for one than for the next."""

    def __init__(self, seed: int, longest: float) -> None:
        self._chance = random.Random(seed)
        self._longest = longest
        self.killed = 0

    def next(self) -> float:
        """Seconds after the start."""
        return self._chance.random() * self._longest

    def tell(self, killed: bool) -> None:
        """Whether the kill came before the end: about two of three shall."""
        self.killed += killed
        self._longest *= 1.05 if killed else 0.9


def _duration(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return bundle(tmp_path / "to", signer=key(), content=_content("bản 0")).folder


def _shown(folder: Path) -> str:
    found = choose(folder)
    assert found.side and found.manifest, found.reasons
    return found.side


def _manifest(folder: Path) -> Manifest:
    found = choose(folder).manifest
    assert found
    return found


def _says(display: Display, folder: Path) -> str:
    """What the display shows; where it shows no release, its reasons too."""
    page = display.open(folder)
    text = page.inner_text("h1")
    text = text if text.startswith("bản ") else page.inner_text("body")
    page.close()
    return text


@pytest.mark.browser
def test_the_maker_killed_two_hundred_times(display: Display, folder: Path) -> None:
    whole = _duration(lambda: bundle(folder.parent, signer=key(), content=_content("bản 0b"), now=TUESDAY))
    moments = Moments(10750, 2 * whole)
    for number in range(1, KILLS + 1):
        content = _content(f"bản {number}")
        child = _child(lambda c=content: bundle(folder.parent, signer=key(), content=c, now=TUESDAY))  # type: ignore[misc]
        moments.tell(_killed(child, moments.next()))
        _shown(folder)
        if number % 20 == 0:
            assert _says(display, folder).startswith("bản ")
    assert moments.killed > KILLS / 4, "the kills came too late to mean anything"


@pytest.mark.browser
def test_the_update_script_killed_two_hundred_times(display: Display, folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    script = folder / "cap-nhat.sh"

    def put_on_stick(says: str) -> Path:
        return bundle(stick, signer=key(), content=_content(says), now=TUESDAY).folder

    def start(source: Path) -> subprocess.Popen[bytes]:
        command = ["sh", str(script), str(source)]
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen(command, start_new_session=True, **quiet)

    source = put_on_stick("bản 0b")
    moments = Moments(10891, 1.2 * _duration(lambda: start(source).wait()))
    for number in range(1, KILLS + 1):
        source = put_on_stick(f"bản {number}")
        run = start(source)
        time.sleep(moments.next())
        moments.tell(run.poll() is None)
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        with lock(folder / LOCK, 5, signed=False):  # what the script had started is gone too
            _shown(folder)
        if number % 20 == 0:
            assert _says(display, folder).startswith("bản ")
    assert moments.killed > KILLS / 4, "the kills came too late to mean anything"


def _cut_before(folder: Path, tools: Path, command: str, says: str) -> None:
    """An update to ``says`` whose power fails just before it runs ``command`` for the first time."""
    source = bundle(tools / "usb", says, signer=key(), now=TUESDAY).folder
    cut = tools / command
    cut.write_text("#!/bin/sh\nkill -9 $PPID\n")
    cut.chmod(0o755)
    environment = os.environ | {"PATH": f"{tools}:{os.environ['PATH']}"}
    done = subprocess.run(["sh", str(folder / "cap-nhat.sh"), str(source)], env=environment, check=False)
    assert done.returncode == -signal.SIGKILL
    cut.unlink()


@pytest.mark.browser
@pytest.mark.parametrize("seen", [True, False], ids=["seen", "unseen"])
def test_an_update_never_takes_away_the_newest_release(
    display: Display, folder: Path, tmp_path: Path, seen: bool
) -> None:
    """Cut off twice: first when only current.js was still old, then while the next update was copying.

    A display that has shown the newest release refuses what is older: it must still find what it has shown.
    """
    if seen:
        assert _says(display, folder).startswith("bản 0")
    _cut_before(folder, tmp_path, "mv", "bản 1")
    assert _says(display, folder).startswith("bản 1")
    _cut_before(folder, tmp_path, "cp", "bản 2")
    assert _says(display, folder).startswith("bản 1")


class _PowerCut(BaseException):
    """Nothing that the program catches."""


def _cut_at(monkeypatch: pytest.MonkeyPatch, step: int) -> Iterator[int]:
    """Let the power fail before change ``step``; a write that was under way leaves half of its bytes."""
    real = disk.call
    count = 0

    def call(doing: str, path: Path, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        nonlocal count
        if function is not os.fsync and doing != "đọc":
            count += 1
            if count > step:
                if function is os.write:
                    os.write(args[0], bytes(args[1])[: len(args[1]) // 2])
                raise _PowerCut
        return real(doing, path, function, *args, **kwargs)

    monkeypatch.setattr(disk, "call", call)
    yield step


def test_cut_before_each_single_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every step of an update, one after the other: what is on the disk then is a whole release."""
    step = 0
    while True:
        shutil.rmtree(tmp_path / "to", ignore_errors=True)
        folder = bundle(tmp_path / "to", "bản 0", signer=key()).folder
        bundle(tmp_path / "to", "bản 1", signer=key())
        with monkeypatch.context() as patch:
            for _ in _cut_at(patch, step):
                try:
                    bundle(tmp_path / "to", "bản 2", signer=key(), now=TUESDAY)
                    done = True
                except _PowerCut:
                    done = False
        shown = _shown(folder)
        assert shown == "a" or not done
        bundle(tmp_path / "to", "bản 3", signer=key(), now=TUESDAY)
        assert (
            files_of(folder, _shown(folder), _manifest(folder))["du-lieu.json"] == '{"says":"bản 3"}'.encode()
        )
        if done:
            break
        step += 1
    assert step > 10


def test_a_new_folder_that_was_cut_off_is_not_there_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step in range(0, 60, 3):
        with monkeypatch.context() as patch:
            for _ in _cut_at(patch, step):
                with suppress(_PowerCut):
                    bundle(tmp_path, signer=key())
        target = tmp_path / "BANG-10750"
        assert not target.exists() or choose(target).side
        shutil.rmtree(target, ignore_errors=True)
