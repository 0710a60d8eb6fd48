"""What msgspec accepts has no mistakes, and what it refuses has some that can be named."""

import pickle
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.convert import Refused, record_of
from generator.model.display import Notice, ShowWindow
from generator.model.mistakes import in_value, mistakes
from generator.model.plain import as_json, plain
from generator.model.procedure import Procedure
from generator.model.record import Record, Rooted, root_of
from generator.model.shape import by_key, core_of, is_list, item_of, may_be_none, record_in
from generator.model.words import CitizenWordsFile
from generator.reading.kinds import KINDS

WORDS = (
    *("x", "", "1.001193", "10750", "31", "ho-tich", "16/07/2025", "2025-07-16", "0205-01-01", "31/02/2026"),
    *(
        "07:30",
        "24:00",
        "16/07/2025 07:30",
        "co",
        "không",
        "CN",
        "9",
        "2",
        "95,5",
        "101",
        "-1",
        "0",
        "1.5",
        "1e3",
    ),
    *(
        "null",
        "true",
        "https://a.vn/",
        "https://a.vn/?q",
        "tel:113",
        "javascript:1",
        "a@b.vn",
        "0225 3123 456",
    ),
    *("a" * 61, "a" * 81, "0a1b2c3d-0000-4000-8000-00000000000f", "H01", "1.001193\n", "٣", "１", "+1", " "),
)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.sampled_from(WORDS) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=2),
    max_leaves=4,
)


def _records(model: type[Record]) -> st.SearchStrategy[Any]:
    """Data with the keys of a record type, right but for one of them at most."""
    needed = {key: _right(each.annotation) for key, each in by_key(model).items() if each.required}
    others = {key: _right(each.annotation) for key, each in by_key(model).items() if not each.required}
    right = st.fixed_dictionaries(needed, optional=others)
    wrong = st.dictionaries(st.sampled_from([*by_key(model), "x"]), ANYTHING, min_size=1, max_size=1)
    return right | st.tuples(right, wrong).map(lambda both: both[0] | both[1])


def _right(annotation: Any) -> st.SearchStrategy[Any]:
    core = core_of(annotation)[0]
    if get_origin(core) is Literal:
        found: st.SearchStrategy[Any] = st.sampled_from(get_args(core))
    elif is_list(annotation):
        found = st.lists(_right(item_of(annotation)), max_size=3)
    elif get_origin(core) is dict:
        found = st.dictionaries(st.sampled_from(WORDS), _right(get_args(core)[1]), max_size=2)
    elif record_in(annotation):
        found = _records(core)
    else:
        found = st.sampled_from([word for word in WORDS if not list(in_value(annotation, word))])
    return st.none() | found if may_be_none(annotation) else found


def _files(model: type[Record]) -> st.SearchStrategy[Any]:
    return _right(root_of(model)) if issubclass(model, Rooted) else _records(model)


@pytest.mark.parametrize("model", [kind.model for kind in KINDS], ids=lambda model: model.__name__)
@given(data=st.data())
def test_data_is_a_record_or_has_a_mistake_that_can_be_named(
    model: type[Record], data: st.DataObject
) -> None:
    given_data = data.draw(_files(model))
    try:
        record_of(model, given_data)
    except Refused as refused:
        assert [one.kind for one in refused.mistakes] != ["disagreement"], given_data
    else:
        assert [one.kind for one in mistakes(model, given_data)] == ["disagreement"]  # none of a value


def test_all_mistakes_are_found_in_one_run_each_at_its_place() -> None:
    with pytest.raises(Refused) as refused:
        record_of(
            Procedure,
            {
                "ma": "x",
                "linh_vuc": "ho-tich",
                "hieu_luc": {"tu": "31/02/2026"},
                "thanh_phan_ho_so": [{"giay_to": [{"ten": "Tờ khai", "ban_sao": "100"}, {}]}],
                "mau": "1",
            },
        )
    assert [(one.kind, one.path) for one in refused.value.mistakes] == [
        ("pattern", ("ma",)),
        ("missing", ("ten",)),
        ("too_large", ("thanh_phan_ho_so", 0, "giay_to", 0, "ban_sao")),
        ("missing", ("thanh_phan_ho_so", 0, "giay_to", 1, "ten")),
        ("day", ("hieu_luc", "tu")),
        ("unknown", ("mau",)),
    ]


def test_what_was_given_is_not_changed_by_reading_it() -> None:
    given_data = {
        "noi_dung": "x",
        "het_han": "1/2/2026",
        "lich": [{"tu": "7:30", "den": "8:00", "thu": ["CN"]}],
    }
    record = record_of(Notice, given_data)
    assert record.windows == (ShowWindow(weekdays=(8,), opens="07:30", closes="08:00"),)
    assert given_data["lich"] == [{"tu": "7:30", "den": "8:00", "thu": ["CN"]}]


def test_what_is_a_value_already_stays_one() -> None:
    record = record_of(
        Procedure, {"ma": "1.001193", "ten": "x", "linh_vuc": "a", "ngay_ra_soat": "16/07/2025"}
    )
    assert record == record_of(
        Procedure, {"ma": "1.001193", "ten": "x", "linh_vuc": "a", "ngay_ra_soat": record.reviewed_on}
    )


def test_a_file_whose_names_are_data_is_written_as_it_is_read() -> None:
    written = {"1.001193": {"tu": ["làm khai sinh"]}}
    record = record_of(CitizenWordsFile, written)
    assert plain(record, written=True) == written
    assert as_json(record) == b'{"1.001193":{"hoi_nhieu":1,"tu":["l\xc3\xa0m khai sinh"]}}'


def test_what_was_refused_may_be_told_by_another_process() -> None:
    with pytest.raises(Refused) as refused:
        record_of(CitizenWordsFile, {"x": {}})
    again = pickle.loads(pickle.dumps(refused.value))
    assert again.mistakes == refused.value.mistakes
    assert "pattern" in str(again)
