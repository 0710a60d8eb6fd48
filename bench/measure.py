"""Whole processes, measured from outside by the kernel's own accounting."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """Wall and CPU seconds (children included), and the peak memory of the largest process in MB."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], cores: int = 2) -> Run:
    """Run ``command`` in ``folder`` on ``cores`` processors; raise with its output where it fails."""
    allowed = set(sorted(os.sched_getaffinity(0))[:cores])
    log = folder / "bench.log"
    started = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | dict(environment),
            stdout=out,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: os.sched_setaffinity(0, allowed),
        )
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command}: exit {process.returncode}\n{log.read_text()[-3000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
