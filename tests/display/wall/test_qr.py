"""Codes made in the page are read by a reader that others wrote: every length, both levels, all letters."""

import json
from collections.abc import Callable

import pytest
import quickjs
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from generator.resources import theme

LONGEST = {"L": 271, "M": 213}
SCALE = 4
QUIET = 4


@pytest.fixture(scope="module")
def encode() -> Callable[[str, str], tuple[int, list[int]]]:
    """The page's own encoder: size and modules, row by row."""
    context = quickjs.Context()
    context.eval("var self = globalThis;")
    context.eval((theme() / "display/common/qr.js").read_text(encoding="utf-8"))
    context.eval(
        "function encode(text, level) { const code = congkhai.display.qr.encode(text, level);"
        " return JSON.stringify([code.size, Array.from(code.dark)]); }"
    )
    function = context.get("encode")
    return lambda text, level: tuple(json.loads(function(text, level)))


def read(size: int, dark: list[int]) -> bytes:
    """What a reader makes of the modules, drawn with a quiet zone."""
    blank = b"\xff" * (size + 2 * QUIET) * SCALE
    rows = [blank] * QUIET * SCALE
    for start in range(0, size * size, size):
        modules = [0] * QUIET + dark[start : start + size] + [0] * QUIET
        rows += [b"".join((b"\x00" if module else b"\xff") * SCALE for module in modules)] * SCALE
    rows += [blank] * QUIET * SCALE
    image = memoryview(b"".join(rows)).cast("B", (len(rows), len(blank)))
    (found,) = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return bytes(found.bytes)


@pytest.mark.parametrize("level", LONGEST)
def test_every_length_is_read_back(encode: Callable[[str, str], tuple[int, list[int]]], level: str) -> None:
    for length in (*range(1, LONGEST[level], 7), LONGEST[level]):
        text = ("https://congkhai.example/xa/10750/?" * 9)[:length]
        size, dark = encode(text, level)
        assert read(size, dark) == text.encode()


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=50))
def test_any_letters_are_read_back(encode: Callable[[str, str], tuple[int, list[int]]], text: str) -> None:
    assert read(*encode(text, "M")) == text.encode()


@pytest.mark.parametrize("level", LONGEST)
def test_what_does_not_fit_is_refused(
    encode: Callable[[str, str], tuple[int, list[int]]], level: str
) -> None:
    with pytest.raises(quickjs.JSException, match="RangeError"):
        encode("x" * (LONGEST[level] + 1), level)


def test_versions_grow_with_the_text(encode: Callable[[str, str], tuple[int, list[int]]]) -> None:
    sizes = [encode("x" * length, "M")[0] for length in (1, 14, 15, 26, 27, 213)]
    assert sizes == [21, 21, 25, 25, 29, 57]
