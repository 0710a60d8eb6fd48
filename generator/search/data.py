"""The bytes of ``search-data.js``: the catalogue as rows, one global, the same bytes for the same input.

The rows are read by ``theme/search/catalogue.js``, ``phrases.js``, ``places.js`` and ``office.js``; the order
of the columns is written there and here, and nowhere else.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from generator.model.words import MOST_ASKED, EditorWords
from generator.search.entry import SearchEntry, SearchPlace
from generator.search.office import OFFICE_PAGES

VERSION = 1
Row = list[object]
T = TypeVar("T")


def search_data(
    entries: Iterable[SearchEntry],
    words: EditorWords | None = None,
    places: Iterable[SearchPlace] = (),
) -> bytes:
    """Make ``search-data.js`` (UTF-8): a classic script that sets ``congkhai.searchData``.

    Entries keep their order only through their codes, so that the same catalogue gives the same bytes.
    """
    payload = msgspec.json.encode(search_payload(entries, words or EditorWords(), places)).decode()
    script = f"(self.congkhai=self.congkhai||{{}}).searchData={_for_script(payload)};\n"
    return script.encode()


def search_payload(
    entries: Iterable[SearchEntry], words: EditorWords, places: Iterable[SearchPlace] = ()
) -> dict[str, object]:
    """The same as plain data: what the engine takes."""
    ordered = sorted(entries, key=lambda entry: entry.code)
    fields = _numbered((entry.field, entry.field_name or entry.field) for entry in ordered if entry.field)
    applicants = _numbered(name for entry in ordered for name in entry.applicants)
    return {
        "version": VERSION,
        "fields": [[_nfc(slug), _nfc(name)] for slug, name in fields],
        "applicants": [_nfc(name) for name in applicants],
        "entries": [_row(entry, words, fields, applicants) for entry in ordered],
        "phrases": {
            "shortForms": words.short_forms,
            "synonyms": words.synonyms,
            "oneWay": words.one_way,
            "fillers": words.fillers,
        },
        "places": [_place(place) for place in sorted(places, key=lambda place: place.code)],
        "office": [[page.path, page.title, "\n".join(page.questions)] for page in OFFICE_PAGES],
    }


def _row(
    entry: SearchEntry,
    words: EditorWords,
    fields: Mapping[tuple[str, str], int],
    applicants: Mapping[str, int],
) -> Row:
    known = words.by_code.get(base(entry.code))
    phrases = _distinct([*entry.keywords, *(known.phrases if known else ())])
    asked = entry.popularity
    if asked is None:
        asked = known.asked / MOST_ASKED if known else 0.0
    return [
        entry.code,
        _nfc(entry.name),
        _nfc(entry.short_name or ""),
        "\n".join(phrases),
        fields[entry.field, entry.field_name or entry.field] if entry.field else -1,
        [applicants[name] for name in entry.applicants],
        entry.online_level or "",
        entry.scope or "",
        round(min(1.0, max(0.0, asked)), 2),
    ]


def base(code: str) -> str:
    """The code without agency suffixes: what the country-wide lists are keyed by."""
    return re.sub(r"(\.000\.00\.00)?(\.H\d{2})?$", "", code)


def _place(place: SearchPlace) -> Row:
    return [place.code, _nfc(place.name), "\n".join(_distinct(place.former_names))]


def _numbered(values: Iterable[T]) -> dict[T, int]:
    return {value: number for number, value in enumerate(sorted(set(values), key=str))}


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(_nfc(value) for value in values))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _for_script(payload: str) -> str:
    """JSON that is safe inside a script: no closing tag, no separators that older browsers refuse."""
    safe = payload.replace("<", "\\u003c")
    return safe.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
