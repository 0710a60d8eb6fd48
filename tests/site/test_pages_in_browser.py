"""What must hold for every kind of page when a citizen opens it, on a phone, on a wide screen, on paper."""

import gzip
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

from generator.search.office import OFFICE_PAGES, OfficePage
from tests.site.conftest import PHONE, Scheme
from tests.site.fits import CONTROLS, TARGETS, TOO_WIDE

pytestmark = pytest.mark.browser

LONG_PROCEDURE = "thu-tuc/1.013225/"
SHORT_PROCEDURE = "thu-tuc/1.001193/"
PAGES = {
    "home": "",
    "catalogue": "thu-tuc/",
    "fields": "linh-vuc/",
    "field": "linh-vuc/ho-tich/",
    "life events": "su-kien/",
    "life event": "su-kien/sinh-con/",
    "communes": "xa/",
    "commune with figures": "xa/10750/",
    "commune without figures": "xa/17149/",
    "statistics": "thong-ke/",
    "changes": "thay-doi/",
    "search": "tim-kiem/",
    "proposals": "kien-nghi/",
    "inspections": "kiem-tra/",
    "inspection of a commune": "kiem-tra/10750/",
    "open data": "du-lieu/",
    "procedure": SHORT_PROCEDURE,
    "procedure with a very long name": LONG_PROCEDURE,
    "procedure repealed": "thu-tuc/9.000001/",
    "procedure to come": "thu-tuc/9.000002/",
    "prose": "trang-viet/",
    "not found": "404.html",
}
DESK = (1920, 1080)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIRST_VIEW = 100_000
"""Bytes of HTML, style and script over the wire; system fonts cost none."""

COLOURS = """() => ["body", "a", "h1", ".site-nav", ".site-footer"].map(name => {
  const style = getComputedStyle(document.querySelector(name));
  return [style.color, style.backgroundColor];
})"""


each_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())


@each_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_barrier_that_axe_knows(
    path: str, size: tuple[int, int], scheme: Scheme, open_page: Callable[..., Page]
) -> None:
    page = open_page(path, size, scheme)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert results.violations_count == 0, results.generate_report()


@each_page
def test_nothing_scrolls_sideways_on_the_smallest_phone(path: str, open_page: Callable[..., Page]) -> None:
    page = open_page(path, (320, 640))
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@each_page
def test_text_at_twice_the_size_still_fits(path: str, open_page: Callable[..., Page]) -> None:
    zoomed = open_page(path, (640, 370), device_scale_factor=2)
    assert zoomed.evaluate("document.documentElement.scrollWidth") <= 640
    for width in (1280, 360):
        page = open_page(path, (width, 740))
        page.add_style_tag(content="html { font-size: 225% !important; }")
        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@each_page
def test_fingers_hit_what_they_aim_at(path: str, open_page: Callable[..., Page]) -> None:
    page = open_page(path)
    assert page.evaluate(TARGETS) == []
    assert page.evaluate(CONTROLS) == []


