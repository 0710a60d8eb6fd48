"""What a procedure cites of the rest of the board: the same for its page and for the kiosk."""

from datetime import timedelta

from msgspec import Struct

from generator.board import Board, Entry
from generator.model.overlay import Overlay
from generator.model.procedure import Lifecycle

Cited = tuple[str, str]
"""Code and display name of another procedure."""


class Citation(Struct, frozen=True):
    """All that is shown of a procedure and its own record does not hold.

    Page and kiosk file are made from the record and this; so the two together tell whether they must be
    written again.
    """

    field_name: str
    lifecycle: Lifecycle
    stale: bool
    related: tuple[Cited, ...]
    replaced_by: tuple[Cited, ...]
    overlays: tuple[tuple[str, Overlay], ...]


def cite(board: Board, entry: Entry) -> Citation:
    """Look up what ``entry`` cites of the board."""
    review = board.settings.review
    days = review.full if entry.detail == "day_du" else review.catalogue
    return Citation(
        field_name=board.field_name(entry.field),
        lifecycle=entry.lifecycle(board.today),
        stale=bool(entry.reviewed_on and entry.reviewed_on + timedelta(days=days) < board.today),
        related=_cited(board, entry.related),
        replaced_by=_cited(board, entry.replaced_by),
        overlays=tuple((board.area_name(o.area), o) for o in board.overlays_of(entry.code)),
    )


def _cited(board: Board, codes: tuple[str, ...]) -> tuple[Cited, ...]:
    if not codes:
        return ()  # as nearly always
    entries = (board.entry(code) for code in codes)
    return tuple((entry.code, entry.display_name) for entry in entries if entry)
