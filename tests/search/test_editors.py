"""The editors' files: what they hold becomes words for search, and a mistake is told with its place."""

from collections import Counter

import pytest

from generator.search.editors import EditorWordsError, editor_words
from tests.search.own import own_words


@pytest.mark.parametrize(
    ("synonyms", "citizens", "told"),
    [
        ({"viet_tatt": {}}, None, "viet_tatt"),
        ({"viet_tat": ["cccd"]}, None, "viet_tat"),
        ({"viet_tat": {"cccd": ["căn cước"]}}, None, "viet_tat → cccd"),
        ({"dong_nghia": [["sổ đỏ"]]}, None, "nhóm 1"),
        ({"tu_dem": "cho tôi hỏi"}, None, "tu_dem"),
        (None, {"1.000001": {"hoi_nhieu": "9", "tu": ["a"]}}, "1.000001"),
        (None, {"1.000001": {"tu": [["a"]]}}, "1.000001 → tu"),
        (["a"], None, "từ đồng nghĩa"),
    ],
)
def test_a_mistake_is_told_with_its_place(synonyms: object, citizens: object, told: str) -> None:
    with pytest.raises(EditorWordsError, match=told):
        editor_words(synonyms, citizens)


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
