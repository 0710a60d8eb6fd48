"""``python -m tests.supply.wheels``: can every pinned package be installed where there is no compiler?

pip asks its registry for a wheel of each package of ``requirements.lock``, for Pythons newer than CI's
(which of them are for one system only is taken from the system that asks).  Ends with 1 and what is
missing; where nobody answers it says loudly that nothing was looked at, and ends with 0, or with 1 where
``--strict`` is given.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from tests.supply.lock import LOCK

PYTHONS = ("3.13", "3.14")
SYSTEMS = {
    "Linux": ("manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"),
    "Windows": ("win_amd64",),
}
"""Each system with the tags of what runs there: glibc 2.28 is older than Debian 11."""

_MISSING = re.compile(r"No matching distribution found for (\S+)")
_NO_ANSWER = re.compile(r"Retrying|ConnectionError|Could not fetch URL")
_TOLD = """
=======================================================================
  NO WHEEL WAS LOOKED FOR: the registry of packages did not answer.
=======================================================================
"""


class NoAnswer(Exception):
    """The registry could not be asked; carries what pip said."""


def missing(python: str, system: str) -> str | None:
    """What has no wheel there, or None; raises NoAnswer."""
    tags = [part for tag in SYSTEMS[system] for part in ("--platform", tag)]
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--dry-run",
            "--quiet",
            "--no-deps",
            "--target",
            folder,
        ]
        command += ["--only-binary=:all:", "--python-version", python, *tags, "--requirement", str(LOCK)]
        done = subprocess.run(command, capture_output=True, text=True)
    if not done.returncode:
        return None
    if _NO_ANSWER.search(done.stderr):
        raise NoAnswer(done.stderr[-600:])
    found = _MISSING.search(done.stderr)
    return found[1] if found else done.stderr[-600:]


def looked_for() -> Iterator[tuple[str, str, str | None]]:
    """Python, system and what is missing there."""
    places = [(python, system) for system in SYSTEMS for python in PYTHONS]
    with ThreadPoolExecutor(2) as pool:
        for place, lacks in zip(places, pool.map(lambda place: missing(*place), places), strict=True):
            yield *place, lacks


def main(arguments: list[str]) -> int:
    """Look and tell."""
    try:
        gaps = [(python, system, lacks) for python, system, lacks in looked_for() if lacks]
    except NoAnswer as said:
        print(f"{said}\n{_TOLD}", file=sys.stderr)
        return int("--strict" in arguments)
    for python, system, lacks in gaps:
        print(f"Python {python} on {system}: no wheel of {lacks}")
    if not gaps:
        print(f"A wheel of every package for Python {', '.join(PYTHONS)} on {', '.join(SYSTEMS)}.")
    return int(bool(gaps))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
