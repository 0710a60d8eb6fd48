"""The judged queries: how often the right procedure comes first, on our catalogue and among real ones."""

import unicodedata
from collections.abc import Callable

import pytest

from generator.search.engine import SearchEngine
from tests.search.conftest import shared_folder
from tests.search.judging import HELD_OUT, QUERIES, Judged, Score, judge, read

FIRST = 97.0
THIRD = 99.0
EVERY_CLASS = 90.0
OURS = read(QUERIES)


def asking(engine: SearchEngine) -> Callable[[str], list[str]]:
    return lambda query: [result["code"] for result in engine.search(query, limit=3)]


def assert_reached(scores: dict[str, Score]) -> None:
    assert scores[""].first_percent >= FIRST
    assert scores[""].third_percent >= THIRD
    for kind, score in scores.items():
        assert score.first_percent >= EVERY_CLASS, f"{kind}: {score}"


def test_the_judged_set_is_large_and_covers_every_class() -> None:
    kinds = {judged.kind for judged in OURS}
    assert len(OURS) >= 400
    assert len({judged.query for judged in OURS}) == len(OURS)
    assert {
        "nodia",
        "partial",
        "tone",
        "nfd",
        "telex",
        "vni",
        "typo",
        "phon",
        "nospace",
        "space",
    } <= kinds
    assert {"abbr", "syn", "nl", "code", "prefix"} <= kinds


def test_queries_called_nfd_are_really_decomposed() -> None:
    for judged in OURS:
        is_composed = unicodedata.is_normalized("NFC", judged.query)
        assert is_composed == (judged.kind != "nfd"), judged.query


def test_every_expected_code_is_in_our_catalogue(own_entries: tuple[object, ...]) -> None:
    codes = {getattr(entry, "code", None) for entry in own_entries}
    assert set().union(*(judged.codes for judged in OURS)) <= codes


def test_our_catalogue_answers_the_judged_queries(own_engine: SearchEngine) -> None:
    assert_reached(judge(asking(own_engine), OURS))


def test_the_half_that_was_never_tuned_on_is_answered_as_well(own_engine: SearchEngine) -> None:
    scores = judge(asking(own_engine), [judged for judged in OURS if judged.half == HELD_OUT])
    assert scores[""].first_percent >= FIRST
    assert scores[""].third_percent >= THIRD


@pytest.mark.shared_data
def test_the_judged_queries_find_the_same_among_373_real_procedures(real_engine: SearchEngine) -> None:
    assert_reached(judge(asking(real_engine), OURS))


@pytest.mark.shared_data
def test_queries_of_other_people_are_answered_on_the_real_records(real_engine: SearchEngine) -> None:
    theirs: tuple[Judged, ...] = read(shared_folder() / "data/search/queries.tsv")
    assert_reached(judge(asking(real_engine), theirs))
