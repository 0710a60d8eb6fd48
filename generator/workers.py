"""A crew of processes that each keep a part of the work in memory between two calls.

The catalogue is read in one round and rendered in the next; in between, the rules that look across files
need every entry.  So each worker keeps the records that it parsed, and only entries travel.  The process
that leads is one of the crew: with two processors there is one more process, and each has one to itself.
"""

import gc
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Self, TypeAlias

from generator.failures import Failure

HERE = 0
"""The number of the worker in this process."""

_SWITCH = 0.0005
"""Seconds that this process may go on while a worker waits for its next piece."""

_PATIENCE = 5.0
"""Seconds that a worker may take to end."""

Piece: TypeAlias = Sequence[Any]
"""The arguments of one call."""
Done: TypeAlias = tuple[int, Piece, Any]
"""Worker, what it was given, and the result."""
_Found: TypeAlias = "SimpleQueue[Done | BaseException | None]"
"""What comes of the other workers; None where one has nothing left to do."""


class WorkerFailed(RuntimeError):
    """A worker died, or raised what nobody expected; carries its traceback."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """``count`` objects made by ``make``: one in this process, each other in a process of its own."""

    def __init__(self, make: Callable[[], Any], count: int):
        self._links: list[Connection] = []
        self._processes: list[Any] = []
        self._attendants: list[Thread] = []
        self._over = False
        if count > 1:
            methods = multiprocessing.get_all_start_methods()
            forks = "fork" in methods
            context: Any = multiprocessing.get_context("fork" if forks else "spawn")
            for _ in range(count - 1):
                self._hire(context, make, forks)
        self._own = make()

    def _hire(self, context: Any, make: Callable[[], Any], forks: bool) -> None:
        mine, theirs = context.Pipe()
        copies = [*self._links, mine] if forks else []
        process = context.Process(target=_serve, args=(theirs, make, copies), daemon=True)
        process.start()
        theirs.close()
        self._links.append(mine)
        self._processes.append(process)

    def __len__(self) -> int:
        return 1 + len(self._links)

    def each(self, method: str, parts: Sequence[Piece]) -> list[Any]:
        """Call ``method(*parts[i])`` on worker ``i``, all at once; results in the same order."""
        links = self._links[: len(parts) - 1]
        for link, piece in zip(links, parts[1:], strict=False):
            link.send((method, piece))
        return [getattr(self._own, method)(*parts[HERE]), *map(_reply, links)]

    def share(self, method: str, hands: Sequence[Iterator[Piece]]) -> Iterator[Done]:
        """Call ``method`` on each worker with one piece of its hand after the other; none waits for others.

        The others begin at once, this process when it asks for the first result.  Where workers are given
        the same hand, whoever is free takes the next piece: let it be a list's iterator then, which any
        thread may ask.  The results of one worker come in the order of its pieces.
        """
        found: _Found = SimpleQueue()
        self._attendants = [
            Thread(target=self._attend, args=(worker, method, hand, found), daemon=True)
            for worker, hand in enumerate(hands[1:], HERE + 1)
        ]
        for attendant in self._attendants:
            attendant.start()
        return self._shared(method, hands[HERE], found)

    def _shared(self, method: str, hand: Iterator[Piece], found: _Found) -> Iterator[Done]:
        busy = len(self._attendants)
        while True:
            piece = next(hand, None) if found.empty() else None
            if piece is not None:
                yield HERE, piece, getattr(self._own, method)(*piece)
            elif not busy:
                return
            elif (one := found.get()) is None:
                busy -= 1
            elif isinstance(one, BaseException):
                raise one
            else:
                yield one

    def _attend(self, worker: int, method: str, hand: Iterator[Piece], found: _Found) -> None:
        """Give a worker one piece after the other, for as long as there are any."""
        link = self._links[worker - 1]
        try:
            for piece in hand:
                if self._over:
                    break
                link.send((method, piece))
                found.put((worker, piece, _reply(link)))
            found.put(None)
        except BaseException as error:  # raised again where the results are asked for
            found.put(error)

    def dismiss(self) -> None:
        """Let the others end: they take leave of their memory while this process goes on."""
        for link in self._links:
            with suppress(OSError):
                link.send(None)  # siblings hold copies of the pipe, so closing it would not be seen
            link.close()
        self._links = []

    def __enter__(self) -> Self:
        self._before = sys.getswitchinterval(), gc.isenabled()
        if self._links:
            sys.setswitchinterval(_SWITCH)
        gc.disable()  # what is kept lives until the crew ends: looking for cycles among it costs a third
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over = True
        for attendant in self._attendants:  # after a failure others may be in the middle of a piece
            attendant.join(_PATIENCE)
        self.dismiss()
        for process in self._processes:
            process.join(_PATIENCE)
            if process.is_alive():
                process.terminate()
        switch, collected = self._before
        sys.setswitchinterval(switch)
        if collected:
            gc.enable()


def _reply(link: Connection) -> Any:
    try:
        failure, result = link.recv()
    except (EOFError, OSError):
        raise WorkerFailed("Một tiến trình con đã dừng đột ngột (có thể do hết bộ nhớ).") from None
    if isinstance(failure, Failure):
        raise failure
    if failure:
        raise WorkerFailed(failure)
    return result


def _serve(link: Connection, make: Callable[[], Any], copies: Sequence[Connection]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of us; who leads says when to stop
    for copy in copies:  # else no worker would see that the main process was killed, and all would wait
        copy.close()
    gc.disable()  # as in the process that leads
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
