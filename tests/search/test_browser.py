"""The box and the results page in Chromium, from disk, on a phone: keyboard, announcements, Back, axe."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from generator.search.data import search_data
from generator.search.engine import SearchEngine
from generator.search.entry import SearchEntry
from tests.search.judging import QUERIES, read
from tests.search.own import own_words
from tests.search.page import write_site
from tests.search.small import ENTRIES, PLACES, WORDS

pytestmark = pytest.mark.browser
PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, search_data(ENTRIES, WORDS, PLACES))
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, color_scheme="light")
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "request", lambda request: None if request.url.startswith("file:") else wrong.append(request.url)
    )
    yield opened
    context.close()
    assert wrong == []


def typed(page: Page, query: str) -> None:
    page.get_by_role("combobox").fill(query)


def test_nothing_is_loaded_until_the_box_is_focused(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    assert page.evaluate("Boolean(congkhai.search)") is False
    page.get_by_role("combobox").focus()
    page.wait_for_function("Boolean(congkhai.search && congkhai.searchData)")


def test_the_keyboard_chooses_and_opens_a_procedure(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    typed(page, "khai sinh")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_id(str(box.get_attribute("aria-activedescendant")))
    expect(chosen).to_contain_text("Đăng ký khai sinh")
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/thu-tuc.html#1.000001")


def test_escape_closes_the_list_and_then_empties_the_box(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    typed(page, "khai sinh")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("khai sinh")
    box.press("Escape")
    expect(box).to_have_value("")


def test_a_screen_reader_hears_how_many_and_how_the_query_was_read(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    typed(page, "khai xinh")
    expect(page.get_by_role("status")).to_contain_text("Đang tìm: khai sinh")
    expect(page.get_by_role("status")).to_contain_text("kết quả")


def test_a_finger_opens_an_old_commune(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    typed(page, "quỳnh châu")
    page.get_by_role("option", name="Xã Quỳnh Tam").click()
    page.wait_for_url("**/xa.html#17149")


def test_the_form_leads_to_the_results_page_with_or_without_the_list(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    typed(page, "kết hôn")
    page.get_by_role("button", name="Tìm").click()
    page.wait_for_url("**/tim-kiem.html#q=*")
    expect(page.get_by_role("link", name="Đăng ký kết hôn")).to_be_visible()


def test_no_question_is_part_of_what_is_sent(page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).query))
    page.goto((site / "index.html").as_uri())
    typed(page, "kết hôn")
    page.get_by_role("button", name="Tìm").click()
    page.wait_for_url("**/tim-kiem.html#q=*")
    expect(page.locator(".found__item").first).to_be_visible()
    assert page.locator("form[data-search] [name]").count() == 0, "a form without script would send it"
    assert set(asked) == {""}


def test_an_address_that_would_send_the_question_is_turned_into_one_that_does_not(
    page: Page, site: Path
) -> None:
    page.goto((site / "tim-kiem.html").as_uri() + "?q=khai+xinh")
    expect(page.locator(".found__read")).to_contain_text("khai sinh")
    assert page.url.endswith("/tim-kiem.html#q=khai+xinh")


def test_what_was_asked_on_this_page_can_be_asked_again_and_is_kept_nowhere(page: Page, site: Path) -> None:
    page.goto((site / "tim-kiem.html").as_uri())
    box = page.get_by_role("combobox")
    for query in ("khai sinh", "kết hôn"):
        typed(page, query)
        box.press("Enter")
        expect(page.get_by_role("status").last).to_contain_text(query)
    typed(page, "")
    expect(page.get_by_role("option")).to_have_text(["kết hôn", "khai sinh"])
    page.get_by_role("option", name="khai sinh").click()
    expect(page.get_by_role("status").last).to_contain_text("khai sinh")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.goto((site / "index.html").as_uri())
    box.focus()
    expect(page.get_by_role("option")).to_have_count(0)


def test_a_shared_link_shows_its_results_and_back_returns_to_them(page: Page, site: Path) -> None:
    page.goto((site / "tim-kiem.html").as_uri() + "#q=khai+xinh")
    expect(page.locator(".found__read")).to_contain_text("khai sinh")
    page.get_by_role("link", name="Chỉ tìm đúng chữ").click()
    expect(page.locator(".found__read")).to_have_count(0)
    page.go_back()
    expect(page.locator(".found__read")).to_contain_text("khai sinh")


def test_a_filter_is_part_of_the_address(page: Page, site: Path) -> None:
    page.goto((site / "tim-kiem.html").as_uri() + "#q=đăng+ký")
    page.get_by_text("Thu hẹp kết quả").click()
    page.get_by_label("Hộ tịch (3)").check()
    expect(page.locator(".found__item")).to_have_count(3)
    assert "linh_vuc=ho-tich" in page.url
    page.reload()
    expect(page.locator(".found__item")).to_have_count(3)
    page.go_back()
    expect(page.locator(".found__item")).not_to_have_count(3)


def test_a_query_without_an_answer_is_no_dead_end(page: Page, site: Path) -> None:
    page.goto((site / "tim-kiem.html").as_uri() + "#q=%F0%9F%99%82")
    expect(page.get_by_role("status").last).to_contain_text("Chưa tìm thấy")
    expect(page.get_by_role("link", name="Hộ tịch")).to_be_visible()


def test_a_question_to_the_office_opens_its_page_from_the_box_and_from_the_results(
    page: Page, site: Path
) -> None:
    page.goto((site / "index.html").as_uri())
    typed(page, "trễ hẹn")
    page.get_by_role("option", name="Phản ánh, góp ý").click()
    page.wait_for_url("**/trang.html#phan-anh/")
    page.goto((site / "tim-kiem.html").as_uri() + "#q=trễ+hẹn")
    expect(page.get_by_role("status").last).to_contain_text("nằm ở trang dưới đây")
    page.get_by_role("link", name="Phản ánh, góp ý").click()
    page.wait_for_url("**/trang.html#phan-anh/")


def test_a_question_without_a_procedure_says_what_to_add(page: Page, site: Path) -> None:
    page.goto((site / "tim-kiem.html").as_uri() + "#q=cần+giấy+tờ+gì")
    expect(page.get_by_role("status").last).to_contain_text("Hãy gõ thêm tên việc")
    expect(page.get_by_role("link", name="Hộ tịch")).to_be_visible()


def test_a_weak_answer_is_not_called_one(page: Page, site: Path) -> None:
    page.goto((site / "tim-kiem.html").as_uri() + "#q=mai+táng+người+khuyết+tật")
    expect(page.get_by_role("status").last).to_contain_text("Chưa thấy thủ tục nào khớp hẳn")
    expect(page.get_by_role("heading", name="Có phải bạn tìm")).to_be_visible()
    expect(page.get_by_role("heading", name="Kết quả")).to_have_count(0)


def test_markup_in_a_query_or_a_name_stays_text(page: Page, tmp_path: Path) -> None:
    name = "Đăng ký <img src=x onerror=document.title='hit'> khai sinh"
    write_site(tmp_path, search_data([SearchEntry("1.000001", name)]))
    page.goto((tmp_path / "tim-kiem.html").as_uri() + "#q=<img src=x onerror=document.title='hit'> khai sinh")
    expect(page.locator(".found__item")).to_contain_text("<img")
    typed(page, "<b>khai</b> sinh")
    expect(page.get_by_role("option").first).to_contain_text("<img")
    assert page.locator("img, b").count() == 0
    assert page.title() != "hit"


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("address", ["index.html", "tim-kiem.html#q=khai+xinh", "tim-kiem.html#q=zzz"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    page: Page, site: Path, address: str, colours: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=colours)
    page.goto(site.as_uri() + "/" + address)
    typed(page, "khai sinh")
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "true")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_targets_are_large_enough_for_a_thumb(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    typed(page, "đăng ký")
    expect(page.get_by_role("option").first).to_be_visible()
    for target in page.locator("[role=option], .search-form button, .search-form input").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44


def test_browser_and_command_line_give_the_same_order(
    page: Page, tmp_path: Path, own_entries: tuple[SearchEntry, ...], own_engine: SearchEngine
) -> None:
    write_site(tmp_path, search_data(own_entries, own_words()))
    page.goto((tmp_path / "index.html").as_uri())
    page.get_by_role("combobox").focus()
    page.wait_for_function("Boolean(congkhai.search && congkhai.searchData)")
    queries = [judged.query for judged in read(QUERIES)]
    ask = "queries => queries.map(query => congkhai.search(query).map(hit => [hit.code, hit.score]))"
    expected = [[[hit["code"], hit["score"]] for hit in own_engine.search(query)] for query in queries]
    assert page.evaluate(ask, queries) == expected
