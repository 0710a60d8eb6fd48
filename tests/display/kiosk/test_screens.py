"""Every screen at every size: large enough to hit, nothing cut off, clean before axe-core."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.display.kiosk.conftest import Opens
from tests.display.kiosk.hand import Hand
from tests.display.kiosk.walk import SCREENS, SIZES, Walker
from tests.strange_fonts import FONTS, in_place_of_its_own

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("kiosk")]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"preload": False, "runOnly": {"type": "tag", "values": WCAG}}
"""Preloading would ask for the style sheets again, which the policy of a kiosk forbids."""
LOOKS = {
    "plain": (),
    "very large": ("Cỡ chữ", "Cỡ chữ"),
    "low": ("Hạ thấp nút",),
    "low, very large, contrast": ("Hạ thấp nút", "Cỡ chữ", "Cỡ chữ", "Tương phản"),
}
TARGET = 0.074
"""Of the shorter side: 20 mm on 21.5 inches."""
GAP = 0.0111
"""Of the shorter side: 3 mm on 21.5 inches."""
LEAST = 44

FAULTS = """([target, gap]) => {
  const open = [".dialog", ".attract", ".kiosk"].map(name => document.querySelector(name)).find(Boolean);
  const shorter = Math.min(innerWidth, innerHeight);
  const inSight = box => box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  const name = node => node.className + " " + node.textContent.slice(0, 40);
  const faults = [];
  const targets = [...open.querySelectorAll("button, .tick, [role=searchbox]")]
    .map(node => ({ node: node, box: node.getBoundingClientRect() })).filter(one => inSight(one.box));
  for (const { node, box } of targets) {
    const least = Math.max(44, target * shorter);
    if (box.height < least - 0.5 || box.width < Math.max(44, least * 0.95)) {
      faults.push("small " + name(node) + " " + Math.round(box.width) + "x" + Math.round(box.height));
    }
    if (box.left < -1 || box.right > innerWidth + 1) faults.push("off the side: " + name(node));
    const scrolls = node.closest(".pager__view, .jump");
    if (!scrolls && box.bottom > innerHeight + 1) faults.push("below: " + name(node));
    if (node.scrollWidth > node.clientWidth + 2) faults.push("text cut: " + name(node));
  }
  for (let i = 0; i < targets.length; i++) for (let j = i + 1; j < targets.length; j++) {
    const a = targets[i].box, b = targets[j].box;
    if (targets[i].node.contains(targets[j].node)) continue;
    const apart = Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
    const [one, other] = [targets[i].node, targets[j].node];
    const scrolled = node => Boolean(node.closest(".pager__view"));
    if (apart < gap * shorter - 0.5 && scrolled(one) === scrolled(other)) {
      faults.push("too near: " + name(one) + " | " + name(other) + " " + apart.toFixed(1));
    }
  }
  for (const node of open.querySelectorAll(".pager__view *")) {
    const view = node.closest(".pager__view");
    if (node.getBoundingClientRect().right > view.getBoundingClientRect().right + 1 && !node.closest("svg")) {
      faults.push("cut at the side: " + name(node));
    }
  }
  const jump = open.querySelector(".jump");
  if (jump && jump.scrollHeight > jump.clientHeight + 2) faults.push("parts out of sight");
  const bar = open.querySelector(".bar");
  if (bar && bar.getBoundingClientRect().bottom > innerHeight + 1) faults.push("bar below the screen");
  const view = open.querySelector(".pager__view");
  if (view && view.clientHeight < 0.12 * innerHeight) faults.push("no room left: " + view.clientHeight);
  return faults;
}"""


@pytest.mark.parametrize(
    ("size", "look"),
    [
        *((size, "plain") for size in SIZES),
        *((size, "low, very large, contrast") for size in SIZES),
        ("full HD", "low"),
        ("TV box", "very large"),
    ],
)
def test_everything_can_be_hit_and_nothing_is_cut(opens: Opens, size: str, look: str) -> None:
    assert faults(opens(SIZES[size]), look) == {}


@pytest.mark.parametrize("size", ["full HD", "portrait", "small"])
@pytest.mark.parametrize("font", FONTS)
def test_so_it_is_where_the_fonts_do_not_come(opens: Opens, size: str, font: str) -> None:
    hand = opens(SIZES[size], script=in_place_of_its_own(FONTS[font]))
    assert faults(hand, "low, very large, contrast") == {}


def faults(hand: Hand, look: str) -> dict[str, Any]:
    """What is too small, too near, cut or out of sight, by the screen where it is so."""
    walker = Walker(hand, *LOOKS[look])
    faults: dict[str, Any] = {}
    for screen in SCREENS:
        walker.to(screen)
        if found := hand.ask(FAULTS, [TARGET, GAP]):
            faults[screen] = found
    return faults


@pytest.mark.parametrize(
    ("size", "look"),
    [*((size, "plain") for size in SIZES), ("full HD", "low, very large, contrast")],
)
def test_axe_finds_nothing(opens: Opens, size: str, look: str) -> None:
    hand = opens(SIZES[size])
    walker = Walker(hand, *LOOKS[look])
    found: dict[str, Any] = {}
    for screen in SCREENS:
        walker.to(screen)
        hand.page.wait_for_timeout(750 if screen == "attract" else 0)  # until the first slide has come
        result = Axe().run(hand.page, options=OPTIONS)
        if result.violations_count:
            found[screen] = result.generate_report()
    assert found == {}


def test_what_the_loader_says_stands_in_the_corner_and_pushes_nothing_away(opens: Opens) -> None:
    hand = opens(SIZES["TV box"])
    walker = Walker(hand)
    text = "Bản mới bị hỏng, màn hình đang dùng bản cũ."
    hand.ask("text => congkhai.display.notice({ code: 'H1', text: text })", text)
    walker.to("papers")
    assert text in hand.page.locator(".head").inner_text()
    assert hand.ask(FAULTS, [TARGET, GAP]) == []
    hand.ask("() => congkhai.display.notice(null)")
    assert text not in hand.page.locator(".head").inner_text()


def test_names_of_nine_hundred_letters_stay_whole(opens: Opens) -> None:
    for size in SIZES.values():
        hand = opens(size)
        hand.begin()
        hand.type("9000003")
        hand.page.wait_for_selector("[data-code='9.000003']")
        whole = hand.ask("() => congkhai.searchData.entries.find(row => row[0] === '9.000003')[1]")
        assert len(whole) > 900
        row = hand.page.locator("[data-code='9.000003'] .row__name")
        assert row.inner_text() == whole
        row.tap()
        hand.page.wait_for_selector(".procedure")
        assert hand.title == whole
        assert hand.ask("""() => {
          const title = document.querySelector("h1");
          return title.scrollWidth <= title.clientWidth + 1 && getComputedStyle(title).overflow === "visible";
        }""")


def test_the_screen_is_never_moved_under_the_finger(opens: Opens) -> None:
    """The bar stays where it is on every screen: Back and Home are found without looking."""
    hand = opens()
    walker = Walker(hand)
    places = set()
    for screen in SCREENS:
        walker.to(screen)
        if screen != "attract":
            places.add(
                hand.ask(
                    "() => JSON.stringify([...document.querySelectorAll('.bar button')]"
                    ".slice(0, 2).map(button => button.getBoundingClientRect()))"
                )
            )
    assert len(places) == 1
