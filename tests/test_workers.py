"""A crew shares work: every piece is done once, and what goes wrong in one process is told in this one."""

import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from functools import partial

import pytest

from generator.failures import Failure
from generator.pieces import pieces
from generator.workers import HERE, Crew, Piece, WorkerFailed

COUNTS = [1, 2, 4]


class Adder:
    """Keeps a sum, as a shard keeps records."""

    def __init__(self, start: int):
        self.sum = start
        self.home = os.getpid()

    def add(self, number: int) -> tuple[int, int]:
        self.sum += number
        return number, os.getpid()

    def total(self) -> int:
        return self.sum

    def refuse_elsewhere(self, here: int) -> None:
        if os.getpid() != here:
            raise Failure("Hỏng rồi.")

    def break_(self, number: int) -> None:
        raise KeyError(number)

    def die(self, here: int) -> None:
        if os.getpid() != here:
            os._exit(1)


def _numbers(count: int) -> list[Piece]:
    return [(number,) for number in range(count)]


def _shared(crew: Crew, method: str, numbers: Sequence[Piece]) -> Iterator[tuple[int, Piece, object]]:
    hand = iter(list(numbers))
    return crew.share(method, [hand] * len(crew))


@pytest.mark.parametrize("count", COUNTS)
def test_every_piece_of_a_common_hand_is_done_once(count: int) -> None:
    with Crew(partial(Adder, 0), count) as crew:
        done = list(_shared(crew, "add", _numbers(500)))
        assert sorted(piece[0] for _, piece, _ in done) == list(range(500))
        assert all(result[0] == piece[0] for _, piece, result in done)  # type: ignore[index]
        assert {worker for worker, _, _ in done} <= set(range(count))
        assert sum(crew.each("total", [()] * count)) == sum(range(500))


@pytest.mark.parametrize("count", COUNTS)
def test_each_worker_works_through_its_own_hand_in_order(count: int) -> None:
    with Crew(partial(Adder, 0), count) as crew:
        hands = [iter(_numbers(20 + worker)) for worker in range(count)]
        done = list(crew.share("add", hands))
        for worker in range(count):
            assert [piece for at, piece, _ in done if at == worker] == _numbers(20 + worker)
        homes = {worker: result[1] for worker, _, result in done}
        assert len(set(homes.values())) == count
        assert homes[HERE] == os.getpid()


def test_a_failure_elsewhere_is_raised_here_and_the_crew_ends() -> None:
    before = sys.getswitchinterval(), gc.isenabled()
    with pytest.raises(Failure, match="Hỏng rồi"), Crew(partial(Adder, 0), 2) as crew:
        processes = crew._processes
        list(crew.share("refuse_elsewhere", [iter([]), iter([(os.getpid(),)] * 9)]))
    assert not any(process.is_alive() for process in processes)
    assert (sys.getswitchinterval(), gc.isenabled()) == before


def test_what_nobody_expected_comes_with_its_traceback() -> None:
    with pytest.raises(WorkerFailed, match="KeyError"), Crew(partial(Adder, 0), 2) as crew:
        list(crew.share("break_", [iter([]), iter(_numbers(1))]))


def test_ctrl_c_is_for_the_process_that_leads() -> None:
    with Crew(partial(Adder, 0), 2) as crew:
        os.kill(crew.each("add", [(1,), (2,)])[1][1], signal.SIGINT)
        assert crew.each("total", [()] * 2) == [1, 2]


def test_a_worker_that_is_killed_is_missed() -> None:
    with pytest.raises(WorkerFailed, match="dừng đột ngột"), Crew(partial(Adder, 0), 3) as crew:
        list(crew.share("die", [iter([]), iter([(os.getpid(),)]), iter([])]))


@pytest.mark.parametrize("workers", COUNTS)
@pytest.mark.parametrize("count", [0, 1, 24, 25, 26, 250, 1999])
def test_pieces_hold_everything_once_and_the_last_are_small(count: int, workers: int) -> None:
    parts = list(pieces(range(count), workers))
    assert [one for part in parts for one in part] == list(range(count))
    assert all(parts)
    if count > 250:
        assert len(parts[-1]) <= 25
