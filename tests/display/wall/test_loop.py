"""A whole loop of the wall in a browser without a network, at the sizes of real screens."""

from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page

from generator.board import Board
from generator.display.wall import wall_data
from tests.display.wall.conftest import Open, office
from tests.strange_fonts import FONTS, in_place_of_its_own

pytestmark = pytest.mark.browser

SIZES = [(1920, 1080), (1080, 1920), (1366, 768), (960, 540)]
EXACT = """() => { const slide = document.querySelector(".slide:last-child");
  const content = slide.querySelector(".slide__content"), main = slide.querySelector(".slide__main");
  return { title: slide.querySelector(".slide__title").textContent, words: content.innerText.trim(),
    count: document.querySelector(".wall__count").textContent,
    shrunk: slide.style.getPropertyValue("--fit"),
    over: [content, main].some(node => node.scrollHeight > node.clientHeight + 1
      || node.scrollWidth > node.clientWidth + 1),
    outside: [...slide.querySelectorAll("h1, p, span, strong, li, svg")].concat(
        ...document.querySelectorAll(".wall__foot p, .wall__pulse svg"))
      .filter(node => node.getClientRects().length).map(node => [node.getBoundingClientRect(), node])
      .filter(([box]) => box.left < innerWidth * .05 - DRIFT || box.right > innerWidth * .95 + DRIFT
        || box.top < innerHeight * .05 - DRIFT || box.bottom > innerHeight * .95 + DRIFT)
      .map(([, node]) => node.outerHTML.slice(0, 90)) }; }""".replace("DRIFT", "13")
"""What the last slide says, and all that is cut, shrunk, or outside what an overscanning screen shows."""
HEIGHT = """() => document.querySelector(".slide:last-child .slide__content > *")
  .getBoundingClientRect().height / Math.min(innerWidth, innerHeight) * 100"""
CUT_SHORT = """() => [...document.querySelectorAll(".wall__foot p, .slide__title, .slide__clock")]
  .filter(node => node.scrollWidth > node.clientWidth + 1).map(node => node.textContent)"""
FAINT = """() => {
  const parse = colour => (colour.match(/[0-9.]+/g) || []).map(Number);
  const light = colour => { const [r, g, b] = parse(colour).map(value => { value /= 255;
    return value <= .03928 ? value / 12.92 : Math.pow((value + .055) / 1.055, 2.4); });
    return .2126 * r + .7152 * g + .0722 * b; };
  const ground = node => { const colour = getComputedStyle(node).backgroundColor;
    return parse(colour)[3] === 0 && node.parentElement ? ground(node.parentElement) : colour; };
  const ratio = node => { const [a, b] = [getComputedStyle(node).color, ground(node)].map(light);
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); };
  return [...document.querySelectorAll("#man *")]
    .filter(node => node.getClientRects().length && [...node.childNodes].some(
      child => child.nodeType === 3 && child.textContent.trim()))
    .filter(node => ratio(node) < 7).map(node => [ratio(node), node.outerHTML.slice(0, 80)]); }"""
