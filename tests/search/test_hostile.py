"""No query throws, and every highlight stays inside the text it belongs to."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.engine import SearchEngine
from tests.search.hostile import hostile
from tests.search.small import ENTRIES, PLACES, WORDS

ENGINE = SearchEngine.of(ENTRIES, WORDS, PLACES)


def assert_sound(details: dict[str, Any]) -> None:
    for hit in details["results"]:
        for text, spans in (
            (hit["name"], hit["highlights"]),
            (hit["shortName"], hit["shortHighlights"]),
        ):
            at = 0
            for start, end in spans:
                assert at <= start < end <= len(text)
                at = end


def test_hostile_queries_are_answered_like_any_other() -> None:
    for query in hostile(3_000):
        assert_sound(ENGINE.details(query))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_answered(query: str) -> None:
    assert_sound(ENGINE.details(query))


def test_ten_thousand_characters_are_answered_by_their_beginning() -> None:
    assert ENGINE.search("đăng ký kết hôn " + "x" * 10_000)[0]["code"] == "1.000003"


def test_a_filter_that_nobody_has_leaves_nothing() -> None:
    assert ENGINE.details("đăng ký", filters={"field": ["__proto__"]})["total"] == 0
