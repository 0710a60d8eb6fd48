"""``ki-ot/du-lieu.json``: what one commune's kiosk knows and no other's does."""

from generator.board import Board
from generator.display.screens import as_json
from generator.model.commune import Commune
from generator.opening_hours import opening_lines

PATH = "ki-ot/du-lieu.json"


def kiosk_files(board: Board, commune: Commune) -> dict[str, bytes]:
    """Name, contacts, hours, counters, and the base codes of the procedures that the center receives."""
    data = {
        "commune": {
            "code": commune.code,
            "name": commune.name,
            "province": commune.province,
            "provinceName": board.area_name(commune.province),
            "address": commune.address,
            "phone": commune.phone,
            "email": commune.email,
            "website": commune.website and str(commune.website),
            "hours": opening_lines(commune.hours),
            "counters": [[counter.name, list(counter.fields)] for counter in commune.counters],
        },
        "received": [entry.base_code for entry in board.received_by(commune)],
    }
    return {PATH: as_json(data)}
