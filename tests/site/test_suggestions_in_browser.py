"""The list under a search box can be seen and hit: nothing around the box cuts it or lies over it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.site.conftest import PHONE

pytestmark = pytest.mark.browser

HIDDEN = """() => {
  const panel = [...document.querySelectorAll('.suggest')].find((one) => !one.hidden);
  const box = panel.getBoundingClientRect();
  const bottom = Math.min(box.bottom, innerHeight);
  const shown = [...panel.querySelectorAll('[role=option]')].filter((option) => {
    const row = option.getBoundingClientRect();
    return row.top >= box.top && row.bottom <= bottom;
  });
  const hit = (option, part) => {
    const row = option.getBoundingClientRect();
    return option.contains(document.elementFromPoint(row.left + row.width / 2, row.top + row.height * part));
  };
  const hidden = shown.filter((option) => !hit(option, 0.1) || !hit(option, 0.9));
  return [shown.length, hidden.map((option) => option.textContent)];
}"""


@pytest.mark.parametrize("path", ["", "thu-tuc/1.001193/"], ids=["home", "procedure"])
@pytest.mark.parametrize("width", [PHONE[0], 1280], ids=["phone", "desk"])
def test_every_suggestion_on_the_screen_can_be_hit(
    path: str, width: int, open_page: Callable[..., Page]
) -> None:
    page = open_page(path)
    page.set_viewport_size({"width": width, "height": 1000})
    page.locator("input[type=search]").first.fill("khai sinh")
    page.wait_for_selector(".suggest [role=option]")
    shown, hidden = page.evaluate(HIDDEN)
    assert shown >= 3
    assert hidden == []


def test_what_was_found_can_be_read_in_a_readers_own_colours(open_page: Callable[..., Page]) -> None:
    page = open_page("")
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.locator("input[type=search]").first.fill("khai sinh")
    page.wait_for_selector(".suggest mark")
    marked, around = page.evaluate(
        "['.suggest mark', '.suggest [role=option]'].map("
        "(one) => getComputedStyle(document.querySelector(one)).color)"
    )
    assert marked == around
