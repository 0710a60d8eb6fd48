"""What a simple writer wrote is what is read, and every value stands where its mark says."""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading import yaml_text
from generator.reading.yaml_events import MAX_DEPTH
from generator.reading.yaml_faults import YamlFault
from generator.reading.yaml_text import MAX_BYTES, Marks, Path, decode, locate, parse, trimmed
from tests.check.yaml_writer import Quote, quoted, single, write

CHARACTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u2028\u2029\ufeff")
TEXTS = st.text(CHARACTERS | st.sampled_from(list("aăâđêôơưàộ:#-[]{}&*!|>'\"%@`,?\\ ")), max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)
LINES = st.text(CHARACTERS | st.sampled_from("\n\t "), max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)
KEYS = TEXTS.filter(lambda text: text != "<<")


def _depth(data: Any) -> int:
    if isinstance(data, dict):
        return 1 + max(map(_depth, data.values()), default=0)
    if isinstance(data, list):
        return 1 + max(map(_depth, data), default=0)
    return 0


def _trees(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    leaves = st.none() | texts
    nested = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=15,
    )
    return nested.filter(lambda data: _depth(data) <= MAX_DEPTH)


def _read(text: str) -> Any:
    return parse(decode(text.encode()))


@given(_trees(TEXTS | LINES))
def test_what_was_written_in_double_quotes_is_read(data: Any) -> None:
    assert _read(write(data, quoted)) == trimmed(data)


@given(_trees(TEXTS))
def test_what_was_written_in_single_quotes_is_read(data: Any) -> None:
    assert _read(write(data, single)) == trimmed(data)


@given(_trees(TEXTS | LINES))
def test_json_is_read_as_json(data: Any) -> None:
    assert _read(json.dumps(data, ensure_ascii=False)) == trimmed(data)


@given(_trees(TEXTS))
def test_line_ends_and_a_byte_order_mark_change_nothing(data: Any) -> None:
    text = write(data, single)
    for form in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text):
        assert _read(form) == trimmed(data)


@given(_trees(TEXTS))
def test_decomposed_letters_are_read_composed(data: Any) -> None:
    assert _read(unicodedata.normalize("NFD", write(data, single))) == trimmed(data)


def _offset(text: str, line: int, column: int) -> int:
    return sum(len(row) + 1 for row in text.split("\n")[: line - 1]) + column - 1


def _check_places(data: Any, text: str, quote: Quote, marks: yaml_text.Marks, path: Path = ()) -> None:
    rest = text[_offset(text, *marks.values[path]) :]
    assert marks.find(path) == marks.values[path]
    if isinstance(data, dict):
        assert rest.startswith(quote(next(iter(data))) if data else "{}")
        for key, value in data.items():
            assert text[_offset(text, *marks.keys[(*path, key)]) :].startswith(quote(key) + ":")
            assert marks.find((*path, key), key=True) == marks.keys[(*path, key)]
            _check_places(value, text, quote, marks, (*path, key))
    elif isinstance(data, list):
        assert rest.startswith("- " if data else "[]") or rest.startswith("-\n")
        for index, item in enumerate(data):
            _check_places(item, text, quote, marks, (*path, index))
    else:
        assert rest.startswith("~" if data is None else quote(data))


@pytest.mark.parametrize("quote", [quoted, single])
@given(data=_trees(TEXTS))
def test_every_value_and_key_stands_where_its_mark_says(quote: Quote, data: Any) -> None:
    text = write(data, quote)
    _check_places(data, text, quote, locate(text))


def test_places_hold_among_comments_blank_lines_and_block_texts() -> None:
    text = "# đầu\n\nma: x  # ghi chú\n\ntom_tat: >-\n  một\n\n  hai\nds:\n- a\n"
    text += "\n# giữa\n- b: c\nnhom: {x: y, z: [1]}\n"
    marks = locate(text)
    assert marks.find(("ma",)) == (3, 5)
    assert marks.find(("tom_tat",)) == (5, 10)
    assert marks.find(("ds", 0)) == (10, 3)
    assert marks.find(("ds", 1, "b")) == (13, 6)
    assert marks.find(("nhom", "x"), key=True) == (14, 8)
    assert marks.find(("nhom", "z", 0)) == (14, 18)


