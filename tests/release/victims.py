"""Processes to kill, which a small parent bears that has built a board before.

A process that holds a whole run of tests takes a tenth of a second to fork and to end, a new Python half a
second to start; this parent takes a hundredth, and its children really are killed.
"""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from socket import socketpair
from typing import Any, Self

from tests.build.conftest import ROOT

Work = tuple[Callable[..., object], *tuple[Any, ...]]
"""A function that a new process can import, and what it is called with."""


class Victims:
    """Starts processes that do some work, and tells how they ended."""

    def __init__(self, warm: Work):
        """``warm`` is done once, so that its children find imported and compiled what they need."""
        ours, theirs = socketpair()
        self._parent = subprocess.Popen(
            [sys.executable, "-m", __name__, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        theirs.close()
        self._link = Connection(ours.detach())
        self._ask(warm)

    def start(self, *work: Any) -> int:
        """Do ``work`` in a process, which leads a group of its own; its number."""
        return self._ask(work)

    def wait(self, child: int) -> bool:
        """Wait for the end of the process; whether a signal ended it."""
        status = self._ask(child)
        ended = os.waitstatus_to_exitcode(status)
        assert ended in (0, -signal.SIGKILL), ended
        return ended != 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._link.close()
        self._parent.wait(20)

    def _ask(self, what: Any) -> int:
        self._link.send(what)
        answer = self._link.recv()
        assert isinstance(answer, int), answer
        return answer


def _start(work: Work) -> int:
    child = os.fork()
    if child:
        return child
    os.setsid()  # its workers die with it, as when a machine goes down
    ended = 1
    try:
        work[0](*work[1:])
        ended = 0
    finally:
        os._exit(ended)


def _bear(link: Connection) -> None:
    """Answer until the other side is gone."""
    warm = link.recv()
    warm[0](*warm[1:])
    gc.collect()
    gc.freeze()  # else the first collection of a child copies all that it shares with us
    link.send(0)
    while True:
        try:
            asked = link.recv()
        except EOFError:
            return
        link.send(os.waitpid(asked, 0)[1] if isinstance(asked, int) else _start(asked))


if __name__ == "__main__":
    os.chdir(Path(ROOT))
    _bear(Connection(int(sys.argv[1])))
