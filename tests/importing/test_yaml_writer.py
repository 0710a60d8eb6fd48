"""What is written is read back exactly, and looks like something a clerk can edit."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.procedure import Procedure
from generator.reading import yaml_text
from generator.reading.yaml_text import Data
from generator.writing.yaml_writer import WIDTH, in_model_order, write, write_record

_AWKWARD = st.text(alphabet=" \t\n-:#'\"\\[]{}>|&*!%@`,?~=.0123456789aàđ\u00a0\u0301\u0338\r\u2028\x0b\ufeff")
_WORDY = st.lists(st.sampled_from(["Nộp", "hồ sơ:", "#1", "-", "", "01", "bản chính;"]), max_size=60).map(
    " ".join
)


def _kept(text: str) -> str:
    """What a board can hold of a text: the reader refuses control characters and joins letters (NFC)."""
    return unicodedata.normalize("NFC", yaml_text.FORBIDDEN.sub("", text))


_TEXTS = (st.text() | _AWKWARD | _WORDY).map(_kept)
_KEYS = st.text(min_size=1, max_size=60).map(_kept).filter(
    lambda key: key not in ("", "<<")
) | st.sampled_from(["ma", "no", "1.10", "~"])
_DATA: st.SearchStrategy[Data] = st.recursive(
    _TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


def _read(text: str) -> Data:
    return yaml_text.parse(yaml_text.decode(text.encode()))


@given(st.dictionaries(_KEYS, _DATA, max_size=5))
@example({"a": " \u0300"})
@example({"a": "x\n"})
@example({"a": "  x\ny"})
@example({"a": "x\n\n\n y\n"})
@example({"a": ["|-", [">-\n#", ["w " * 80]]]})
@example({"a": "từ  " * 40 + "hết"})
@example({"a": [{}, [], {"b": [None, "null", ""]}]})
def test_what_is_written_is_read_back_exactly(data: dict[str, Data]) -> None:
    assert _read(write(data)) == yaml_text.trimmed(data)


@given(st.dictionaries(_KEYS, _DATA, max_size=5))
def test_the_same_data_gives_the_same_text(data: dict[str, Data]) -> None:
    read = _read(write(data))
    assert isinstance(read, dict)
    assert write(read) == write(yaml_text.trimmed(data))


def test_keys_follow_the_model_at_every_level() -> None:
    data: dict[str, Data] = {
        "nguon": [{"lien_ket": "https://example.vn", "ten": "Nguồn"}],
        "ten": "Đăng ký khai sinh",
        "ma": "1.001193",
    }
    ordered = in_model_order(data, Procedure)
    assert list(ordered) == ["ma", "ten", "nguon"]
    assert write_record(data, Procedure) == (
        'ma: "1.001193"\nten: Đăng ký khai sinh\nnguon:\n  - ten: Nguồn\n    lien_ket: https://example.vn\n'
    )


@pytest.mark.parametrize(
    "value",
    [
        "1.10",
        "50.000",
        "00123",
        "7:30",
        "no",
        "NO",
        "null",
        "~",
        "16/07/2025",
        "2025-07-16",
        "- gạch",
        "a: b",
        "a #b",
        "1",
    ],
)
def test_what_looks_like_something_else_is_in_double_quotes(value: str) -> None:
    assert write({"k": value}) == f'k: "{value}"\n'


def test_a_plain_sentence_is_written_plainly() -> None:
    assert (
        write({"k": "Nộp hồ sơ, lệ phí 8.000 đồng (nếu có)"}) == "k: Nộp hồ sơ, lệ phí 8.000 đồng (nếu có)\n"
    )


def test_a_long_sentence_is_folded_and_a_paragraph_keeps_its_lines() -> None:
    sentence = "Người yêu cầu nộp hồ sơ: một bản chính. " * 6 + "Hết."
    folded = write({"k": sentence}).split("\n")
    assert folded[0] == "k: >-"
    assert len(folded) > 3
    assert all(len(line) <= WIDTH + 2 for line in folded)
    assert write({"k": "Bước 1: nộp\n- chờ"}) == "k: |-\n  Bước 1: nộp\n  - chờ\n"


def test_a_merge_key_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="<<"):
        write({"<<": "x"})
