"""Where the engine's scripts lie and the order in which they are loaded: the only list of them."""

from pathlib import Path

import generator

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
    "catalogue.js",
    "explain.js",
    "engine.js",
)


def script_folder() -> Path:
    """The folder of the scripts: inside the installed package, or beside it in a checkout."""
    package = Path(generator.__file__).parent
    for folder in (package / "theme" / "search", package.parent / "theme" / "search"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("theme/search: không tìm thấy các tệp của bộ tìm kiếm.")


def engine_source() -> str:
    """All scripts of the engine as one classic script, in loading order."""
    folder = script_folder()
    return "".join((folder / name).read_text(encoding="utf-8") for name in ENGINE_SCRIPTS)