@each_page
def test_one_heading_one_main_and_one_way_past_the_menu(path: str, open_page: Callable[..., Page]) -> None:
    page = open_page(path)
    assert page.locator("h1").count() == page.locator("main").count() == 1
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Đến nội dung chính"
    assert (skip.bounding_box() or {"x": -1})["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


@each_page
def test_focus_is_always_seen(path: str, open_page: Callable[..., Page]) -> None:
    page = open_page(path, DESK)
    for _ in range(25):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        style = page.evaluate(
            "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))"
        )
        assert style[0] == "solid", page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert style[1] >= 2


@each_page
def test_without_script_everything_is_there(path: str, open_page: Callable[..., Page]) -> None:
    with_script = open_page(path)
    plain = open_page(path, java_script_enabled=False)
    assert plain.locator(".filter:visible, [data-appearance]:visible").count() == 0
    assert with_script.locator("main a").count() == plain.locator("main a").count()
    assert plain.locator("main").inner_text().strip()


def test_where_the_box_cannot_search_the_page_says_so_and_what_to_do(open_page: Callable[..., Page]) -> None:
    plain = open_page("tim-kiem/", java_script_enabled=False)
    assert plain.locator("main noscript p").is_visible()
    assert "không dùng được ô tìm" in plain.locator("main").inner_text()
    assert plain.get_by_role("link", name="Xem tất cả thủ tục").is_visible()
    assert open_page("tim-kiem/").locator("main noscript p").count() == 0


def test_papers_can_be_ticked_and_folds_opened_without_script(open_page: Callable[..., Page]) -> None:
    page = open_page(LONG_PROCEDURE, java_script_enabled=False)
    page.locator("summary").first.click()
    paper = page.locator(".papers__name").first
    paper.click()
    assert page.locator(".papers__tick").first.is_checked()


@pytest.mark.parametrize("path", [SHORT_PROCEDURE, LONG_PROCEDURE])
def test_the_first_view_of_a_procedure_is_light(path: str, browser: Browser, address: str) -> None:
    loaded: list[Response] = []
    page = browser.new_page()
    page.on("response", lambda response: loaded.append(response))
    page.goto(address + path, wait_until="networkidle")
    sizes = {urlsplit(response.url).path: len(gzip.compress(response.body(), 6)) for response in loaded}
    page.close()
    assert sum(sizes.values()) < FIRST_VIEW, sizes
    assert len(sizes) <= 12, sizes


def test_dark_is_the_same_by_the_system_and_by_the_button(open_page: Callable[..., Page]) -> None:
    system = open_page(SHORT_PROCEDURE, scheme="dark").evaluate(COLOURS)
    page = open_page(SHORT_PROCEDURE, scheme="light")
    light = page.evaluate(COLOURS)
    page.get_by_role("button", name="Nền tối").click()
    assert page.evaluate(COLOURS) == system != light
    page.reload()
    assert page.evaluate(COLOURS) == system
    page.get_by_role("button", name="Nền sáng").click()
    assert page.evaluate(COLOURS) == light


def test_no_word_of_the_source_is_cut(open_page: Callable[..., Page]) -> None:
    page = open_page(LONG_PROCEDURE)
    cut = """() => [...document.querySelectorAll(".fact *, h1, .official-name")]
      .filter(node => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0
        || getComputedStyle(node).textOverflow === "ellipsis").map(node => node.outerHTML)"""
    assert page.evaluate(cut) == []


def test_the_procedure_page_keeps_its_order(open_page: Callable[..., Page]) -> None:
    page = open_page(SHORT_PROCEDURE)
    ids = page.locator("main section[aria-labelledby]").evaluate_all(
        "nodes => nodes.map(node => node.getAttribute('aria-labelledby'))"
    )
    first = ["doi-tuong", "ho-so", "trinh-tu", "cach-nop", "dieu-kien"]
    assert ids == [*first, "ket-qua", "can-cu", "khieu-nai", "lien-quan", "nguon"]
    assert page.locator("h1 + .lead").count() == 1
    assert page.locator(".facts .fact h2").all_inner_texts() == [
        "Phí, lệ phí",
        "Thời hạn",
        "Nộp ở đâu, cách nào",
        "Kết quả nhận được",
    ]


def test_from_where_to_hand_in_it_is_one_step_to_the_address(open_page: Callable[..., Page]) -> None:
    page = open_page(SHORT_PROCEDURE)
    page.locator(".fact", has_text="Nộp ở đâu").get_by_role("link", name="Địa chỉ, giờ làm việc").click()
    page.wait_for_url("**/xa/")


def test_channels_are_cards_on_a_phone_and_a_table_on_a_desk(open_page: Callable[..., Page]) -> None:
    row = "table.stacked tbody tr"
    display = "node => getComputedStyle(node).display"
    assert open_page(LONG_PROCEDURE).locator(row).first.evaluate(display) == "block"
    assert open_page(LONG_PROCEDURE, DESK).locator(row).first.evaluate(display) == "table-row"


@pytest.mark.parametrize("path", [LONG_PROCEDURE, PAGES["commune with figures"]])
def test_paper_gets_the_facts_and_not_the_menus(path: str, open_page: Callable[..., Page]) -> None:
    page = open_page(path, (680, 960), scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    hidden = (
        ".site-nav, .site-footer, .crumbs, .jump, .search-form, .site-search, .filter, .site-header__tools"
    )
    assert page.locator(hidden).locator("visible=true").count() == 0
    assert page.locator(".papers, .procedure-item").locator("visible=false").count() == 0
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 26, 23)"
    if path == LONG_PROCEDURE:
        assert page.locator(".qr").is_visible()
        assert page.locator(".address").is_visible()


def test_a_filter_opens_the_folds_where_it_finds_something(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES["commune with figures"])
    page.get_by_label("Lọc thủ tục").fill("khai sinh")
    assert page.locator("#danh-sach .procedure-item:visible").count() > 0
    assert "mục phù hợp" in page.locator(".filter__count").inner_text()
    page.get_by_label("Lọc thủ tục").fill("bao tu")
    found = page.locator("#danh-sach .procedure-item:visible")
    assert 0 < found.count() < 5, "only where the words stand together, not in every 'tu' and 'bao'"
    assert found.get_by_role("link", name="Đăng ký khai tử", exact=True).count() == 1
    page.get_by_label("Lọc thủ tục").fill("zzz")
    assert page.locator("#danh-sach .procedure-item:visible").count() == 0
    assert page.locator("details:visible").count() == 0


def test_nothing_moves_for_those_who_asked_for_calm(open_page: Callable[..., Page]) -> None:
    page = open_page("", reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll("*")].filter(node => {
      const style = getComputedStyle(node);
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0.01;
    }).length"""
    assert page.evaluate(moving) == 0


@pytest.mark.parametrize("page", OFFICE_PAGES, ids=lambda page: page.path)
def test_a_question_to_the_office_opens_its_page_from_deep_inside(
    page: OfficePage, open_page: Callable[..., Page]
) -> None:
    opened = open_page("thu-tuc/1.001193/")
    opened.get_by_role("combobox").fill(page.questions[0])
    opened.get_by_role("option", name=page.title).click()
    opened.wait_for_url(f"**/{page.path}")
    assert opened.locator("h1").count() == 1


def test_nothing_inline(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert " style=" not in text, file
        assert "<style" not in text, file
        assert " onclick=" not in text, file
