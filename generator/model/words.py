"""The words that editors keep for search: ``content/synonyms.yml`` and ``content/citizen_words.yml``."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Struct, field
from pydantic import ConfigDict, Field, RootModel, StringConstraints

from generator.model.text import ProcedureCode, Record, Text, Whole

MOST_ASKED = 5

Alternatives = Annotated[tuple[Text, ...], Field(min_length=2)]
"""Ways to say the same thing: at least two."""

Phrase = Annotated[str, StringConstraints(min_length=1, max_length=100)]
"""What people say, where it stands as a key.  Kept to the letter: trimmed, two keys could become one."""


class Synonyms(Record):
    """``content/synonyms.yml``: how people say what the forms call otherwise."""

    short_forms: dict[Phrase, Text] = Field({}, alias="viet_tat", title="Chữ viết tắt")
    synonyms: tuple[Alternatives, ...] = Field((), alias="dong_nghia", title="Cách nói thay được cho nhau")
    one_way: dict[Phrase, tuple[Text, ...]] = Field({}, alias="hieu_thanh", title="Lời dân nói và cách hiểu")
    fillers: tuple[Text, ...] = Field((), alias="tu_dem", title="Lời đệm trong câu hỏi")


class CodeWords(Record):
    """How people ask for one procedure, and how often: 1 rarely, 5 every day."""

    asked: Whole = Field(1, alias="hoi_nhieu", title="Mức hay được hỏi", ge=1, le=MOST_ASKED)
    phrases: tuple[Text, ...] = Field((), alias="tu", title="Các cách nói")


class CitizenWordsFile(RootModel[dict[ProcedureCode, CodeWords]]):
    """``content/citizen_words.yml``: the words of each procedure, by its code."""

    model_config = ConfigDict(frozen=True, defer_build=True)


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
    by_code: Mapping[str, CitizenWords] = field(default_factory=dict)


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
