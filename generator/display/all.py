"""The screens that a center has, and everything that they ask for."""

from collections.abc import Sequence

from generator.board import Board, Entry
from generator.display import kiosk, wall
from generator.display.screens import SEARCH, Displays, Files, Screen, theme_files
from generator.model.commune import Commune
from generator.search.data import search_data
from generator.search.of_board import search_entries, search_places
from generator.search.scripts import engine_source

SCREENS = (
    Screen("man-hinh", "wall", "Màn hình treo tường", wall.STYLES, wall.SCRIPTS),
    Screen("ki-ot", "kiosk", "Ki-ốt tra cứu thủ tục", kiosk.STYLES, kiosk.SCRIPTS),
)


def _search(board: Board, entries: Sequence[Entry]) -> Files:
    data = search_data(search_entries(board, entries), board.words, search_places(board))
    return dict(zip(SEARCH, (engine_source().encode(), data), strict=True))


def _own(board: Board, commune: Commune) -> Files:
    return {**wall.wall_files(board, commune), **kiosk.kiosk_files(board, commune)}


DISPLAYS = Displays(
    screens=SCREENS,
    static=theme_files,
    search=_search,
    catalogue=kiosk.kiosk_catalogue,
    own=_own,
    detail=kiosk.procedure_detail,
)
