"""What fingers, keyboards and regions do to a phrase, by rule and seed: nobody's choice of queries.

Each phrase of the catalogue (short names and citizens' words) is disturbed in every way; the right answer is
any procedure that the phrase belongs to.
"""

import random
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable

from generator.search.data import base
from generator.search.entry import SearchEntry
from tests.search.judging import Judged
from tests.search.own import own_words

SEED = 5
PHRASES = 700
KEYS = "qwertyuiopasdfghjklzxcvbnm"
TELEX = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
TELEX_HATS = {"\u0302": "", "\u0306": "w", "\u031b": "w"}
VNI = {"\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5"}
VNI_HATS = {"\u0302": "6", "\u0306": "8", "\u031b": "7"}
ONSETS = (
    ("tr", "ch"),
    ("ch", "tr"),
    ("gi", "d"),
    ("x", "s"),
    ("s", "x"),
    ("d", "gi"),
    ("l", "n"),
    ("v", "d"),
)


def bare(text: str) -> str:
    """Without any mark."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def keyed(text: str, tones: dict[str, str], hats: dict[str, str], barred: str) -> str:
    """As typed with the keyboard's Vietnamese switched off."""
    return " ".join(_keyed_word(word, tones, hats, barred) for word in text.split())


def _keyed_word(word: str, tones: dict[str, str], hats: dict[str, str], barred: str) -> str:
    out, tone = "", ""
    for letter in unicodedata.normalize("NFD", word):
        if letter in tones:
            tone = tones[letter]
        elif letter in hats:
            out += hats[letter] or out[-1]
        else:
            out += barred if letter == "đ" else letter
    return out.replace("uwow", "uow").replace("u7o7", "uo7") + tone


def slip(rng: random.Random, text: str) -> str:
    """One key missed, doubled, swapped with the next, or hit beside."""
    at = rng.choice([place for place, letter in enumerate(text) if letter.isalpha()])
    kind = rng.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2 and at + 1 < len(text):
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + rng.choice(KEYS) + text[at + 1 :]


def accent(rng: random.Random, text: str) -> str:
    """One word begun as another region says it; the text itself where no word can be."""
    found = text.split()
    rng.shuffle(places := list(range(len(found))))
    for place in places:
        for said, written in ONSETS:
            if found[place].startswith(said):
                found[place] = written + found[place][len(said) :]
                return " ".join(found)
    return text


def torn(rng: random.Random, text: str) -> str:
    """A space where none belongs."""
    at = rng.randrange(1, len(text))
    return f"{text[:at]} {text[at:]}"


def half_marked(rng: random.Random, text: str) -> str:
    """Every second word without its marks."""
    return " ".join(bare(word) if rng.random() < 0.5 else word for word in text.split())


WAYS: dict[str, Callable[[random.Random, str], str]] = {
    "as written": lambda rng, text: text,
    "no marks": lambda rng, text: bare(text),
    "some marks": half_marked,
    "Telex keys": lambda rng, text: keyed(text, TELEX, TELEX_HATS, "dd"),
    "VNI keys": lambda rng, text: keyed(text, VNI, VNI_HATS, "d9"),
    "one slip, marks": slip,
    "one slip, no marks": lambda rng, text: slip(rng, bare(text)),
    "accent, marks": accent,
    "accent, no marks": lambda rng, text: accent(rng, bare(text)),
    "no spaces": lambda rng, text: bare(text).replace(" ", ""),
    "one space too many": torn,
    "last letters missing": lambda rng, text: text[: max(4, len(text) - rng.randint(1, 4))],
}


def disturbed(entries: Iterable[SearchEntry]) -> list[Judged]:
    """Up to 700 phrases of the catalogue in every way; the class is the way."""
    rng = random.Random(SEED)
    owners = defaultdict(set)
    by_code = own_words().by_code
    for entry in entries:
        known = by_code.get(base(entry.code))
        for phrase in (entry.short_name or entry.name, *entry.keywords, *(known.phrases if known else ())):
            owners[phrase.lower()].add(entry.code)
    phrases = sorted(phrase for phrase in owners if 2 <= len(phrase.split()) <= 9)
    chosen = rng.sample(phrases, min(PHRASES, len(phrases)))
    made = [(way, phrase, change(rng, phrase)) for way, change in WAYS.items() for phrase in chosen]
    return [
        Judged(query, frozenset(owners[phrase]), way)
        for way, phrase, query in made
        if query != phrase or way == "as written"
    ]
