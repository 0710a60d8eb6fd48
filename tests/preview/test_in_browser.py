"""An editor's afternoon in Chromium: save a mistake, read what is wrong, mend it, see the page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.preview.conftest import CODE, Preview

pytestmark = pytest.mark.browser

WAIT = 30_000
"""Milliseconds."""


def test_a_mistake_is_shown_beside_the_page_and_gone_when_it_is_mended(
    preview: Preview, browser: Browser
) -> None:
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(f"{preview.url}thu-tuc/{CODE}/")
    panel = page.get_by_role("complementary", name="Khung xem thử")
    expect(panel.get_by_role("status")).to_contain_text("Không có lỗi", timeout=WAIT)
    good = preview.record.read_text(encoding="utf-8")

    preview.record.write_text(good + "tenn: x\n", encoding="utf-8")
    expect(panel.get_by_role("status")).to_contain_text("Còn 1 lỗi; trang này là bản còn đúng", timeout=WAIT)
    expect(panel.locator("h2").first).to_have_text("Của trang này (1)")
    expect(panel.locator("li").first).to_contain_text(f"procedures/ho-tich/{CODE}.yml, dòng")
    expect(panel.locator("pre")).to_contain_text("tenn: x")
    expect(page.locator("h1")).to_contain_text("Thủ tục đăng ký khai sinh")
    found = [each["id"] for each in Axe().run(page, context=".ck-preview").response["violations"]]
    assert found == []

    panel.get_by_role("button", name="Thu gọn").press("Enter")
    expect(panel.locator("pre")).to_be_hidden()
    mended = good.replace("Thủ tục đăng ký khai sinh", "Thủ tục đã sửa xong")
    preview.record.write_text(mended, encoding="utf-8")
    expect(page.locator("h1")).to_contain_text("Thủ tục đã sửa xong", timeout=WAIT)
    expect(panel.get_by_role("status")).to_contain_text("Không có lỗi", timeout=WAIT)
    expect(panel.get_by_role("button", name="Mở")).to_be_visible()
    assert refused == []
    page.close()


def test_served_pages_show_no_panel_and_come_anew_with_each_save(served: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served.url}thu-tuc/{CODE}/")
    good = served.record.read_text(encoding="utf-8")
    served.record.write_text(good + "tenn: x\n", encoding="utf-8")
    served.until(lambda state: not state["current"])
    expect(page.locator("h1")).to_contain_text("Thủ tục đăng ký khai sinh")
    expect(page.locator(".ck-preview")).to_have_count(0)
    served.record.write_text(good.replace("đăng ký khai sinh", "đã sửa xong"), encoding="utf-8")
    expect(page.locator("h1")).to_contain_text("Thủ tục đã sửa xong", timeout=WAIT)
    expect(page.locator(".ck-preview")).to_have_count(0)
    page.close()
