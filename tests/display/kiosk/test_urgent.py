"""An urgent notice does not vanish at the touch of those whom it concerns."""

import shutil
from pathlib import Path

import pytest

from tests.display.kiosk.conftest import BUILT_AT, COMMUNE, DAY, Opens
from tests.display.kiosk.folder import kiosk_release, write

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("kiosk")]

HALF_AN_HOUR = 30 * 60 * 1000
NOTICES = f"""
thong_bao_man_hinh:
  - tieu_de: Tạm ngừng tiếp nhận
    noi_dung: Hệ thống đang bảo trì.
    khan: co
    het_han: 22/11/2026 11:00
  - tieu_de: Bão số 13
    noi_dung: |
      {"Nghe theo hướng dẫn của chính quyền. " * 8}
      {"Không ra đường khi chưa cần thiết. " * 8}
    khan: co
    het_han: 22/11/2026
  - tieu_de: Nghỉ lễ
    noi_dung: Nghỉ hết ngày.
    het_han: 22/11/2026
  - tieu_de: Cúp điện
    noi_dung: Sáng mai cúp điện.
    khan: co
    tu_luc: 23/11/2026 07:00
    het_han: 23/11/2026 11:00
"""
DAY_LONG = 24 * HALF_AN_HOUR * 2


@pytest.fixture(scope="module")
def page(board: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kiosk of a board with two urgent notices, one of two paragraphs, and one that is not urgent."""
    folder = tmp_path_factory.mktemp("board") / "board"
    shutil.copytree(board, folder)
    with (folder / "content/board.yml").open("a", encoding="utf-8") as settings:
        settings.write(NOTICES)
    return write(tmp_path_factory.mktemp("kiosk"), COMMUNE, kiosk_release(folder, COMMUNE, DAY), BUILT_AT)


def test_the_first_screen_says_what_is_urgent_as_long_as_it_is(opens: Opens, page: Path) -> None:
    hand = opens(page=page)
    hand.begin()
    found = hand.page.locator(".banner")
    assert found.locator("h2").all_inner_texts() == ["Tạm ngừng tiếp nhận", "Bão số 13"]
    assert "Hệ thống đang bảo trì." in found.nth(0).inner_text()
    assert "Nghe theo" in found.nth(1).inner_text()
    assert "Không ra đường" in found.nth(1).inner_text()
    hand.page.evaluate(f"pass({HALF_AN_HOUR + 60_000})")
    hand.begin()
    assert found.locator("h2").all_inner_texts() == ["Bão số 13"]


def test_without_an_urgent_notice_nothing_stands_there(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    assert hand.page.locator(".banner").count() == 0


def test_slides_that_nobody_touches_for_days_follow_the_hour(opens: Opens, page: Path) -> None:
    """Nobody comes: what has ended leaves the slides, what is urgent takes them, and they come back."""
    hand = opens(page=page)
    title = hand.page.locator(".slide:last-child h1")
    assert title.inner_text() == "Tạm ngừng tiếp nhận"
    hand.page.evaluate(f"pass({HALF_AN_HOUR + 6000})")
    assert title.inner_text().startswith("Bão số 13")
    assert hand.page.locator(".wall").count() == 1
    hand.page.evaluate(f"pass({20 * 2 * HALF_AN_HOUR})")
    assert title.inner_text() == "Cúp điện"
    hand.page.evaluate(f"pass({DAY_LONG})")
    assert title.inner_text() != "Cúp điện"
    assert hand.page.locator(".wall").count() == 1
    hand.begin()
    hand.page.evaluate("pass(20000)")
    assert hand.page.locator(".wall").count() == 0


def test_opening_hours_stand_with_the_notices_that_change_them(opens: Opens, page: Path) -> None:
    hand = opens(page=page)
    hand.begin()
    hand.tap("Liên hệ, phản ánh")
    found = hand.page.locator(".banner")
    assert found.locator("h2").all_inner_texts() == ["Tạm ngừng tiếp nhận", "Bão số 13"]
    assert found.first.evaluate("node => node.compareDocumentPosition(document.querySelector('.pairs'))") == 4
