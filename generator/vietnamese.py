"""Small facts of written Vietnamese that several parts need: folding, order, numbers, dates."""

import re
import unicodedata
from datetime import date
from fractions import Fraction

_LETTERS = {letter: index for index, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def fold(text: str) -> str:
    """Lower-case letters without marks: ``Đăng ký`` -> ``dang ky`` (đ has no decomposition)."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def sort_key(text: str) -> tuple[list[int], list[int]]:
    """Order as in a Vietnamese dictionary: letters first (a ă â … d đ …), tones only to break a tie."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text.lower()):
        tone = 0
        for part in unicodedata.normalize("NFD", char):
            tone = _TONES.get(part, tone)
        bare = "".join(p for p in unicodedata.normalize("NFD", char) if p not in _TONES)
        letter = unicodedata.normalize("NFC", bare)
        letters.append(_LETTERS.get(letter, ord(letter[0]) - 1000 if letter < "a" else ord(letter[0])))
        tones.append(tone)
    return letters, tones


def slug(text: str) -> str:
    """A key made of a name: ``Hộ tịch`` -> ``ho-tich``."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def number(value: int | float, decimals: int = 0) -> str:
    """A number as Vietnamese readers write it: ``1.234,5``."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def percent(share: Fraction | float) -> str:
    """A share as Vietnamese readers write it: ``95,2 %``; never 100 % of what is not all."""
    text = number(float(share) * 100, 1)
    if share < 1 and text == "100,0":
        return "trên 99,9\u00a0%"
    if share > 0 and text == "0,0":
        return "dưới 0,1\u00a0%"
    return f"{text.removesuffix(',0')}\u00a0%"


def day(value: date) -> str:
    """A date as Vietnamese readers write it: ``16/07/2025``."""
    return value.strftime("%d/%m/%Y")
