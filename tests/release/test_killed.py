"""kill -9 at any moment: what is served stays whole, and the next run ends as if nothing had happened.

300 kills at random moments in every run of the tests (``CONGKHAI_KILLS`` for more), and one at
every fourth step that changes the disk (every one, with more than 300).
"""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import disk
from generator.release.live import Mode
from generator.release.manifest import Manifest
from generator.release.publish import publish
from generator.release.rollback import rollback
from generator.site.build import build
from tests.build.trees import tree
from tests.release.small import DAY, clean, rename, served

KILLS = int(os.environ.get("CONGKHAI_KILLS", "300"))
"""Half of them hit a build, half a publication or a rollback."""

MODES: tuple[Mode, ...] = ("symlink", "copy")
STRIDES = {"symlink": 4, "copy": 9} if KILLS <= 300 else {"symlink": 1, "copy": 1}
NAMES = ("Tên một", "Tên hai", "Tên ba")

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


def _start(work: Callable[[], object]) -> int:
    """Do ``work`` in a process that a kill really ends; its number."""
    child = os.fork()
    if child:
        return child
    os.setsid()  # its workers die with it, as when a machine goes down
    try:
        work()
    finally:
        os._exit(0)


def _kill_after(work: Callable[[], object], seconds: float, *, alone: bool = False) -> bool:
    """Kill ``work`` after that time, with its workers or ``alone``; whether it was still at it."""
    child = _start(work)
    time.sleep(seconds)
    if alone or not _leads(child):
        os.kill(child, signal.SIGKILL)
    else:
        os.killpg(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _leads(child: int) -> bool:
    try:
        return os.getpgid(child) == child
    except ProcessLookupError:
        return False


def _took(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


@pytest.fixture
def sites(board: Path, memory: Path) -> dict[str, dict[str, bytes]]:
    """The whole site under each of the names."""
    sites = {}
    for name in NAMES:
        rename(board, name)
        sites[name] = clean(board, memory / "clean")
    return sites


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_build_is_made_good_by_the_next(
    workers: int,
    board: Path,
    memory: Path,
    sites: dict[str, dict[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.site.batches.BATCH", 2)
    rng, output = random.Random(workers), memory / "site"
    longest, hit = _took(lambda: build(board, output, DAY, workers=workers)), 0
    for number in range(KILLS * 3):
        rename(board, NAMES[number % 3])
        moment, alone = rng.uniform(0, longest), rng.random() < 0.5
        if _kill_after(lambda: build(board, output, DAY, workers=workers), moment, alone=alone):
            hit += 1
        else:
            longest *= 0.95  # it was over: the machine is less busy than it was
        name = NAMES[(number + rng.randrange(2)) % 3]  # edited again, or not
        rename(board, name)
        assert build(board, output, DAY, workers=workers).pages
        assert tree(output) == sites[name]
        if hit == KILLS // 4:
            break
    assert hit == KILLS // 4


@pytest.mark.parametrize("mode", MODES)
def test_a_killed_publication_leaves_the_old_site_or_the_new_one(
    mode: Mode, board: Path, memory: Path, sites: dict[str, dict[str, bytes]]
) -> None:
    rng, web = random.Random(mode), memory / "web"
    whole = list(sites.values())
    publish(board, web, DAY, mode, workers=1)
    rename(board, NAMES[0])
    longest, hit = _took(lambda: publish(board, web, DAY, workers=1)), 0
    for number in range(KILLS * 3):
        rename(board, NAMES[number % 3])
        if number % 5 == 4:
            work: Callable[[], object] = lambda: rollback(web)  # noqa: E731
        else:
            work = lambda: publish(board, web, DAY, workers=1)  # noqa: E731
        if _kill_after(work, rng.uniform(0, longest)):
            hit += 1
        elif number % 5 != 4:
            longest *= 0.95  # it was over: the machine is less busy than it was
        assert served(web) in whole
        name = rng.choice(NAMES)
        rename(board, name)
        assert publish(board, web, DAY, workers=1).release
        assert served(web) == sites[name]
        if hit == KILLS // 4:
            break
    assert hit == KILLS // 4
    _assert_tidy(web)


@pytest.mark.parametrize("mode", MODES)
def test_a_kill_at_every_step_leaves_the_old_site_or_the_new_one(
    mode: Mode, board: Path, memory: Path, sites: dict[str, dict[str, bytes]]
) -> None:
    web = memory / "web"
    for name in NAMES[:2]:
        rename(board, name)
        publish(board, web, DAY, mode, workers=1)
    rename(board, NAMES[2])
    kept = Path(shutil.copytree(web, memory / "kept", symlinks=True))
    old, new, seen = sites[NAMES[1]], sites[NAMES[2]], set()
    for step in range(1, 1_000_000, STRIDES[mode]):
        shutil.rmtree(web)
        shutil.copytree(kept, web, symlinks=True, copy_function=os.link)  # nothing is written into in place
        child = _start(lambda at=step: _publish_until(at, board, web))  # type: ignore[misc]
        _, status = os.waitpid(child, 0)
        now = served(web)
        assert now in (old, new), f"step {step}"
        seen.add(now == new)
        if not os.WIFSIGNALED(status):
            break
        if step % 5 == 1:
            assert publish(board, web, DAY, workers=1).release
            assert served(web) == new, f"step {step}"
            _assert_tidy(web)
    assert step > 100
    assert seen == {False, True}


def _publish_until(step: int, board: Path, web: Path) -> None:
    """Publish, and die before the step-th change of the disk."""
    real, count = disk.call, 0

    def call(doing: str, path: Path, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        nonlocal count
        count += doing != "đọc"
        if count == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(doing, path, function, *args, **kwargs)

    disk.call = call
    publish(board, web, DAY, workers=1)


def _assert_tidy(web: Path) -> None:
    """Nothing of killed runs is left, and every release is whole."""
    assert not list(web.rglob(f"*{disk.TEMPORARY}"))
    assert {path.name for path in web.iterdir()} == {"current", "releases", ".congkhai"}
    for manifest in (web / "releases").glob("*.json"):
        Manifest.read(manifest, manifest.stem).check(manifest.with_suffix(""))
    assert len(list((web / "releases").iterdir())) <= 6
