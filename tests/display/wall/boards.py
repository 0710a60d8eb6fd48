"""Boards that a test bends: the sample board with other entries, figures or overlays."""

from types import MappingProxyType
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.board import Board
from generator.model.convert import record_of
from generator.model.display import Notice
from generator.model.overlay import Overlay
from generator.model.statistics import StatisticsReport

SOURCE = [{"ten": "Báo cáo của Ủy ban nhân dân xã", "ngay": "05/10/2026"}]


def with_entry(board: Board, code: str, **changed: Any) -> Board:
    """The board with one entry changed."""
    entry = msgspec.structs.replace(board.entries[code], **changed)
    return replace(board, entries=MappingProxyType({**board.entries, code: entry}))


def with_notices(board: Board, *notices: dict[str, str]) -> Board:
    """The board with notices for the screens of all centers."""
    given = tuple(record_of(Notice, notice) for notice in notices)
    return replace(board, settings=replace(board.settings, screen_notices=given))


def with_report(board: Board, **given: Any) -> Board:
    """The board with this report as the only one of commune 10750."""
    report = record_of(StatisticsReport, {"xa": "10750", "den": "30/09/2026", "nguon": SOURCE, **given})
    return replace(board, statistics={**board.statistics, "10750": (report,)})


def with_overlay(board: Board, area: str, code: str, **channel: str) -> Board:
    """The board with a province's or commune's own fee or time limit."""
    given = {"hinh_thuc": "truc_tiep", **channel}
    overlay = record_of(
        Overlay, {"noi_ap_dung": area, "ma": code, "cach_thuc_thuc_hien": [given], "nguon": SOURCE}
    )
    return replace(board, overlays={**board.overlays, code: (overlay,)})
