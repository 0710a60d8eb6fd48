"""The mark of a list of papers tells whether two copies of it are the same list."""

from generator.model.convert import record_of
from generator.model.procedure import DocumentCase
from generator.papers import folded, mark


def case(*papers: str, name: str | None = None) -> DocumentCase:
    rows = [{"ten": paper} for paper in papers]
    return record_of(DocumentCase, {"giay_to": rows} | ({"truong_hop": name} if name else {}))


def test_equal_lists_have_equal_marks() -> None:
    assert mark((case("Tờ khai", "Ảnh"),)) == mark((case("Tờ khai", "Ảnh"),))


def test_every_change_that_moves_a_tick_changes_the_mark() -> None:
    lists = [
        (case("Tờ khai", "Ảnh"),),
        (case("Ảnh", "Tờ khai"),),
        (case("Tờ khai"), case("Ảnh")),
        (case("Tờ khai", "Ảnh", name="Nộp trực tiếp"),),
        (),
    ]
    assert len({mark(each) for each in lists}) == len(lists)


def test_long_lists_of_many_cases_are_folded() -> None:
    assert folded(tuple(case(*"abcdef") for _ in range(3)))
    assert not folded((case(*"abcdefghi"), case(*"abcdefghi")))
    assert not folded(tuple(case("a") for _ in range(16)))
