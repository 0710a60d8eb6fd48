"""Citizens' phones bring their own fonts: no page may need one that is as wide, or as high, as another."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.site.conftest import PHONE
from tests.site.fits import CONTROLS, CUT_DRAWINGS, SPILLS, TARGETS, TOO_WIDE
from tests.site.test_pages_in_browser import PAGES
from tests.strange_fonts import FONTS, dress

pytestmark = pytest.mark.browser

EVERYTHING = {**PAGES, "answers": "tim-kiem/#q=khai+sinh", "card": "nhung/xa/10750/"}
QUESTIONS = {
    "too small to hit": TARGETS,
    "too low for a control": CONTROLS,
    "wider than the phone": TOO_WIDE,
    "out of its box": SPILLS,
    "cut in a drawing": CUT_DRAWINGS,
}
TWICE = {name: QUESTIONS[name] for name in ("wider than the phone", "out of its box")}


@pytest.mark.parametrize("path", EVERYTHING.values(), ids=EVERYTHING.keys())
def test_a_page_fits_whatever_font_the_device_has(path: str, open_page: Callable[..., Page]) -> None:
    page = open_page(path)
    if "#q=" in path:
        page.wait_for_selector(".found__item")
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    larger = page.add_style_tag(content="html { font-size: 225% !important; }")
    faults: dict[tuple[str, int, bool, str], list[str]] = {}
    for name, metrics in FONTS.items():
        dress(page, "Noto Sans", metrics)
        for width, twice in ((PHONE[0], False), (PHONE[0], True), (1280, True)):
            page.set_viewport_size({"width": width, "height": PHONE[1]})
            larger.evaluate("(style, twice) => { style.disabled = !twice; }", twice)
            asked = TWICE if twice else QUESTIONS
            answers = {question: page.evaluate(script) for question, script in asked.items()}
            faults |= {(name, width, twice, key): found for key, found in answers.items() if found}
    assert faults == {}
