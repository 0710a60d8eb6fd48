"""What somebody ticked at the glass is on the page that their phone opens; the code holds nothing else."""

import io
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser

from tests.display.kiosk.conftest import Opens
from tests.display.kiosk.hand import Hand
from tests.display.kiosk.walk import SIZES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("kiosk")]

PUBLIC = "https://congkhai.example/"
TICKED = """() => [...document.querySelectorAll(".papers")].map((list, number) =>
  [number, [...list.querySelectorAll(".papers__tick")].map(box => Number(box.checked)).join("")])"""
UNFOLDED = """() => [...document.querySelectorAll("[data-papers] details")]
  .map((fold, number) => [fold.open, number]).filter(([open]) => open).map(([, number]) => number)"""


def read(hand: Hand) -> str:
    """What a phone reads off the screen."""
    hand.page.wait_for_selector(".carry .qr")
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(hand.page.screenshot())))
    assert len(found) == 1
    text: str = found[0].text
    return text


def seen_on_phone(browser: Browser, site: str, address: str, script: str) -> Any:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address.replace(PUBLIC, site))
    seen = page.evaluate(script)
    context.close()
    # The browser cuts the fragment off before it asks; what is left says only which procedure it is.
    assert not any("giay-to" in url.partition("#")[0] for url in asked)
    return seen


def test_ticks_at_the_glass_are_ticks_on_the_phone(opens: Opens, browser: Browser, public_site: str) -> None:
    hand = opens()
    hand.begin()
    hand.procedure("1.001193")
    hand.jump("Giấy tờ")
    hand.page.locator(".tick").nth(0).tap()
    hand.page.locator(".tick").nth(2).tap()
    hand.tap("Mang về điện thoại")
    assert "2 giấy tờ bạn đã đánh dấu" in hand.page.locator(".carry").inner_text()
    address = read(hand)
    assert address.startswith(f"{PUBLIC}thu-tuc/1.001193/#giay-to=")
    ticked = seen_on_phone(browser, public_site, address, TICKED)
    assert [number for number, ticks in ticked if "1" in ticks] == [0, 2]


def test_chosen_cases_and_ticks_beyond_the_thirty_second_paper(
    opens: Opens, browser: Browser, public_site: str
) -> None:
    hand = opens()
    hand.begin()
    hand.procedure("9.000004")
    for case, papers in ((1, (0, 33, 39)), (4, ())):
        hand.ask("number => document.querySelectorAll('.fold')[number].click()", case)
        for paper in papers:
            hand.ask(
                "([number, place]) => document.querySelectorAll('.ticks')[number]"
                ".querySelectorAll('.tick')[place].click()",
                [case, paper],
            )
    hand.tap("Mang về điện thoại")
    address = read(hand)
    assert seen_on_phone(browser, public_site, address, UNFOLDED) == [1, 4]
    ticked = dict(seen_on_phone(browser, public_site, address, TICKED))
    assert [place for place, tick in enumerate(ticked[1]) if tick == "1"] == [0, 33, 39]
    assert "1" not in ticked[4]


def test_every_paper_of_a_very_long_list_still_makes_a_code_that_reads(opens: Opens) -> None:
    hand = opens((960, 540))
    hand.begin()
    hand.procedure("9.000004")
    hand.ask("() => document.querySelectorAll('.fold').forEach(fold => fold.click())")
    hand.ask("() => document.querySelectorAll('.tick').forEach(tick => tick.click())")
    hand.tap("Mang về điện thoại")
    assert read(hand).startswith(f"{PUBLIC}thu-tuc/9.000004/#giay-to=")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_the_code_reads_off_the_screen_at_every_size_and_in_high_contrast(
    opens: Opens, size: tuple[int, int]
) -> None:
    hand = opens(size)
    hand.begin()
    hand.procedure("2.000815")
    hand.tap("Mang về điện thoại")
    assert read(hand) == f"{PUBLIC}thu-tuc/2.000815/"
    hand.tap("Tương phản")
    assert read(hand) == f"{PUBLIC}thu-tuc/2.000815/"
    hand.tap("Hạ thấp nút")
    assert read(hand) == f"{PUBLIC}thu-tuc/2.000815/"


def test_the_address_is_written_out_for_those_without_a_camera(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.procedure("2.000815")
    hand.tap("Mang về điện thoại")
    hand.page.wait_for_selector(".carry")
    assert "congkhai.example/thu-tuc/2.000815/" in hand.page.locator(".carry").inner_text()
