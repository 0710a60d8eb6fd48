"""A text is changed inside its groups: the data is what was wanted, and every comment is still there."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.importing.nested_edit import rewrite
from generator.importing.text_edit import comments
from generator.reading import yaml_text
from generator.writing.yaml_writer import write

_TEXT = """\
# đầu tệp
a:
  b: 1  # một
  # trước c
  c:
    d: x
e:
- k: m
  v: 1
  # sau v
- k: n
  v: 2
"""


def _data(text: str) -> Any:
    return yaml_text.parse(text)


def test_one_cell_changes_one_line() -> None:
    wanted = _data(_TEXT)
    wanted["a"]["c"]["d"] = "z z"
    wanted["e"][1]["v"] = "khác"
    assert rewrite(_TEXT, wanted) == _TEXT.replace("d: x", "d: z z").replace("v: 2", "v: khác")


def test_a_new_cell_stands_in_its_order() -> None:
    wanted = _data(_TEXT)
    wanted["a"] = {"b": "1", "bb": "mới", "c": {"d": "x"}}
    assert rewrite(_TEXT, wanted) == _TEXT.replace("# một\n", "# một\n  bb: mới\n")


def test_a_new_item_stands_at_the_end_of_its_list() -> None:
    wanted = _data(_TEXT)
    wanted["e"].append({"k": "p", "v": "ba"})
    assert rewrite(_TEXT, wanted) == f"{_TEXT}- k: p\n  v: ba\n"


def test_a_text_in_brackets_is_written_anew() -> None:
    text = "a: {b: x, c: y}  # ghi chú\nd: z\n"
    after: dict[str, Any] = {"a": {"b": "x", "c": "khác"}, "d": "z"}
    assert _data(rewrite(text, after)) == after
    assert comments(rewrite(text, after)) == comments(text)


_KEYS = st.sampled_from(["a", "b", "c"])
_VALUES = st.recursive(
    st.sampled_from(["x", "1", "hai dòng\nchữ", "dài " * 40, "# thăng", "a: b"]).map(str.strip),
    lambda inner: (
        st.dictionaries(_KEYS, inner, min_size=1, max_size=3)
        | st.lists(st.dictionaries(_KEYS, inner, min_size=1, max_size=2), min_size=1, max_size=3)
    ),
    max_leaves=12,
)
_RECORDS = st.dictionaries(_KEYS, _VALUES, min_size=1, max_size=3)


def _commented(text: str, numbers: list[int]) -> str:
    """The same text with comments between lines, where a comment may stand."""
    lines = text.split("\n")
    for count, number in enumerate(numbers):
        place = number % len(lines)
        changed = [*lines[:place], f"# ghi chú {count}", *lines[place:]]
        try:
            same = _data("\n".join(changed)) == _data(text)
        except Exception:
            same = False
        if same:
            lines = changed
    return "\n".join(lines)


@given(before=_RECORDS, after=_RECORDS, numbers=st.lists(st.integers(0, 60), max_size=4))
def test_any_record_becomes_any_other_and_no_comment_is_lost(
    before: dict[str, Any], after: dict[str, Any], numbers: list[int]
) -> None:
    text = _commented(write(before), numbers)
    result = rewrite(text, after)
    assert _data(result) == after
    assert not comments(text) - comments(result)
