"""A release of one commune's displays: one flat map of paths to bytes, all that they ever ask for.

The bundle packs the map and signs it; the site serves the same files, those that communes share only once.
"""

from collections.abc import Mapping

from generator import urls
from generator.board import Board
from generator.citation import cite
from generator.display.screens import LIST, Displays, Files
from generator.model.commune import Commune
from generator.model.procedure import Procedure


def release(board: Board, commune: Commune, records: Mapping[str, Procedure], displays: Displays) -> Files:
    """Everything for ``commune``; ``records`` holds at least what its center receives, by base code."""
    received = board.received_by(commune)
    files = {LIST: displays.list(), **displays.static()}
    files.update(displays.search(board, received))
    files.update(displays.catalogue(board, received))
    files.update(displays.own(board, commune))
    for entry in received:
        files[urls.display_detail(entry.code)] = displays.detail(records[entry.base_code], cite(board, entry))
    return dict(sorted(files.items()))
