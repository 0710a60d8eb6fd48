"""``ki-ot/du-lieu.json``: what one commune's kiosk knows and no other's does."""

from generator import words
from generator.board import Board
from generator.display.screens import as_json
from generator.model.commune import Commune, OpeningHours

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
            "hours": [_hours(row) for row in commune.hours],
            "counters": [[counter.name, list(counter.fields)] for counter in commune.counters],
        },
        "received": [entry.base_code for entry in board.received_by(commune)],
    }
    return {PATH: as_json(data)}


def _hours(row: OpeningHours) -> list[str]:
    """``["Thứ Hai, Thứ Ba", "07:30", "11:30"]``; three or more days on end as one range."""
    days = sorted(set(row.weekdays))
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        said = f"{words.WEEKDAYS[days[0]]} đến {words.WEEKDAYS[days[-1]]}"
    else:
        said = ", ".join(words.WEEKDAYS[day] for day in days)
    return [said, row.opens, row.closes]
