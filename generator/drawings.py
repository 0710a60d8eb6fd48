"""The project's own line drawings: one path on a grid of 32 x 32 for each life event and fact."""

import json
from collections.abc import Mapping
from functools import cache

from generator import resources

PLAIN = ""
"""The key of the drawing for everything that has none of its own: a sheet of paper."""


def drawing(key: str) -> str:
    """The SVG path data for ``key``, to be stroked on a view box of 32 x 32."""
    known = _drawings()
    return known.get(key, known[PLAIN])


@cache
def _drawings() -> Mapping[str, str]:
    loaded: dict[str, str] = json.loads(
        (resources.theme() / "pages/drawings.json").read_text(encoding="utf-8")
    )
    return loaded
