"""A crew of processes that each keep a part of the work in memory between two calls.

The catalogue is read in one round and rendered in the next; in between, the rules that look across files
need every entry.  So each worker keeps the records that it parsed, and only entries travel.
"""

import gc
import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Self

from generator.failures import Failure


class WorkerFailed(RuntimeError):
    """A worker died, or raised what nobody expected; carries its traceback."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """``count`` objects made by ``make``, each in a process of its own; one object stays in this process."""

    def __init__(self, make: Callable[[], Any], count: int):
        self._here = make() if count <= 1 else None
        self._links: list[Connection] = []
        self._processes: list[Any] = []
        if count <= 1:
            return
        methods = multiprocessing.get_all_start_methods()
        forks = "fork" in methods
        context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        for _ in range(count):
            mine, theirs = context.Pipe()
            copies = [*self._links, mine] if forks else []
            process = context.Process(target=_serve, args=(theirs, make, copies), daemon=True)
            process.start()
            theirs.close()
            self._links.append(mine)
            self._processes.append(process)

    def __len__(self) -> int:
        return max(1, len(self._links))

    def start(self, worker: int, method: str, *arguments: Any) -> None:
        """Begin ``method`` on one worker; fetch its result with ``finish``."""
        if self._here is not None:
            self._result = getattr(self._here, method)(*arguments)
        else:
            self._links[worker].send((method, arguments))

    def finish(self, worker: int) -> Any:
        """The result of what was started on ``worker``."""
        if self._here is not None:
            return self._result
        try:
            failure, result = self._links[worker].recv()
        except EOFError:
            raise WorkerFailed("Một tiến trình con đã dừng đột ngột (có thể do hết bộ nhớ).") from None
        if isinstance(failure, Failure):
            raise failure
        if failure:
            raise WorkerFailed(failure)
        return result

    def each(self, method: str, parts: Sequence[Sequence[Any]]) -> list[Any]:
        """Call ``method(*parts[i])`` on worker ``i``, all at once; results in the same order."""
        for worker, arguments in enumerate(parts):
            self.start(worker, method, *arguments)
            if self._here is not None:
                return [self.finish(worker)]
        return [self.finish(worker) for worker in range(len(parts))]

    def share(self, method: str, hands: Sequence[Iterator[Sequence[Any]]]) -> Iterator[tuple[int, Any]]:
        """Call ``method`` on each worker with one piece of its hand after the other; none waits for others.

        Yields worker and result as they come: the results of one worker in the order of its hand.  The next
        piece of a hand is made ready while its worker is busy.
        """
        ready = [next(hand, None) for hand in hands]
        busy: dict[Any, int] = {}

        def deal(worker: int) -> None:
            if (arguments := ready[worker]) is not None:
                self.start(worker, method, *arguments)
                busy[self._links[worker] if self._links else worker] = worker
                ready[worker] = next(hands[worker], None)

        for worker in range(len(hands)):
            deal(worker)
        while busy:
            for link in wait(list(busy)) if self._links else list(busy):
                worker = busy.pop(link)
                result = self.finish(worker)
                deal(worker)
                yield worker, result

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for link in self._links:
            with suppress(OSError):
                link.send(None)  # siblings hold copies of the pipe, so closing it would not be seen
            link.close()
        for process in self._processes:
            process.join(timeout=5)
            if process.is_alive():
                process.terminate()


def _serve(link: Connection, make: Callable[[], Any], copies: Sequence[Connection]) -> None:
    for copy in copies:  # else no worker would see that the main process was killed, and all would wait
        copy.close()
    gc.disable()  # records live until the process ends; looking for cycles among them costs a third
    worker = make()
    while True:
        try:
            message = link.recv()
        except EOFError:
            return
        if message is None:
            return
        method, arguments = message
        reply: tuple[Failure | str | None, Any]
        try:
            reply = (None, getattr(worker, method)(*arguments))
        except Failure as failure:
            reply = (failure, None)
        except BaseException:
            reply = (traceback.format_exc(), None)
        try:
            link.send(reply)
        except BrokenPipeError:  # who asked was killed
            return
