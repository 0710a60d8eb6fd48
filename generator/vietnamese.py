"""Small facts of written Vietnamese that several parts need: folding, order, numbers, dates."""

import re
import unicodedata
from datetime import date
from fractions import Fraction
from functools import cache

_MARKS = re.compile("[\u0300-\u036f]+")
_LETTERS = {letter: index for index, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def fold(text: str) -> str:
    """Lower-case letters without marks: ``Đăng ký`` -> ``dang ky`` (đ has no decomposition)."""
    decomposed = _MARKS.sub("", unicodedata.normalize("NFD", text.lower().replace("đ", "d")))
    if decomposed.isascii():
        return decomposed
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Order as in a Vietnamese dictionary: letters first (a ă â … d đ …), tones only to break a tie."""
    ranks = [_rank(char) for char in unicodedata.normalize("NFC", text.lower())]
    return tuple(letter for letter, _ in ranks), tuple(tone for _, tone in ranks)


@cache  # a catalogue is written in fewer than two hundred letters
def _rank(char: str) -> tuple[int, int]:
    """Where a letter stands in the alphabet, and its tone; what is no letter stands before or after."""
    parts = unicodedata.normalize("NFD", char)
    tone = max(_TONES.get(part, 0) for part in parts)
    letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return _LETTERS.get(letter, ord(letter[:1] or " ") - (1000 if letter < "a" else 0)), tone


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
    return f"{value.day:02d}/{value.month:02d}/{value.year}"
