"""The editors' files: what they hold becomes words for search, and a mistake is told with its place."""

from collections import Counter
from pathlib import Path

import pytest

from generator.model.words import editor_words
from generator.reading.words import read_words
from tests.search.own import own_words

SYNONYMS, CITIZENS = "content/synonyms.yml", "content/citizen_words.yml"


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        (SYNONYMS, "viet_tatt: {}", (1, 1)),
        (SYNONYMS, "viet_tat:\n  - cccd", (2, 3)),
        (SYNONYMS, "viet_tat:\n  cccd: [căn cước]", (2, 9)),
        (SYNONYMS, "tu_dem: []\ndong_nghia:\n  - [sổ đỏ]", (3, 5)),
        (SYNONYMS, "tu_dem: cho tôi hỏi", (1, 9)),
        (SYNONYMS, "- a", (1, 1)),
        (CITIZENS, '"1.000001": {hoi_nhieu: 9, tu: [a]}', (1, 25)),
        (CITIZENS, '"1.000001": {tu: [[a]]}', (1, 19)),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, file: str, text: str, place: tuple[int, int]
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / file).write_text(text, encoding="utf-8")
    words, problems = read_words(tmp_path)
    assert [(problem.file, problem.line, problem.column) for problem in problems] == [(file, *place)]
    assert words == editor_words(None, None)


def test_a_board_without_the_files_has_no_words() -> None:
    assert editor_words(None, None).by_code == {}


def test_our_words_cover_the_most_asked_codes() -> None:
    assert len(own_words().by_code) >= 150


def test_no_phrase_of_our_words_belongs_to_two_codes() -> None:
    owners = Counter(phrase for found in own_words().by_code.values() for phrase in set(found.phrases))
    assert [phrase for phrase, codes in owners.items() if codes > 1] == []


def test_our_words_are_written_in_lower_case_and_not_twice() -> None:
    for code, found in own_words().by_code.items():
        assert len(set(found.phrases)) == len(found.phrases), code
        for phrase in found.phrases:
            assert phrase == phrase.lower(), phrase
            assert 1 <= len(phrase.split()) <= 9, phrase