"""Texts whose contrast with what is behind them is under 7:1 (axe lets large letters pass with 4.5:1)."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def slides_of(data: dict[str, Any], size: tuple[int, int]) -> list[dict[str, Any]]:
    layout: list[dict[str, Any]] = data["portrait" if size[1] > size[0] else "landscape"]["slides"]
    return layout


def codes(page: Page) -> set[str]:
    """What a reader finds on a picture of the whole screen."""
    image = Image.open(BytesIO(page.screenshot()))
    return {found.text for found in zxingcpp.read_barcodes(image)}


@each_size
def test_a_whole_loop_is_never_blank_and_nothing_is_cut(
    size: tuple[int, int], data: dict[str, Any], open_wall: Open
) -> None:
    page = open_wall(data, size)
    wanted = slides_of(data, size)
    page.clock.run_for(1000)
    for number, slide in enumerate([*wanted, wanted[0]]):
        seen = page.evaluate(EXACT)
        assert seen["title"] == slide["title"]
        assert seen["words"]
        assert seen["count"] == f"{number % len(wanted) + 1}/{len(wanted)}"
        assert not seen["shrunk"], seen
        assert not seen["over"], seen
        assert seen["outside"] == []
        page.clock.run_for(slide["seconds"] * 1000)
    assert sum(slide["seconds"] for slide in wanted) <= 300


@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("font", FONTS)
def test_where_the_fonts_do_not_come_nothing_is_cut_either(
    size: tuple[int, int], font: str, board: Board, open_wall: Open
) -> None:
    data = wall_data(board, office(thong_bao=[{"noi_dung": "Nghỉ lễ ngày mai."}]))
    page = open_wall(data, size, script=in_place_of_its_own(FONTS[font]))
    for slide in slides_of(data, size):
        seen = page.evaluate(EXACT)
        assert seen["title"] == slide["title"]
        assert not seen["over"], seen
        assert seen["outside"] == [], slide["title"]
        assert page.evaluate(CUT_SHORT) == [], slide["title"]
        page.keyboard.press("ArrowRight")
        page.clock.run_for(1000)


@each_size
def test_the_code_of_every_slide_leads_to_its_address(
    size: tuple[int, int], data: dict[str, Any], open_wall: Open
) -> None:
    page = open_wall(data, size)
    beat = page.get_attribute(".wall__pulse", "data-text")
    for slide in slides_of(data, size):
        assert codes(page) == {slide["address"], beat}, slide["title"]
        page.keyboard.press("ArrowRight")
        page.clock.run_for(12_000)


@pytest.mark.parametrize("size", SIZES[:2], ids=["landscape", "portrait"])
@pytest.mark.parametrize("everything", [False, True], ids=["sample", "everything"])
def test_what_was_measured_is_what_the_browser_needs(
    size: tuple[int, int], everything: bool, board: Board, data: dict[str, Any], open_wall: Open
) -> None:
    from generator.display.wall.deck import deck
    from generator.display.wall.frame import frame_of

    commune = office() if everything else board.communes["10750"]
    page = open_wall(wall_data(board, commune), size)
    for slide in deck(board, commune, frame_of(commune.display, size[1] > size[0])):
        needed = page.evaluate(HEIGHT)
        assert needed <= slide.height + 0.5, slide.title
        assert needed >= slide.height * 0.8 - 4, slide.title
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("size", SIZES[:2], ids=["landscape", "portrait"])
def test_no_barrier_that_axe_knows_and_contrast_of_seven_to_one(
    size: tuple[int, int], board: Board, open_wall: Open
) -> None:
    notices = [{"noi_dung": "Nghỉ lễ ngày mai."}]
    page = open_wall(wall_data(board, office(thong_bao=notices)), size)
    page.clock.resume()  # axe waits for timers of its own
    names = set()
    rules = {"color-contrast-enhanced": {"enabled": True}}
    tags = {"type": "tag", "values": WCAG}
    while (name := page.inner_text(".slide:last-child h1")) not in names:
        names.add(name)
        results = Axe().run(page, options={"runOnly": tags, "rules": rules, "preload": False})
        assert results.violations_count == 0, results.generate_report()
        page.keyboard.press("ArrowRight")
        page.clock.run_for(12_000)
    assert len(names) > 6


@pytest.mark.parametrize("urgent", [False, True], ids=["calm", "urgent"])
def test_all_letters_stand_out_seven_to_one(urgent: bool, board: Board, open_wall: Open) -> None:
    notices = [{"noi_dung": "Mất điện.", "khan": "co", "het_han": "25/11/2026"}] if urgent else []
    page = open_wall(wall_data(board, office(thong_bao=notices)))
    for _ in range(20):
        assert page.evaluate(FAINT) == []
        page.keyboard.press("ArrowRight")
    night = open_wall(wall_data(board, office()), time="2026-11-24T22:00:00+07:00")
    assert night.evaluate(FAINT) == []


def test_letters_are_as_large_as_the_distance_asks(board: Board, open_wall: Open) -> None:
    sizes = """() => { const px = name => parseFloat(getComputedStyle(document.querySelector(name)).fontSize);
      return [px(".slide__content"), px(".slide__title")].map(size => size / innerHeight * 100); }"""
    near = open_wall(wall_data(board, office(inch="55", khoang_cach_m="3"))).evaluate(sizes)
    far = open_wall(wall_data(board, office(inch="43", khoang_cach_m="3"))).evaluate(sizes)
    assert near == pytest.approx([4.0, 7.2], abs=0.01)
    assert far == pytest.approx([5.02, 9.04], abs=0.01)


def test_a_turned_screen_gets_the_other_layout(data: dict[str, Any], open_wall: Open) -> None:
    page = open_wall(data)
    page.set_viewport_size({"width": 1080, "height": 1920})
    page.clock.run_for(6000)
    assert page.inner_text(".wall__count").endswith(f"/{len(data['portrait']['slides'])}")
    assert not page.evaluate(EXACT)["over"]


def test_a_screen_of_another_shape_shrinks_letters_instead_of_losing_words(
    data: dict[str, Any], open_wall: Open
) -> None:
    page = open_wall(data, (1024, 768))
    shrunk = False
    for _ in data["landscape"]["slides"]:
        seen = page.evaluate(EXACT)
        shrunk = shrunk or bool(seen["shrunk"])
        assert not seen["over"], seen
        page.keyboard.press("ArrowRight")
    assert shrunk


def test_motion_is_left_out_for_who_asks(data: dict[str, Any], open_wall: Open) -> None:
    name = "getComputedStyle(document.querySelector('.slide')).animationName"
    assert open_wall(data, motion="reduce").evaluate(name) == "none"
    assert open_wall(data, motion="no-preference").evaluate(name) == "appear"
