"""Where the engine's scripts lie and the order in which they are loaded: the only list of them."""

import re
from pathlib import Path

from generator.resources import theme

ENGINE_SCRIPTS = (
    "fold.js",
    "typing.js",
    "near.js",
    "pairs.js",
    "vocabulary.js",
    "index.js",
    "phrases.js",
    "split.js",
    "readings.js",
    "rewrite.js",
    "plan.js",
    "rank.js",
    "codes.js",
    "places.js",
    "office.js",
    "catalogue.js",
    "explain.js",
    "engine.js",
)


_COMMENT = re.compile(r"^ */\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)


def script_folder() -> Path:
    """The folder of the scripts, wherever the theme lies."""
    return theme() / "search"


def engine_source() -> str:
    """All scripts of the engine as one classic script, in loading order.

    Comments on lines of their own stay behind: they are a quarter of what a phone would load.
    """
    folder = script_folder()
    texts = ((folder / name).read_text(encoding="utf-8") for name in ENGINE_SCRIPTS)
    return "".join(_COMMENT.sub("", text) for text in texts)
