"""kill -9 at any moment: what is served stays whole, and the next run ends as if nothing had happened.

300 kills at random moments in every run of the tests (``CONGKHAI_KILLS`` for more), and one before
every single step of a publication that changes the disk.
"""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
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
from tests.release.faults import Observed, faulty
from tests.release.small import (
    DAY,
    back_until,
    build_in_small_batches,
    clean,
    pending,
    pending_in,
    pending_way_back,
    publish_until,
    rename,
    served,
)
from tests.release.victims import Victims

KILLS = int(os.environ.get("CONGKHAI_KILLS", "300"))
"""Half of them hit a build, half a publication or a rollback."""

MODES: tuple[Mode, ...] = ("symlink", "copy")
NAMES = ("Tên một", "Tên hai", "Tên ba")


@pytest.fixture(scope="module")
def victims(_whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victims]:
    """Whoever starts what is going to be killed."""
    web = tmp_path_factory.mktemp("warm") / "web"
    with Victims((publish, _whole, web, DAY, None, 1)) as victims:
        yield victims


def _kill_after(seconds: float, victims: Victims, *work: Any, alone: bool = False) -> bool:
    """Kill ``work`` after that time, with its workers or ``alone``; whether it was still at it."""
    child = victims.start(*work)
    time.sleep(seconds)
    if alone or not _leads(child):
        os.kill(child, signal.SIGKILL)
    else:
        os.killpg(child, signal.SIGKILL)
    return victims.wait(child)


def _leads(child: int) -> bool:
    try:
        return os.getpgid(child) == child
    except ProcessLookupError:
        return False


def _took(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _sites(board: Path, memory: Path) -> dict[str, dict[str, bytes]]:
    """The whole site under each of the names."""
    sites = {}
    for name in NAMES:
        rename(board, name)
        sites[name] = clean(board, memory / "clean")
    return sites


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_build_is_made_good_by_the_next(
    workers: int, board: Path, plain: Path, memory: Path, victims: Victims
) -> None:
    board = board if workers == 1 else plain
    sites, rng, output = _sites(board, memory), random.Random(workers), memory / "site"
    build(board, output, DAY, workers=1)
    rename(board, NAMES[0])
    longest, hit = _took(lambda: build(board, output, DAY, workers=1)) * workers, 0
    for number in range(KILLS * 3):
        rename(board, NAMES[number % 3])
        moment, alone = rng.uniform(0, longest), rng.random() < 0.5
        if _kill_after(moment, victims, build_in_small_batches, board, output, workers, alone=alone):
            hit += 1
        else:
            longest *= 0.95  # it was over: the machine is less busy than it was
        name = NAMES[(number + rng.randrange(2)) % 3]  # edited again, or not
        rename(board, name)
        assert build(board, output, DAY, workers=1).pages
        assert tree(output) == sites[name]
        if hit == KILLS // 4:
            break
    assert hit == KILLS // 4


@pytest.mark.parametrize("mode", MODES)
def test_a_killed_publication_leaves_the_old_site_or_the_new_one(
    mode: Mode, board: Path, plain: Path, memory: Path, victims: Victims
) -> None:
    board = board if mode == "symlink" else plain
    sites, rng, web = _sites(board, memory), random.Random(mode), memory / "web"
    whole = list(sites.values())
    publish(board, web, DAY, mode, workers=1)
    rename(board, NAMES[0])
    longest, hit = _took(lambda: publish(board, web, DAY, workers=1)), 0
    for number in range(KILLS * 3):
        rename(board, NAMES[number % 3])
        back = number % 5 == 4
        work = (rollback, web) if back else (publish, board, web, DAY, None, 1)
        if _kill_after(rng.uniform(0, longest / (1 + 4 * back)), victims, *work):
            hit += 1
        elif not back:
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
    mode: Mode, plain: Path, memory: Path, victims: Victims
) -> None:
    work, writes = pending_in(mode, plain, memory)
    assert len(work.writes) > 200
    seen = set()
    for number, write in enumerate(writes):
        work.restore()
        child = victims.start(publish_until, write, work.board, work.web)
        assert victims.wait(child), f"never came to {write}"
        now = served(work.web)
        assert now in (work.old, work.new), write
        seen.add(now == work.new)
        if number % 8 == 0:
            assert publish(work.board, work.web, DAY, workers=1).release
            assert served(work.web) == work.new, write
            _assert_tidy(work.web)
    assert seen == {False, True}


@pytest.mark.parametrize("mode", MODES)
def test_a_kill_at_every_step_of_the_way_back_leaves_one_of_both(
    mode: Mode, plain: Path, memory: Path, victims: Victims
) -> None:
    work = pending_way_back(plain, memory, mode)
    assert len(work.writes) > 5
    seen = set()
    for write in work.writes:
        work.restore()
        child = victims.start(back_until, write, work.web)
        assert victims.wait(child), f"never came to {write}"
        now = served(work.web)
        assert now in (work.old, work.new), write
        seen.add(now == work.new)
    assert seen == {False, True}


def test_between_all_steps_of_a_board_with_open_data_and_displays_the_served_site_is_whole(
    board: Path, memory: Path
) -> None:
    work = pending(board, memory, "symlink")
    seen: list[bool] = []

    def look() -> None:
        now = served(work.web)
        assert now in (work.old, work.new)
        seen.append(now == work.new)

    work.restore()
    with faulty(Observed(look)):
        assert publish(work.board, work.web, DAY, workers=1).release
    assert len(seen) > 600
    assert seen == sorted(seen)  # the old one, and from one moment on the new one
    assert set(seen) == {False, True}


def _assert_tidy(web: Path) -> None:
    """Nothing of killed runs is left, and every release is whole."""
    assert not list(web.rglob(f"*{disk.TEMPORARY}"))
    assert {path.name for path in web.iterdir()} == {"current", "releases", ".congkhai"}
    for manifest in (web / "releases").glob("*.json"):
        Manifest.read(manifest, manifest.stem).check(manifest.with_suffix(""))
    assert len(list((web / "releases").iterdir())) <= 6
