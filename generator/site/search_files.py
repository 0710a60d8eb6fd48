"""What the site carries for search: the engine as one script, and the catalogue as another.

Nothing of it is loaded before somebody is about to search.
"""

from collections.abc import Iterator

from markupsafe import Markup

from generator import urls
from generator.board import Board
from generator.search.data import search_data
from generator.search.of_board import search_entries, search_places
from generator.search.scripts import engine_source, script_folder

FOLDER = "assets/congkhai"
BOX_SCRIPTS = ("address.js", "load.js", "marked.js", "suggestions.js", "combobox.js")
"""The box of every page, in this order; one file, because a phone asks for each file anew."""
RESULT_SCRIPTS = ("facets.js", "results.js")
"""On the results page, after the box."""
STYLES = ("combobox.css", "results.css")
"""The first is loaded with the engine, the second by the results page."""


def search_files(board: Board) -> Iterator[tuple[str, bytes]]:
    """Paths and bytes of everything that search needs."""
    yield urls.SEARCH_ENGINE, engine_source().encode()
    yield urls.SEARCH_DATA, search_data(search_entries(board), board.words, search_places(board))
    yield f"{FOLDER}/search-box.js", b"".join((script_folder() / name).read_bytes() for name in BOX_SCRIPTS)
    for name in (*RESULT_SCRIPTS, *STYLES):
        yield f"{FOLDER}/{name}", (script_folder() / name).read_bytes()


def search_head(root: str) -> Markup:
    """What the head of the results page holds beside what every page does."""
    style = Markup('<link rel="stylesheet" href="{}">').format(f"{root}{FOLDER}/results.css")
    scripts = (
        Markup('<script src="{}" defer></script>').format(f"{root}{FOLDER}/{name}") for name in RESULT_SCRIPTS
    )
    return Markup("").join((style, *scripts))
