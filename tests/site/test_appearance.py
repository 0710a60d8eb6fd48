"""Light or dark: the reader's choice before the system's, the same two palettes; paper is always light."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SHEET = Path(__file__).parents[2] / "theme/shell/assets/congkhai/site.css"
PAPER = {"light": "#fff", "dark": "#171412"}
INK = {"light": "rgb(29, 26, 23)", "dark": "rgb(244, 239, 233)"}
SEEN = """() => {
  const root = getComputedStyle(document.documentElement);
  const paper = root.getPropertyValue("--paper").trim();
  return [paper, getComputedStyle(document.body).color, root.colorScheme];
}"""
VALUES = """names => names.map(
  name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
)"""


@pytest.mark.parametrize(
    ("system", "choice", "media", "wanted"),
    [
        ("light", None, "screen", "light"),
        ("dark", None, "screen", "dark"),
        ("light", "toi", "screen", "dark"),
        ("dark", "toi", "screen", "dark"),
        ("dark", "sang", "screen", "light"),
        ("light", "sang", "screen", "light"),
        ("dark", None, "print", "light"),
        ("dark", "toi", "print", "light"),
    ],
)
def test_the_palette_follows_the_choice_then_the_system_and_paper_is_light(
    browser: Browser, address: str, system: str, choice: str | None, media: str, wanted: str
) -> None:
    context = browser.new_context(color_scheme="dark" if system == "dark" else "light")
    page = context.new_page()
    if choice:
        page.add_init_script(f"localStorage.setItem('congkhai-giao-dien', '{choice}')")
    page.goto(address)
    page.emulate_media(media="print" if media == "print" else "screen")
    assert page.evaluate(SEEN) == [PAPER[wanted], INK[wanted], wanted]
    context.close()


def test_every_colour_of_a_palette_is_a_colour_in_both(browser: Browser, address: str) -> None:
    names = [
        line.split(":")[0].strip() for line in SHEET.read_text("utf-8").split("\n") if "var(--dark, #" in line
    ]
    assert len(names) > 12
    seen = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto(address)
        seen.append(page.evaluate(VALUES, names))
        context.close()
    assert all(colour.startswith("#") and " " not in colour for colours in seen for colour in colours)
    assert all(light != dark for light, dark in zip(*seen, strict=True))
