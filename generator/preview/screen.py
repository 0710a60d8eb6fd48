"""What the panel shows now; browsers wait here for the next change."""

from dataclasses import dataclass, replace
from threading import Condition
from typing import Any

Shown = dict[str, Any]
"""A problem as the panel gets it: the fields of ``Problem`` and ``excerpt``, lines with a caret."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``version`` grows with every change, ``site`` only when pages did; 0 is no page at all yet.

    ``current``: whether the pages are those of the files as they stand, or of the last time without errors.
    """

    version: int = 0
    site: int = 0
    current: bool = False
    busy: bool = True
    failure: str = ""
    problems: tuple[Shown, ...] = ()


class Screen:
    """One snapshot that threads share."""

    def __init__(self) -> None:
        self._now = Snapshot()
        self._changed = Condition()

    @property
    def now(self) -> Snapshot:
        """What is shown."""
        return self._now

    def show(self, **changes: Any) -> Snapshot:
        """Change what is shown and wake up everybody who waits."""
        with self._changed:
            self._now = replace(self._now, version=self._now.version + 1, **changes)
            self._changed.notify_all()
            return self._now

    def wait(self, version: int, seconds: float) -> Snapshot:
        """The snapshot after ``version``, or the same one when the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._now.version != version, seconds)
            return self._now


def for_page(problems: tuple[Shown, ...], page: str) -> list[Shown]:
    """Those of the files behind a page first; errors before warnings, else as they come.

    A file is behind a page where a code or a key of the page's address names it or a folder above it.
    """
    names = {part for part in page.split("/") if part}

    def rank(problem: Shown) -> tuple[bool, int]:
        folders = problem["file"].removesuffix(".yml").split("/")
        return not names.intersection(folders), ("error", "warning", "hint").index(problem["severity"])

    return [{**problem, "here": not rank(problem)[0]} for problem in sorted(problems, key=rank)]
