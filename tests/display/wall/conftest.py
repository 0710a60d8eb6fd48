"""The sample board's screens, and a Chromium without a network that opens them from a folder."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from generator.board import Board
from generator.display.wall import wall_data
from generator.loading import load
from generator.model.commune import Commune
from generator.model.convert import record_of
from tests.display.wall.page import write_wall

ROOT = Path(__file__).parents[3]
DAY = date(2026, 11, 23)
MORNING = "2026-11-24T08:15:00+07:00"

OFFICE = {
    "ma": "10750",
    "ten": "Xã Phú Thái",
    "tinh": "31",
    "dia_chi": "Số 1 đường Thử, xã Phú Thái",
    "dien_thoai": "0225 3000 000",
    "gio_lam_viec": [
        {"thu": ["2", "3", "4", "5", "6"], "tu": "07:30", "den": "11:30"},
        {"thu": ["2", "3", "4", "5", "6"], "tu": "13:30", "den": "17:00"},
    ],
    "quay": [{"ten": "Quầy số 1", "linh_vuc": ["ho-tich", "chung-thuc"]}],
}
"""A center that publishes everything; of the sample board none does."""

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def board() -> Board:
    loaded = load(ROOT, DAY)
    assert loaded.board
    return loaded.board


@pytest.fixture(scope="session")
def data(board: Board) -> dict[str, Any]:
    """What the screen of a real commune of the sample board says."""
    return wall_data(board, board.communes["10750"])


def office(**display: Any) -> Commune:
    """The center that publishes everything, with these settings of its screen."""
    return record_of(Commune, {**OFFICE, "man_hinh": display} if display else OFFICE)


@pytest.fixture
def open_wall(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens data on a screen of a size at a time; any error, any request but to its own folder fails."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith((tmp_path.as_uri(), "blob:", "data:")):
            faults.append(f"request: {request.url}")

    def open_(
        data: dict[str, Any],
        size: tuple[int, int] = (1920, 1080),
        time: str = MORNING,
        motion: str = "reduce",
        script: str = "",
    ) -> Page:
        address = write_wall(tmp_path / str(len(contexts)), data)
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            offline=True,
            reduced_motion=motion,  # type: ignore[arg-type]  # one of its literals
        )
        contexts.append(context)
        context.add_init_script(script)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", asked)
        # Stopped, so that a slow machine does not turn the slides by itself; a stop must lie ahead.
        page.clock.install(time=datetime.fromisoformat(time) - timedelta(minutes=5))
        page.clock.pause_at(time)
        page.goto(address)
        page.wait_for_function("calls.ready === 1")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not faults
