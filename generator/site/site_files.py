"""Every file of the site but the pages of single procedures."""

import json
from collections.abc import Iterator
from itertools import chain

from generator import __version__, urls
from generator.board import Board
from generator.site import accountability_pages, feeds, statistics_table
from generator.site.board_pages import HOME_SLOT, BoardPages
from generator.site.output import MARKER
from generator.site.page import Page
from generator.site.search_files import search_files
from generator.site.shell import Frame, shell_of


def site_files(board: Board, frame: Frame) -> Iterator[tuple[str, bytes]]:
    """Paths and bytes: assets, prose pages, lists, feed, sitemap and the marker."""
    yield from frame.assets.items()
    pages = BoardPages(board)
    home = pages.home_body()
    for path, html in frame.prose.items():
        yield path, html.replace(HOME_SLOT, home).encode()
    paths = [path.removesuffix("index.html") for path in frame.prose if path.endswith("index.html")]
    found = accountability_pages.inspections(board)
    for page in chain(pages.pages(), accountability_pages.pages(board, found), _open_data_pages(board)):
        yield urls.file_of(page.path), shell_of(frame.shells, page).fill(page)
        if page.canonical is None:
            paths.append(page.path)
    paths += [urls.procedure(entry.code) for entry in board.entries.values()]
    yield from accountability_pages.files(board, found)
    yield from _open_data_files(board)
    yield urls.STATISTICS_CSV, statistics_table.as_csv(board)
    yield urls.SITEMAP, feeds.sitemap(board.settings.url, paths)
    yield urls.FEED, feeds.atom(board)
    yield from search_files(board)
    yield MARKER, _marker(board)


def _open_data_pages(board: Board) -> Iterator[Page]:
    if board.settings.open_data:
        from generator.site import open_data_page  # a board without open data never waits for it

        yield from open_data_page.pages(board)


def _open_data_files(board: Board) -> Iterator[tuple[str, bytes]]:
    if board.settings.open_data:
        from generator.site import open_data_files  # nor for this

        yield from open_data_files.files(board)


def _marker(board: Board) -> bytes:
    facts = {
        "congkhai": __version__,
        "ten": board.settings.name,
        "don_vi": board.settings.publisher,
        "thu_tuc": len(board.entries),
        "xa": len(board.communes),
    }
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()
