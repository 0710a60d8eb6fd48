"""Small facts of written Vietnamese that several parts need: folding, order, numbers, dates."""

import re
import unicodedata
from datetime import date

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
        if not bare:  # a tone without a letter to stand on: it belongs to the one before
            tones[-1:] = [tone] if tones else []
            continue
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


def day(value: date) -> str:
    """A date as Vietnamese readers write it: ``16/07/2025``."""
    return value.strftime("%d/%m/%Y")
