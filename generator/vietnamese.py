"""Small facts of written Vietnamese that several parts need: folding, order, numbers, dates."""

import re
import sys
import unicodedata
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

T = TypeVar("T", int, str)

_MARKS = frozenset(map(chr, range(0x300, 0x370)))
_LETTERS = {letter: index for index, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def fold(text: str) -> str:
    """Lower-case letters without marks: ``Đăng ký`` -> ``dang ky`` (đ has no decomposition)."""
    return _without_marks.of(text.lower())


def sort_key(text: str) -> tuple[str, str]:
    """Order as in a Vietnamese dictionary: letters first (a ă â … d đ …), tones only to break a tie."""
    plain = unicodedata.normalize("NFC", text.lower())
    return _by_letter.of(plain), _by_tone.of(plain)


class _Letters(dict[int, T]):
    """What each letter becomes, worked out once: a catalogue is written in fewer than two hundred."""

    def __init__(self, becomes: Callable[[str], T]):
        super().__init__()
        self._becomes: Callable[[str], T] = becomes

    def __missing__(self, code: int) -> T:
        found: T = self._becomes(chr(code))
        self[code] = found
        return found


class _Words(dict[str, str]):
    """What each word becomes, letter by letter, worked out once: a catalogue's names share their words."""

    def __init__(self, becomes: Callable[[str], Any]):
        super().__init__()
        self._letters: _Letters[Any] = _Letters(becomes)

    def of(self, text: str) -> str:
        return self[" "].join(map(self.__getitem__, text.split(" ")))

    def __missing__(self, word: str) -> str:
        found = word.translate(self._letters)
        self[word] = found
        return found


def _plain(char: str) -> str:
    parts = unicodedata.normalize("NFD", "d" if char == "đ" else char)
    return "".join(part for part in parts if part not in _MARKS and not unicodedata.combining(part))


def _letter(char: str) -> int:
    """Where a letter stands in the alphabet; what is no letter stands before or after."""
    toneless = "".join(part for part in unicodedata.normalize("NFD", char) if part not in _TONES)
    letter = unicodedata.normalize("NFC", toneless)
    if letter in _LETTERS:
        return _FIRST + _LETTERS[letter]
    code = ord(letter[:1] or " ")
    return code if letter < "a" else min(_FIRST + code, sys.maxunicode)


def _tone(char: str) -> int:
    return max(_TONES.get(part, 0) for part in unicodedata.normalize("NFD", char))


_FIRST = 1000
_by_letter, _by_tone, _without_marks = _Words(_letter), _Words(_tone), _Words(_plain)


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
