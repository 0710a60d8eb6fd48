"""The editors' words as flat records, one for each line that an editor wrote, and back to their two files.

``synonyms.yml`` and ``citizen_words.yml`` are keyed by words and by codes; rows of a table want names.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.text import ProcedureCode, Record, Text
from generator.model.words import CodeWords, EditorWords, Phrase

_SAID = ("viet_tat", "hieu_thanh")
"""What is keyed by what people say."""
_ONE = ("viet_tat", "tu_dem")
"""What has one text and no list."""


class WordGroup(Record):
    """One line of ``synonyms.yml``: what is said, and the words that it is understood as."""

    kind: Literal["viet_tat", "dong_nghia", "hieu_thanh", "tu_dem"] = Field(
        alias="loai",
        title="Mục của tệp từ đồng nghĩa",
        description="«viet_tat»: chữ viết tắt; «dong_nghia»: các cách nói thay được cho nhau; «hieu_thanh»: "
        "lời dân nói và cách hiểu, một chiều; «tu_dem»: lời đệm trong câu hỏi.",
    )
    said: Phrase | None = Field(
        None,
        alias="noi",
        title="Chữ viết tắt hoặc lời dân nói",
        description="Chỉ có ở «viet_tat» và «hieu_thanh».",
    )
    words: tuple[Text, ...] = Field(
        (),
        alias="tu",
        title="Chữ đầy đủ, cách hiểu hoặc các cách nói",
        description="«viet_tat» và «tu_dem» có đúng một, «dong_nghia» có từ hai.",
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        count = len(self.words)
        right = count == 1 if self.kind in _ONE else count >= 2 or self.kind == "hieu_thanh"
        if (self.kind in _SAID) is not (self.said is not None) or not right:
            raise PydanticCustomError("word_group", "not one line of the synonyms")
        return self


class _OfCode(Record):
    """The code stands before the words."""

    code: ProcedureCode = Field(alias="ma", title="Mã thủ tục", description="Mã thủ tục của cả nước.")


class WordsOfCode(CodeWords, _OfCode):
    """One entry of ``citizen_words.yml``."""


def key_of(record: object) -> object:
    """What may stand only once: a phrase of its kind, or a code; None for what has no key."""
    if isinstance(record, WordsOfCode):
        return record.code
    if isinstance(record, WordGroup) and record.said is not None:
        return record.kind, record.said
    return None


def groups(words: EditorWords) -> Iterator[WordGroup]:
    """The lines of ``synonyms.yml``, in their order."""
    for short, full in words.short_forms:
        yield _group("viet_tat", short, [full])
    for alternatives in words.synonyms:
        yield _group("dong_nghia", None, alternatives)
    for said, *meant in words.one_way:
        yield _group("hieu_thanh", said, meant)
    for filler in words.fillers:
        yield _group("tu_dem", None, [filler])


def _group(kind: str, said: str | None, words: Iterable[str]) -> WordGroup:
    return WordGroup.model_validate({"loai": kind, "noi": said, "tu": tuple(words)})


def of_codes(words: EditorWords) -> Iterator[WordsOfCode]:
    """The entries of ``citizen_words.yml``, in their order."""
    for code, known in words.by_code.items():
        yield WordsOfCode.model_validate({"ma": code, "hoi_nhieu": known.asked, "tu": known.phrases})


def synonyms_file(lines: Iterable[WordGroup]) -> dict[str, Any]:
    """What ``synonyms.yml`` holds, out of its lines."""
    found: dict[str, Any] = {}
    for line in lines:
        words = line.words[0] if line.kind in _ONE else list(line.words)
        if line.said is None:
            found.setdefault(line.kind, []).append(words)
        else:
            found.setdefault(line.kind, {})[line.said] = words
    return found


def citizen_words_file(entries: Iterable[WordsOfCode]) -> Mapping[str, Any]:
    """What ``citizen_words.yml`` holds, out of its entries."""
    return {
        entry.code: entry.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"code"})
        for entry in entries
    }
