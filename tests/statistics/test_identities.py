from hypothesis import given
from hypothesis import strategies as st

from generator.model.statistics import Figures
from generator.statistics.form import EXTRAS, FORM, LABELS, PATHS
from generator.statistics.identities import agrees, derive, differences, field_differences
from generator.statistics.rates import counted_on_time

COUNT = st.integers(0, 5000)


@st.composite
def whole_rows(draw: st.DrawFn) -> dict[str, int | None]:
    """A row on which the form agrees, made from its parts up: independent of the table of identities."""
    early, on_time, late, in_time, overdue = (draw(COUNT) for _ in range(5))
    received = early + on_time + late + in_time + overdue
    online = draw(st.integers(0, received))
    carried = draw(st.integers(0, received - online))
    return {
        "received_total": received,
        "received_online": online,
        "received_in_person_postal": received - online - carried,
        "carried_over": carried,
        "resolved_total": early + on_time + late,
        "resolved_early": early,
        "resolved_on_time": on_time,
        "resolved_late": late,
        "pending_total": in_time + overdue,
        "pending_in_time": in_time,
        "pending_late": overdue,
    }


def _blank(row: dict[str, int | None], keys: set[str]) -> dict[str, int | None]:
    return {key: None if key in keys else value for key, value in row.items()}


@given(whole_rows(), st.sets(st.sampled_from(FORM)))
def test_a_true_row_with_empty_cells_has_no_difference_and_derives_only_the_truth(
    row: dict[str, int | None], empty: set[str]
) -> None:
    seen = _blank(row, empty)
    assert differences(seen) == []
    derived = derive(seen)
    assert set(derived) <= empty
    assert {key: row[key] for key in derived} == derived


@given(whole_rows(), st.sampled_from(FORM))
def test_one_empty_cell_always_follows_from_the_others(row: dict[str, int | None], key: str) -> None:
    assert derive(_blank(row, {key})) == {key: row[key]}


@given(st.fixed_dictionaries({key: st.integers(0, 30) for key in FORM}))
def test_a_full_row_has_a_difference_for_each_equation_that_fails(row: dict[str, int]) -> None:
    c = row
    failing = [
        c["received_total"] - c["received_online"] - c["received_in_person_postal"] - c["carried_over"],
        c["resolved_total"] - c["resolved_early"] - c["resolved_on_time"] - c["resolved_late"],
        c["pending_total"] - c["pending_in_time"] - c["pending_late"],
        c["received_total"] - c["resolved_total"] - c["pending_total"],
    ]
    found = differences(dict(row))
    assert [each.stated - each.added for each in found] == [gap for gap in failing if gap]


@given(whole_rows(), st.integers(1, 500))
def test_a_part_larger_than_its_whole_is_found_even_where_the_other_parts_are_empty(
    row: dict[str, int | None], more: int
) -> None:
    resolved = row["resolved_total"] or 0
    seen: dict[str, int | None] = {"resolved_total": resolved, "resolved_late": resolved + more}
    assert [(each.stated, each.added) for each in differences(seen)] == [(resolved, resolved + more)]


def test_two_ways_to_the_same_empty_total_that_disagree_are_a_difference() -> None:
    seen: dict[str, int | None] = {
        "received_online": 700,
        "received_in_person_postal": 70,
        "carried_over": 10,
        "resolved_total": 725,
        "pending_total": 54,
    }
    (found,) = differences(seen)
    assert (found.stated, found.added, found.derived) == (780, 779, True)


def test_phu_thai_is_one_short() -> None:
    (found,) = differences({"received_total": 780, "resolved_total": 725, "pending_total": 54})
    assert (found.total, found.stated, found.added) == ("received_total", 780, 779)


def test_more_resolved_than_received_is_a_difference_though_nobody_states_what_is_pending() -> None:
    seen: dict[str, int | None] = {"received_total": 100, "resolved_total": 120, "pending_total": None}
    assert [(d.stated, d.added) for d in differences(seen)] == [(100, 120)]
    assert derive(seen) == {}


@given(st.lists(whole_rows(), min_size=1, max_size=6), st.integers(-50, 50))
def test_fields_that_do_not_add_up_to_the_total_differ_by_exactly_what_is_missing(
    fields: list[dict[str, int | None]], more: int
) -> None:
    total: dict[str, int | None] = {key: sum(row[key] or 0 for row in fields) for key in FORM}
    assert field_differences(total, fields) == []
    wrong = total | {"received_total": (total["received_total"] or 0) + more}
    assert [d.stated - d.added for d in field_differences(wrong, fields)] == ([more] if more else [])


def test_fields_with_an_empty_cell_are_no_more_than_the_total() -> None:
    rows: list[dict[str, int | None]] = [{"received_total": 5}, {"received_total": None}]
    assert field_differences({"received_total": 9}, rows) == []
    (found,) = field_differences({"received_total": 4}, rows)
    assert (found.stated, found.added, "≥" in found.words) == (4, 5, True)


def test_columns_that_only_exports_have_are_added_up_too() -> None:
    rows: list[dict[str, int | None]] = [{"withdrawn": 5}, {"withdrawn": 2}]
    assert [(d.stated, d.added) for d in field_differences({"withdrawn": 8}, rows)] == [(8, 7)]


@given(st.fixed_dictionaries({key: st.none() | st.integers(0, 3) for key in PATHS}))
def test_a_row_that_agrees_at_a_glance_has_nothing_wrong_at_a_closer_look(row: dict[str, int | None]) -> None:
    if agrees(row):
        assert differences(row) == []
        for formula in ("a", "b"):
            counted = counted_on_time(row, formula)
            assert counted
            assert counted[0] <= counted[1]


@given(whole_rows())
def test_a_true_row_agrees_at_a_glance(row: dict[str, int | None]) -> None:
    assert agrees({**dict.fromkeys(PATHS), **row})


def test_the_model_and_the_form_name_the_same_cells() -> None:
    assert list(Figures().cells) == list(PATHS) == list(LABELS)
    assert {*FORM, *EXTRAS} == set(PATHS)
    assert len(FORM) == 11  # the counted columns (3) to (13) of Biểu 06
