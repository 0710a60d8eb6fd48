"""What the engine promises about its answers, on a small catalogue of our own."""

from typing import Any

import pytest

from generator.search.engine import SearchEngine
from tests.search.small import ENTRIES, PLACES, WORDS, golden


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.of(ENTRIES, WORDS, PLACES)


def first(engine: SearchEngine, query: str) -> str:
    found = engine.search(query)
    return str(found[0]["code"]) if found else ""


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("đăng ký khai sinh", "1.000001"),
        ("dang ky khai sinh", "1.000001"),
        ("ddawng kys khai sinh", "1.000001"),
        ("dangkykhaisinh", "1.000001"),
        ("kh ai sinh", "1.000001"),
        ("dang ky khia sinh", "1.000001"),
        ("khai xinh", "1.000001"),
        ("khai sinh có yếu tố nước ngoài", "1.000002"),
        ("tạm chú", "1.000004"),
        ("thuê trọ", "1.000004"),
        ("bìa đỏ", "1.000007"),
        ("hkd", "1.000006"),
        ("làm hôn thú", "1.000003"),
        ("cho tôi hỏi làm giấy khai sinh cần giấy tờ gì", "1.000001"),
    ],
)
def test_the_procedure_a_citizen_means_comes_first(engine: SearchEngine, query: str, code: str) -> None:
    assert first(engine, query) == code


def test_an_everyday_procedure_stands_before_its_rare_cousin(engine: SearchEngine) -> None:
    assert [hit["code"] for hit in engine.search("khai sinh")][:2] == ["1.000001", "1.000002"]


def test_a_rewritten_query_is_said_and_can_be_taken_back(engine: SearchEngine) -> None:
    assert engine.details("dang ky khia sinh")["readAs"] == "đăng ký khai sinh"
    assert engine.details("dang ky khia sinh", exact=True)["readAs"] == ""
    assert engine.details("đăng ký khai sinh")["readAs"] == ""


def test_why_names_the_phrase_that_matched(engine: SearchEngine) -> None:
    why = engine.search("mo quan")[0]["why"]
    assert why["kind"] == "keyword"
    assert why["phrase"] == "mở quán"
    assert "mở quán" in why["text"]


def test_highlights_are_offsets_of_the_words_that_matched(engine: SearchEngine) -> None:
    hit = engine.search("khai sinh")[0]
    assert [hit["name"][start:end] for start, end in hit["highlights"]] == ["khai sinh"]
    assert [hit["shortName"][start:end] for start, end in hit["shortHighlights"]] == ["khai sinh"]


def test_filters_narrow_and_counts_tell_what_each_would_leave(engine: SearchEngine) -> None:
    details = engine.details("đăng ký", filters={"field": ["ho-tich"]})
    assert {hit["field"] for hit in details["results"]} == {"ho-tich"}
    counts = {entry["value"]: entry["count"] for entry in details["facets"]["field"]}
    assert counts["ho-tich"] == details["total"] == 3
    assert counts["cu-tru"] == 1


@pytest.mark.parametrize("facet", ["field", "applicant", "online", "scope"])
def test_every_count_is_what_choosing_it_gives(engine: SearchEngine, facet: str) -> None:
    entries: list[dict[str, Any]] = engine.details("đăng ký")["facets"][facet]
    assert entries
    for entry in entries:
        assert engine.details("đăng ký", filters={facet: [entry["value"]]})["total"] == entry["count"]


@pytest.mark.parametrize("query", ["quỳnh châu", "xã Quỳnh Châu", "quynh chau"])
def test_the_old_name_of_a_commune_leads_to_the_new_one(engine: SearchEngine, query: str) -> None:
    places = engine.details(query)["places"]
    assert [(place["code"], place["former"]) for place in places] == [("17149", "Xã Quỳnh Châu")]


def test_a_name_of_today_is_not_called_former(engine: SearchEngine) -> None:
    assert engine.details("tứ minh")["places"][0]["former"] == ""


def test_limit_is_kept_and_the_total_is_told(engine: SearchEngine) -> None:
    details = engine.details("đăng ký", limit=2)
    assert len(details["results"]) == 2
    assert details["total"] > 2


def test_nothing_is_found_in_nothing(engine: SearchEngine) -> None:
    for query in ("", "   ", "!!!", "🙂"):
        assert engine.search(query) == []


def test_a_weak_answer_comes_with_suggestions(engine: SearchEngine) -> None:
    wanted = {"code": "1.000003", "text": "Đăng ký kết hôn"}
    assert wanted in engine.details("lễ kết hôn của khỉ")["suggestions"]
    far = engine.details("xin phép nuôi khỉ kết hôn")
    assert far["results"] == []
    assert wanted in far["suggestions"]
    assert engine.details("đăng ký kết hôn")["suggestions"] == []


def test_the_golden_cases_keep_their_order_on_the_command_line(engine: SearchEngine) -> None:
    for case in golden():
        details = engine.details(case["query"])
        assert [hit["code"] for hit in details["results"]] == case["codes"], case["query"]
        assert details["readAs"] == case["readAs"], case["query"]
        if "places" in case:
            assert [place["code"] for place in details["places"]] == case["places"], case["query"]


def test_a_place_beside_the_task_is_no_part_of_it_unless_only_its_letters_are_asked(
    engine: SearchEngine,
) -> None:
    """Exactly what was typed is what the citizen insisted on."""
    assert first(engine, "khai sinh o tu minh") == "1.000001"
    assert engine.details("khai sinh o tu minh", exact=True)["places"] == []
