"""What the screens of communes find on the site, but for the procedures' files, which lie there already."""

from generator import urls
from generator.board import Board
from generator.display.all import DISPLAYS
from generator.display.screens import SEARCH
from generator.display.site_displays import Digests, SiteDisplays, detail_digests, detail_file
from generator.site.inputs import page_file
from generator.site.output import Output


def write_displays(
    board: Board, keys: dict[str, str], before: Digests, output: Output
) -> tuple[Digests, frozenset[str]]:
    """Write what changed; key and digest of each procedure's file, and all files of the displays.

    ``keys`` are those of the procedures' pages, ``before`` what was known of their files.  The files of the
    search are those of the site, which must be there.
    """
    by_code = {entry.base_code: keys[page_file(entry.code)] for entry in board.entries.values()}
    details = detail_digests(output.root, by_code, before)
    paths = [urls.display_file(path, "") for path in SEARCH]
    searched = {path: (output.root / path).read_bytes() for path in paths}
    made = dict(SiteDisplays(board, DISPLAYS).files(searched, details))
    for path, content in made.items():
        output.write(path, content)
    return details, frozenset(made) | frozenset(map(detail_file, details))
