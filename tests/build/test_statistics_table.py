"""The table of all communes in a browser: complete without script, sortable and searchable with it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.site.build import build
from tests.build.conftest import DAY

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NAMES = "() => [...document.querySelectorAll('#bang-xa tbody tr')].filter(r => !r.hidden).map(r => r.querySelector('a').textContent)"  # noqa: E501


def _open(browser: Browser, site: Path, *, script: bool = True) -> Page:
    page = browser.new_context(java_script_enabled=script, viewport={"width": 1280, "height": 800}).new_page()
    page.goto((site / "thong-ke/index.html").as_uri())
    return page


def test_without_script_the_table_is_whole_and_shows_no_dead_control(
    sample: Path, tmp_path: Path, browser: Browser
) -> None:
    build(sample, tmp_path / "site", DAY)
    page = _open(browser, tmp_path / "site", script=False)
    assert page.locator("#bang-xa tbody tr").count() == 15
    assert page.locator("#bang-xa button").count() == 0
    assert not page.locator("#loc-bang-xa").is_visible()


def test_a_head_sorts_by_number_and_keeps_communes_without_figures_last(
    sample: Path, tmp_path: Path, browser: Browser
) -> None:
    build(sample, tmp_path / "site", DAY)
    page = _open(browser, tmp_path / "site")
    head = page.get_by_role("button", name="Tiếp nhận")
    head.click()
    assert page.evaluate(NAMES)[:3] == ["Xã An Thành", "Phường Tứ Minh", "Xã Phú Thái"]
    head.click()
    assert page.evaluate(NAMES)[:3] == ["Xã Phú Thái", "Phường Tứ Minh", "Xã An Thành"]
    assert page.locator("#bang-xa th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_the_filter_folds_marks_and_says_how_many_are_left(
    sample: Path, tmp_path: Path, browser: Browser
) -> None:
    build(sample, tmp_path / "site", DAY)
    page = _open(browser, tmp_path / "site")
    page.fill("#loc-bang-xa", "phu thai")
    assert page.evaluate(NAMES) == ["Xã Phú Thái"]
    assert page.locator("#dem-bang-xa").inner_text() == "1 xã, phường phù hợp"
    page.fill("#loc-bang-xa", "")
    assert len(page.evaluate(NAMES)) == 15
