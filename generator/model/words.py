"""The words that editors keep for search: ``content/synonyms.yml`` and ``content/citizen_words.yml``."""

from typing import Annotated

from pydantic import ConfigDict, Field, RootModel

from generator.model.text import ProcedureCode, Record, Text, Whole

MOST_ASKED = 5

Alternatives = Annotated[tuple[Text, ...], Field(min_length=2)]
"""Ways to say the same thing: at least two."""


class Synonyms(Record):
    """``content/synonyms.yml``: how people say what the forms call otherwise."""

    short_forms: dict[str, Text] = Field({}, alias="viet_tat", title="Chữ viết tắt")
    synonyms: tuple[Alternatives, ...] = Field((), alias="dong_nghia", title="Cách nói thay được cho nhau")
    one_way: dict[str, tuple[Text, ...]] = Field({}, alias="hieu_thanh", title="Lời dân nói và cách hiểu")
    fillers: tuple[Text, ...] = Field((), alias="tu_dem", title="Lời đệm trong câu hỏi")


class CodeWords(Record):
    """How people ask for one procedure, and how often: 1 rarely, 5 every day."""

    asked: Whole = Field(1, alias="hoi_nhieu", title="Mức hay được hỏi", ge=1, le=MOST_ASKED)
    phrases: tuple[Text, ...] = Field((), alias="tu", title="Các cách nói")


class CitizenWordsFile(RootModel[dict[ProcedureCode, CodeWords]]):
    """``content/citizen_words.yml``: the words of each procedure, by its code."""

    model_config = ConfigDict(frozen=True)
