"""The same kiosk on the public site: it asks its own server only, and a lost signal is no dead end."""

import pytest
from playwright.sync_api import Browser

from tests.display.kiosk.conftest import COMMUNE
from tests.display.kiosk.hand import Hand

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("kiosk")]


def test_the_kiosk_of_a_commune_works_from_its_address(browser: Browser, public_site: str) -> None:
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, has_touch=True)
    hand = Hand(context.new_page())
    hand.page.goto(f"{public_site}ki-ot/{COMMUNE}/")
    hand.page.wait_for_selector(".attract")
    hand.begin()
    hand.procedure("1.001193")
    assert hand.title == "Đăng ký khai sinh"
    hand.tap("Mang về điện thoại")
    hand.page.wait_for_selector(".carry .qr")
    asked = [address for address in hand.asked_elsewhere if not address.startswith(public_site)]
    context.close()
    assert asked == []
    assert hand.said == []
