"""Parts of this program in processes of their own, wherever we stand."""

import os
import sys
from pathlib import Path


def python(*arguments: str) -> list[str]:
    """The command that runs Python itself: ``-m`` and a module of this program, and what it is told.

    ``-P``: the folder that we stand in is a board, not a place to import programs from.
    """
    return [sys.executable, "-P", *arguments]


def environment() -> dict[str, str]:
    """The child finds the same modules as we do, wherever it starts."""
    places = [str(Path(place).resolve()) for place in sys.path if place]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places), "PYTHONSAFEPATH": "1"}
