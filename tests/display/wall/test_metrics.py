"""Widths that the check measures with are those of the committed fonts, letter by letter."""

from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from generator.display.metrics import lines, width
from generator.resources import theme
from tests.display.wall.conftest import ROOT

FONTS = theme() / "display/common/fonts"


@pytest.mark.parametrize(("weight", "bold"), [(400, False), (700, True)])
def test_widths_are_those_of_the_font_and_figures_stand_in_columns(weight: int, bold: bool) -> None:
    font: Any = TTFont(FONTS / f"noto-sans-{weight}.woff2")
    units, advances = font["head"].unitsPerEm, font["hmtx"].metrics
    for point, name in font.getBestCmap().items():
        assert width(chr(point), bold) == pytest.approx(advances[name][0] / units, abs=0.001)
    assert len({width(figure, bold) for figure in "0123456789"}) == 1


def test_every_letter_of_the_sample_board_is_in_the_font() -> None:
    font: Any = TTFont(FONTS / "noto-sans-400.woff2")
    known = {chr(point) for point in font.getBestCmap()}
    folders = (ROOT / "content", ROOT / "procedures")
    files = [path for folder in folders for path in Path(folder).rglob("*.yml")]
    used = set("".join(path.read_text(encoding="utf-8") for path in files)) - set("\n\t")
    assert used - known == set()


@pytest.mark.parametrize(
    ("text", "available", "count"),
    [("", 10, 1), ("một", 10, 1), ("một hai ba", 1000, 1), ("một hai ba", 2.2, 3), ("x" * 100, 10, 6)],
)
def test_a_text_takes_its_lines(text: str, available: float, count: int) -> None:
    assert lines(text, 1, available) == count


@given(st.text(max_size=80), st.floats(1, 50))
def test_a_wider_column_never_takes_more_lines(text: str, available: float) -> None:
    assert lines(text, 1, available + 1) <= lines(text, 1, available)
