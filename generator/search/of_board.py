"""What search takes of a board: the site, the kiosk and the command line ask here."""

from collections.abc import Iterable, Iterator

from generator.board import Board, Entry
from generator.search.entry import SearchEntry, SearchPlace


def search_entries(board: Board, entries: Iterable[Entry] | None = None) -> Iterator[SearchEntry]:
    """Every procedure in use, or ``entries`` alone, as search sees them."""
    for entry in board.in_use if entries is None else entries:
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


def search_places(board: Board) -> Iterator[SearchPlace]:
    """The communes with the names they had before."""
    for commune in board.communes.values():
        yield SearchPlace(commune.code, commune.name, commune.former_names)
