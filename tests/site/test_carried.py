"""A page opened at the address that a kiosk shows: what was ticked there is ticked here."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

OPEN = "thu-tuc/1.001193/"
FOLDED = "thu-tuc/1.013225/"
TICKED = """() => [...document.querySelectorAll(".papers")].map((list, number) =>
  [number, [...list.querySelectorAll(".papers__tick")].map(box => Number(box.checked)).join("")])
  .filter(([, ticks]) => ticks.includes("1"))"""
UNFOLDED = """() => [...document.querySelectorAll("[data-papers] details")]
  .map((fold, number) => [fold.open, number]).filter(([open]) => open).map(([, number]) => number)"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    yield page
    context.close()


def mark(site: Path, path: str) -> str:
    found = re.search(
        r'data-papers="([0-9a-f]{8})"', (site / path / "index.html").read_text(encoding="utf-8")
    )
    assert found
    return found[1]


def test_ticks_come_along(phone: Page, address: str, site: Path) -> None:
    phone.goto(f"{address}{OPEN}#giay-to={mark(site, OPEN)}.0-1.2-1.4")
    assert phone.evaluate(TICKED) == [[0, "1"], [2, "1"]]
    assert "2 giấy tờ" in phone.inner_text(".carried")


def test_chosen_cases_are_unfolded_with_or_without_ticks(phone: Page, address: str, site: Path) -> None:
    phone.goto(f"{address}{FOLDED}#giay-to={mark(site, FOLDED)}.1-5.2")
    assert phone.evaluate(UNFOLDED) == [1, 2]
    assert [number for number, _ in phone.evaluate(TICKED)] == [1]
    assert phone.evaluate(TICKED)[0][1].startswith("101")


def test_a_list_that_has_changed_since_is_not_ticked(phone: Page, address: str) -> None:
    phone.goto(f"{address}{OPEN}#giay-to=00000000.0-1")
    assert phone.evaluate(TICKED) == []
    assert "đã được sửa" in phone.inner_text(".carried")


def test_ticks_are_undone_and_leave_the_address(phone: Page, address: str, site: Path) -> None:
    phone.goto(f"{address}{OPEN}#giay-to={mark(site, OPEN)}.0-1")
    phone.click(".carried__undo")
    assert phone.evaluate(TICKED) == []
    assert phone.url == f"{address}{OPEN}"


@pytest.mark.parametrize("fragment", ["", "ho-so", "giay-to=", "giay-to=x.0-1", "giay-to=%00.9999999-g.--"])
def test_any_other_address_ticks_nothing(phone: Page, address: str, fragment: str) -> None:
    phone.goto(f"{address}{OPEN}#{fragment}")
    assert phone.evaluate(TICKED) == []
