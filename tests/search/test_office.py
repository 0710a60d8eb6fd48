"""What is asked of the office leads to the page that answers, and to no procedure by chance."""

import pytest

from generator.search.engine import SearchEngine
from generator.search.of_board import search_places
from generator.search.office import OFFICE_PAGES
from tests.search import own
from tests.search.judging import QUERIES, read

COMMUNES, COMPLAINTS, STATISTICS, CHANGES = (page.path for page in OFFICE_PAGES)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.of(own.own_entries(), own.own_words(), search_places(own.own_board()))


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("o dau nop", COMMUNES),
        ("Nộp hồ sơ ở đâu ạ?", COMMUNES),
        ("quay nop ho so", COMMUNES),
        ("gio lam viec", COMMUNES),
        ("thu 7 co lam viec khong", COMMUNES),
        ("ho so cua toi toi dau roi", COMMUNES),
        ("tre hen thi keu ai", COMPLAINTS),
        ("khieu nai can bo", COMPLAINTS),
        ("bi doi them tien", COMPLAINTS),
        ("ty le dung han", STATISTICS),
        ("co gi moi", CHANGES),
    ],
)
def test_a_question_to_the_office_leads_to_its_page(engine: SearchEngine, query: str, path: str) -> None:
    found = engine.details(query)
    assert [page["path"] for page in found["pages"]] == [path]
    assert (found["results"], found["readAs"], found["suggestions"], found["vague"]) == ([], "", [], False)


def test_beside_a_commune_the_office_is_meant_there(engine: SearchEngine) -> None:
    found = engine.details("so dien thoai phuong Tu Minh")
    assert [page["path"] for page in found["pages"]] == [COMMUNES]
    assert [place["code"] for place in found["places"]] == ["10891"]


@pytest.mark.parametrize("query", ["het bao nhieu tien", "bao lau thi xong", "lệ phí"])
def test_a_question_without_a_procedure_is_told_what_it_lacks(engine: SearchEngine, query: str) -> None:
    found = engine.details(query)
    assert found["vague"]
    assert (found["results"], found["readAs"], found["suggestions"]) == ([], "", [])


def test_a_procedure_that_holds_every_word_stands_beside_the_page(engine: SearchEngine) -> None:
    found = engine.details("so dien thoai")
    assert found["pages"]
    assert [result["code"] for result in found["results"]] == ["1.014034"]


def test_no_judged_question_about_a_procedure_is_taken_for_one_to_the_office(engine: SearchEngine) -> None:
    taken = [
        judged.query
        for judged in read(QUERIES)
        for found in [engine.details(judged.query, limit=1)]
        if found["pages"] or found["vague"]
    ]
    assert taken == []


def test_no_question_is_promised_two_pages() -> None:
    questions = [question for page in OFFICE_PAGES for question in page.questions]
    assert sorted(set(questions)) == sorted(questions)
