"""The words that editors keep for search: ``content/synonyms.yml`` and ``content/citizen_words.yml``."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, Struct
from msgspec import field as keyed

from generator.model.numbers import Whole
from generator.model.record import Record, Rooted
from generator.model.text import ProcedureCode, Text

MOST_ASKED = 5

Alternatives = Annotated[tuple[Text, ...], Meta(min_length=2)]
"""Ways to say the same thing: at least two."""

Phrase = Annotated[str, Meta(min_length=1, max_length=100)]
"""What people say, where it stands as a key.  Kept to the letter: trimmed, two keys could become one."""


class Synonyms(Record, frozen=True):
    """``content/synonyms.yml``: how people say what the forms call otherwise."""

    short_forms: Annotated[dict[Phrase, Text], "Chữ viết tắt"] = keyed(default={}, name="viet_tat")
    synonyms: Annotated[tuple[Alternatives, ...], "Cách nói thay được cho nhau"] = keyed(
        default=(), name="dong_nghia"
    )
    one_way: Annotated[dict[Phrase, tuple[Text, ...]], "Lời dân nói và cách hiểu"] = keyed(
        default={}, name="hieu_thanh"
    )
    fillers: Annotated[tuple[Text, ...], "Lời đệm trong câu hỏi"] = keyed(default=(), name="tu_dem")


class CodeWords(Record, frozen=True, kw_only=True):
    """How people ask for one procedure, and how often: 1 rarely, 5 every day.

    By keywords only: so a field of a record that extends this one comes first.
    """

    asked: Annotated[int, Whole(1, MOST_ASKED), "Mức hay được hỏi"] = keyed(default=1, name="hoi_nhieu")
    phrases: Annotated[tuple[Text, ...], "Các cách nói"] = keyed(default=(), name="tu")


class CitizenWordsFile(Rooted[dict[ProcedureCode, CodeWords]], frozen=True):
    """``content/citizen_words.yml``: the words of each procedure, by its code."""


class CitizenWords(Struct, frozen=True):
    """How people ask for one procedure of the country, and how often (1 rarely to 5 every day)."""

    asked: int
    phrases: tuple[str, ...]


class EditorWords(Struct, frozen=True):
    """Both files that editors keep for search: ``synonyms.yml`` and ``citizen_words.yml``."""

    short_forms: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    one_way: tuple[tuple[str, ...], ...] = ()
    fillers: tuple[str, ...] = ()
    by_code: Mapping[str, CitizenWords] = keyed(default_factory=dict)


def editor_words(synonyms: Synonyms | None, citizens: CitizenWordsFile | None) -> EditorWords:
    """Both files as search takes them; either may be absent."""
    lists = synonyms or Synonyms()
    return EditorWords(
        short_forms=tuple(lists.short_forms.items()),
        synonyms=lists.synonyms,
        one_way=tuple((said, *meant) for said, meant in lists.one_way.items()),
        fillers=lists.fillers,
        by_code={
            code: CitizenWords(words.asked, words.phrases)
            for code, words in (citizens.root if citizens else {}).items()
        },
    )
