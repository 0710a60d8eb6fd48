"""What the site carries for search: the engine as one script, and the catalogue as another.

Nothing of it is loaded before somebody is about to search.
"""

from collections.abc import Iterator

from markupsafe import Markup

from generator.board import Board
from generator.search.data import search_data
from generator.search.entry import SearchEntry, SearchPlace
from generator.search.scripts import engine_source, script_folder

FOLDER = "assets/congkhai"
PAGE_SCRIPTS = ("load.js", "marked.js", "suggestions.js", "combobox.js")
"""On every page, in this order."""
RESULT_SCRIPTS = ("address.js", "facets.js", "results.js")
"""On the results page, after those of every page."""
STYLES = ("combobox.css", "results.css")


def search_files(board: Board) -> Iterator[tuple[str, bytes]]:
    """Paths and bytes of everything that search needs."""
    yield f"{FOLDER}/search-engine.js", engine_source().encode()
    yield f"{FOLDER}/search-data.js", search_data(_entries(board), board.words, _places(board))
    for name in (*PAGE_SCRIPTS, *RESULT_SCRIPTS, *STYLES):
        yield f"{FOLDER}/{name}", (script_folder() / name).read_bytes()


def search_head(root: str) -> Markup:
    """What the head of the results page holds: the styles, and the scripts in their order."""
    styles = (Markup('<link rel="stylesheet" href="{}">').format(f"{root}{FOLDER}/{name}") for name in STYLES)
    names = (*PAGE_SCRIPTS, *RESULT_SCRIPTS)
    scripts = (Markup('<script src="{}" defer></script>').format(f"{root}{FOLDER}/{name}") for name in names)
    return Markup("").join((*styles, *scripts))


def _entries(board: Board) -> Iterator[SearchEntry]:
    for entry in board.in_use:
        yield SearchEntry(
            code=entry.code,
            name=entry.name,
            short_name=entry.short_name,
            keywords=entry.keywords,
            field=entry.field,
            field_name=board.field_name(entry.field),
            applicants=entry.applicants,
            online_level=entry.online_level,
            scope=entry.scope,
        )


def _places(board: Board) -> Iterator[SearchPlace]:
    for commune in board.communes.values():
        yield SearchPlace(commune.code, commune.name, commune.former_names)
