"""``thu-tuc/danh-muc.json``: the lists that kiosks of one board share.

Names are not in it: every kiosk has them in the data of its search.
"""

from collections.abc import Callable, Iterable

from generator import urls, words
from generator.board import Board, Entry
from generator.display.screens import as_json
from generator.drawings import drawing
from generator.model.settings import LifeEvent
from generator.model.stated import State, Stated, fee, time_limit
from generator.model.text import base_code

PATH = "thu-tuc/danh-muc.json"
SHORT = 40
"""A fee or a time that stands in a list is one, and no longer than this; all others stand on their page."""


def kiosk_catalogue(board: Board, entries: Iterable[Entry]) -> dict[str, bytes]:
    """Facts of ``entries`` in their order, fields, life events, and what the publisher says of itself."""
    settings = board.settings
    data = {
        "board": {
            "name": settings.name,
            "publisher": settings.publisher,
            "notice": settings.notice,
            "address": urls.absolute(settings.url, urls.procedure("{code}")),
        },
        "words": {"notStated": words.NOT_STATED, "notPublished": words.NOT_PUBLISHED},
        "complaints": {
            "phone": settings.complaints.phone,
            "link": settings.complaints.link,
            "linkName": settings.complaints.link_name,
            "address": settings.complaints.address,
        },
        "fields": [[field.key, field.name, field.description] for field in board.fields.values()],
        "events": [_event(event) for event in board.life_events],
        "entries": [_row(entry) for entry in entries],
    }
    return {PATH: as_json(data)}


def _event(event: LifeEvent) -> dict[str, object]:
    return {
        "key": event.key,
        "name": event.name,
        "about": event.description,
        "drawing": drawing(event.key),
        "codes": [base_code(code) for code in event.procedures],
    }


def _row(entry: Entry) -> list[object]:
    """``[base code, fee or None, time limit or None, 1 where only the main facts are known]``."""
    fee_text, time_text = _only(entry.fees, fee), _only(entry.time_limits, time_limit)
    return [entry.base_code, fee_text, time_text, int(entry.detail == "danh_muc")]


def _only(texts: tuple[str, ...], read: Callable[[str | None], Stated]) -> str | None:
    """The one text, word for word; a bare number without its unit says nothing in a list."""
    if len(texts) != 1 or len(texts[0]) > SHORT or texts[0].isdigit():
        return None
    return texts[0] if read(texts[0]).state is not State.NOT_STATED else None
