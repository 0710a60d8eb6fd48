"""The editors' words as flat records, one for each line that an editor wrote, and back to their two files.

``synonyms.yml`` and ``citizen_words.yml`` are keyed by words and by codes; rows of a table want names.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal, TypeAlias

from msgspec import Meta
from msgspec import field as keyed

from generator.model.plain import plain
from generator.model.record import Record
from generator.model.text import ProcedureCode, Text
from generator.model.words import CodeWords, EditorWords, Phrase

Part: TypeAlias = Literal["viet_tat", "dong_nghia", "hieu_thanh", "tu_dem"]
"""The parts of ``synonyms.yml``."""
_SAID = ("viet_tat", "hieu_thanh")
"""What is keyed by what people say."""
_ONE = ("viet_tat", "tu_dem")
"""What has one text and no list."""


class WordGroup(Record, frozen=True):
    """One line of ``synonyms.yml``: what is said, and the words that it is understood as.

    Raises ValueError where these do not make a line of its part.
    """

    kind: Annotated[
        Part,
        "Mục của tệp từ đồng nghĩa",
        Meta(
            description="«viet_tat»: chữ viết tắt; «dong_nghia»: các cách nói thay được cho nhau; "
            "«hieu_thanh»: lời dân nói và cách hiểu, một chiều; «tu_dem»: lời đệm trong câu hỏi."
        ),
    ] = keyed(name="loai")
    said: Annotated[
        Phrase | None,
        "Chữ viết tắt hoặc lời dân nói",
        Meta(description="Chỉ có ở «viet_tat» và «hieu_thanh»."),
    ] = keyed(default=None, name="noi")
    words: Annotated[
        tuple[Text, ...],
        "Chữ đầy đủ, cách hiểu hoặc các cách nói",
        Meta(description="«viet_tat» và «tu_dem» có đúng một, «dong_nghia» có từ hai."),
    ] = keyed(default=(), name="tu")

    def __post_init__(self) -> None:
        count = len(self.words)
        right = count == 1 if self.kind in _ONE else count >= 2 or self.kind == "hieu_thanh"
        if (self.kind in _SAID) is not (self.said is not None) or not right:
            raise ValueError("not one line of the synonyms")


class WordsOfCode(CodeWords, frozen=True):
    """One entry of ``citizen_words.yml``, with its code before the words."""

    code: Annotated[ProcedureCode, "Mã thủ tục", Meta(description="Mã thủ tục của cả nước.")] = keyed(
        name="ma"
    )


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
        yield WordGroup("viet_tat", short, (full,))
    for alternatives in words.synonyms:
        yield WordGroup("dong_nghia", None, alternatives)
    for said, *meant in words.one_way:
        yield WordGroup("hieu_thanh", said, tuple(meant))
    for filler in words.fillers:
        yield WordGroup("tu_dem", None, (filler,))


def of_codes(words: EditorWords) -> Iterator[WordsOfCode]:
    """The entries of ``citizen_words.yml``, in their order."""
    for code, known in words.by_code.items():
        yield WordsOfCode(code, asked=known.asked, phrases=known.phrases)


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
    written = ((entry.code, plain(entry, written=True)) for entry in entries)
    return {code: {key: value for key, value in words.items() if key != "ma"} for code, words in written}
