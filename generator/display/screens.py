"""A screen of a center, as whoever opens it must know it: which styles and scripts, in which order."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from generator.board import Board, Entry
from generator.citation import Citation
from generator.model.commune import Commune
from generator.model.procedure import Procedure
from generator.resources import theme

Files = Mapping[str, bytes]
"""Path in a release -> bytes.  Text is UTF-8."""

FOLDERS = ("common", "wall", "kiosk")
"""Folders below ``theme/display`` whose files go into every release, under the same paths."""

SEARCH = ("search/engine.js", "search/data.js")
"""The files of the search in a release."""

SLIDES = (
    *("common/clock.js", "common/qr.js", "common/fonts.js", "common/status.js", "common/night.js"),
    *("wall/schedule.js", "wall/draw.js", "wall/slides.js", "wall/carousel.js"),
)
"""What shows slides, on the wall and on a kiosk that nobody uses; in loading order."""

SLIDE_STYLES = ("common/base.css", "wall/wall.css")

LIST = "screens.json"
"""The file of a release that names its screens."""


class Screen(Struct, frozen=True):
    """``start`` is the part of ``congkhai.display`` that starts it; paths are of a release, in order."""

    key: str
    start: str
    title: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


class Displays(Struct, frozen=True):
    """Everything that a release is made of; the tests of the bundle bring small ones of their own.

    ``static`` are the files that are the same everywhere, ``search`` and ``catalogue`` what a list of entries
    needs, ``own`` the files of one commune, ``detail`` the file of one procedure.
    """

    screens: tuple[Screen, ...]
    static: Callable[[], Files]
    search: Callable[[Board, Sequence[Entry]], Files]
    catalogue: Callable[[Board, Sequence[Entry]], Files]
    own: Callable[[Board, Commune], Files]
    detail: Callable[[Procedure, Citation], bytes]

    def list(self) -> bytes:
        """``screens.json``: the screens by key."""
        return as_json({screen.key: asdict(screen) for screen in self.screens})


def theme_files(folders: Iterable[str] = FOLDERS) -> dict[str, bytes]:
    """The files of the theme that belong to the displays."""
    root = theme() / "display"
    found = (path for folder in folders for path in sorted((root / folder).rglob("*")) if path.is_file())
    return {_path(path, root): path.read_bytes() for path in found}


def as_json(data: object) -> bytes:
    """Compact JSON as UTF-8, the same for the same data."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _path(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
