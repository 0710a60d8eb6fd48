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
    "too wide": TOO_WIDE,
    "out of its box": SPILLS,
    "cut in a drawing": CUT_DRAWINGS,
}
FITS = {name: QUESTIONS[name] for name in ("too wide", "out of its box")}
LOOKS = (
    ("phone", PHONE[0], QUESTIONS),
    ("phone, letters twice as large", PHONE[0], FITS),
    ("desk, letters twice as large", 1280, FITS),
    ("paper", 680, FITS),
)
"""Name, width in CSS pixels (a sheet of A4 is 680 between its margins) and what is asked of it."""


@pytest.mark.parametrize("path", EVERYTHING.values(), ids=EVERYTHING.keys())
def test_a_page_fits_whatever_font_the_device_has(path: str, open_page: Callable[..., Page]) -> None:
    page = open_page(path)
    if "#q=" in path:
        page.wait_for_selector(".found__item")
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    larger = page.add_style_tag(content="@media screen { html { font-size: 225% !important; } }")
    faults: dict[tuple[str, str], dict[str, list[str]]] = {}
    for name, metrics in FONTS.items():
        dress(page, "Noto Sans", metrics)
        for look, width, questions in LOOKS:
            page.set_viewport_size({"width": width, "height": PHONE[1]})
            page.emulate_media(media="print" if look == "paper" else "screen")
            larger.evaluate("(style, twice) => { style.disabled = !twice; }", "twice" in look)
            answers = {question: page.evaluate(script) for question, script in questions.items()}
            faults[name, look] = {question: found for question, found in answers.items() if found}
    assert {where: found for where, found in faults.items() if found} == {}


def test_steps_have_the_whole_width_where_letters_are_twice_as_large(open_page: Callable[..., Page]) -> None:
    page = open_page("thu-tuc/1.001193/")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    width = "document.querySelector('.steps > li p').getBoundingClientRect().width"
    beside = page.evaluate(width)
    page.add_style_tag(content="html { font-size: 200% !important; }")
    assert page.evaluate(width) > 0.8 * PHONE[0]
    assert beside < 0.8 * PHONE[0], "the number stands beside its step where there is room"
