"""Some keys change; every other letter and every comment stays, or nothing changes at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.text_edit import NotEditable, append_item, comments, edit
from generator.reading import yaml_text
from generator.reading.yaml_faults import YamlFault
from generator.reading.yaml_text import Data
from generator.writing.yaml_writer import write

_ORDER = ("ma", "ten", "cach", "nguon", "luu_y")
_TEXTS = st.sampled_from(
    [
        "Một câu",
        "a: b # c",
        "dòng\n# là chữ\nhết",
        "dài " * 40 + "hết",
        "1.10",
        "",
        "x\n\n  y",
        'a "b"',
    ]
)
_VALUES: st.SearchStrategy[Data] = st.recursive(
    _TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, min_size=1)
    ),
    max_leaves=5,
)
_RECORDS = st.dictionaries(st.sampled_from(_ORDER), _VALUES, min_size=1)
_CHANGES = st.dictionaries(st.sampled_from(_ORDER), _VALUES | st.none(), max_size=3)


def _read(text: str) -> Data:
    return yaml_text.parse(yaml_text.decode(text.encode()))


@st.composite
def _commented(draw: st.DrawFn) -> tuple[str, dict[str, Data]]:
    """A record with comments wherever YAML takes them: between lines, after values, at any depth."""
    record = draw(_RECORDS)
    lines = write(record).split("\n")[:-1]
    for number, place in enumerate(draw(st.lists(st.integers(0, len(lines)), max_size=6))):
        note = f"{draw(st.sampled_from(['', '  ', '      ']))}# ghi chú {number}"
        trailing = draw(st.booleans()) and place < len(lines)
        tried = [*lines]
        if trailing:
            tried[place] += f"  # ghi chú {number}"
        else:
            tried.insert(place, note)
        try:
            same = _read("\n".join([*tried, ""])) == record
        except YamlFault:
            continue
        if same:  # inside a block of text it would be a part of the text
            lines = tried
    return "\n".join([*lines, ""]), record


@given(_commented(), _CHANGES)
def test_data_changes_as_intended_and_every_comment_survives(
    given_record: tuple[str, dict[str, Data]], changes: dict[str, Data]
) -> None:
    text, record = given_record
    expected = {key: value for key, value in {**record, **changes}.items() if value is not None}
    try:
        result = edit(text, changes, _ORDER)
    except NotEditable:
        assert not expected  # only a record without any key left cannot be written
        return
    assert _read(result) == expected
    assert comments(text) <= comments(result)


@given(_commented())
def test_without_changes_no_letter_changes(given_record: tuple[str, dict[str, Data]]) -> None:
    text, _ = given_record
    assert edit(text, {}, _ORDER) == text


def test_lines_of_other_keys_are_not_touched() -> None:
    text = "# đầu tệp\nma:   '1.001193'   # mã\n\nten: \"Cũ\"   # tên\n\n# về nguồn\nnguon: [ {ten: A} ]\n"
    assert edit(text, {"ten": "Mới"}, _ORDER) == text.replace('"Cũ"   # tên', "Mới  # tên")


def test_a_new_key_goes_to_its_place() -> None:
    assert (
        edit("ma: a\n\n# nguồn\nnguon: b\n", {"ten": "c"}, _ORDER) == "ma: a\nten: c\n\n# nguồn\nnguon: b\n"
    )


def test_comments_inside_a_replaced_value_move_above_it() -> None:
    text = "ma: a\ncach:\n  # hỏi lại\n  - b  # đã hỏi\nnguon: c\n"
    assert edit(text, {"cach": ["d"]}, _ORDER) == "ma: a\n# hỏi lại\n# đã hỏi\ncach:\n  - d\nnguon: c\n"


@pytest.mark.parametrize("text", ["{ma: a}\n", "? ma\n: a\n", "- a\n", "", "ma: [\n", "chữ\n"])
def test_an_unusual_layout_is_refused(text: str) -> None:
    with pytest.raises(NotEditable):
        edit(text, {"ten": "x"}, _ORDER)


@pytest.mark.parametrize(
    "text",
    ['ma: a\nten: "b\n# c"\n', "ma: a\nten: |+\n  b\n\n# sau\nnguon: c\n", "ma: a\nten: [b,\n# c\n]\n"],
)
@pytest.mark.parametrize("changes", [{"ten": "mới"}, {"cach": "mới"}, {"luu_y": "mới"}, {"ten": None}])
def test_a_text_with_marks_at_the_margin_is_changed_rightly_or_refused(
    text: str, changes: dict[str, Data]
) -> None:
    before = _read(text)
    assert isinstance(before, dict)
    try:
        result = edit(text, changes, _ORDER)
    except NotEditable:
        return
    assert _read(result) == {key: value for key, value in {**before, **changes}.items() if value is not None}
    assert comments(text) <= comments(result)


@pytest.mark.parametrize("margin", ["", "  ", "    "])
def test_an_item_is_added_at_the_margin_of_the_list(margin: str) -> None:
    text = f"# danh mục\nlinh_vuc:\n{margin}- ma: a\n{margin}  ten: A  # một\n\n# hết\n"
    added = f"{margin}- ma: b\n{margin}  ten: B\n"
    assert append_item(text, "linh_vuc", {"ma": "b", "ten": "B"}) == text.replace(
        "# một\n", f"# một\n{added}"
    )


@pytest.mark.parametrize("text", ["linh_vuc: [{ma: a, ten: A}]\n", "linh_vuc: []\n", "ma: a\n"])
def test_an_item_is_not_added_to_a_list_in_brackets(text: str) -> None:
    with pytest.raises(NotEditable):
        append_item(text, "linh_vuc", {"ma": "b", "ten": "B"})