def test_what_is_missing_is_placed_at_the_group_that_lacks_it() -> None:
    marks = locate("# đầu\nma: x\nds:\n  - ten: a\n  - moi: b\ntrong:\n")
    assert marks.find(("ten",)) == (2, 1)
    assert marks.find(("ds", 1, "ten")) == (5, 5)
    assert marks.find(("ds", 1, "ten"), key=True) == (5, 3 + 2)
    assert marks.find(("ds", 7, "ten")) == (4, 3)
    assert marks.find(("trong",), key=True) == (6, 1)
    assert marks.find(("trong", "ten"), key=True) == (6, 1)


def test_an_empty_file_has_one_place() -> None:
    assert locate("").find(("ten",)) == (1, 1)
    assert locate("").find((), key=True) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "1.10",
        "50.000",
        "00123",
        "7:30",
        "no",
        "yes",
        "true",
        "1e3",
        "0x1F",
        "2025-07-16",
        "1_000",
        ".inf",
        "=",
    ],
)
def test_a_value_stays_the_text_that_was_written(text: str) -> None:
    assert _read(f"a: {text}\n") == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing_unless_it_is_quoted(text: str) -> None:
    assert _read(f"a: {text}\n") == {"a": None}
    assert _read(f'a: "{text}"\n') == {"a": text}


def test_a_key_is_always_text() -> None:
    assert _read("1: a\nno: b\n~: c\n") == {"1": "a", "no": "b", "~": "c"}


def test_twelve_levels_are_read_and_thirteen_are_not() -> None:
    assert _depth(_read("[" * MAX_DEPTH + "]" * MAX_DEPTH)) == MAX_DEPTH
    with pytest.raises(YamlFault, match="12 tầng"):
        _read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


def test_a_million_bytes_are_read_and_one_more_is_not() -> None:
    assert _read("a: " + "x" * (MAX_BYTES - 3)) == {"a": "x" * (MAX_BYTES - 3)}
    with pytest.raises(YamlFault, match="dài hơn mức cho phép"):
        _read("a: " + "x" * (MAX_BYTES - 2))


@pytest.mark.parametrize("char", [chr(n) for n in (*range(9), 11, 12, *range(14, 32), *range(127, 160))])
def test_control_characters_are_refused_raw_and_escaped(char: str) -> None:
    with pytest.raises(YamlFault) as raw:
        _read(f"a: b\nten: Khai{char}sinh\n")
    assert (raw.value.code, raw.value.line, raw.value.column) == ("control-character", 2, 10)
    with pytest.raises(YamlFault) as escaped:
        _read(f'a: b\nten: "Khai\\x{ord(char):02x}sinh"\n')
    assert (escaped.value.code, escaped.value.line, escaped.value.column) == ("control-character", 2, 6)


@pytest.mark.parametrize("text", ["a: \ud800", "a: \x00", "\ufffe", "\udfff: b", "a: \x1b"])
def test_even_text_that_decode_would_refuse_raises_nothing_but_a_fault(text: str) -> None:
    with pytest.raises(YamlFault):
        parse(text, Marks())  # with places, so the full parser reads it


def test_an_escape_cannot_bring_in_decomposed_letters() -> None:
    assert _read('"e\\u0302": "o\\u031b\\u0301"\n') == {"ê": "ớ"}
    with pytest.raises(YamlFault, match="hai lần"):
        _read('ê: a\n"e\\u0302": b\n')


def test_every_double_key_names_both_lines() -> None:
    with pytest.raises(YamlFault, match="dòng 1 và ở dòng 3"):
        _read("a: 1\nb: 2\na: 3\n")


def test_a_fault_keeps_its_place_in_composed_letters() -> None:
    text = unicodedata.normalize("NFD", "ten: Đăng ký: lần đầu\n")
    with pytest.raises(YamlFault) as fault:
        _read(text)
    assert (fault.value.line, fault.value.column) == (1, len("ten: Đăng ký:"))
