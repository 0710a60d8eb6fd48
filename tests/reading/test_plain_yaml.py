"""What the plain reader reads is what the full parser reads; it never reads what that one refuses."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading import yaml_text
from generator.reading.plain_yaml import parse_plain, place_of
from generator.reading.yaml_faults import YamlFault
from generator.reading.yaml_text import Data
from tests.reading.mutations import corpus, mutated

ROOT = Path(__file__).parents[2]

RECORD = """\
# thủ tục
ma: "1.000080"
so: 1.10
ten: Đăng ký khai sinh:con
  ngoài giá thú,#3 theo mẫu
muc_do: danh_muc
rong:
khong: ~

cap_thuc_hien:
  - xa
  - 'tinh'
cach_thuc:
- hinh_thuc: truc_tuyen
  thoi_han: "7"
  phi: >-
    Miễn phí (mức cụ thể: do
    hội đồng quyết định) # không phải ghi chú

- hinh_thuc: buu_chinh
  # không có phí
  mo_ta: |-
    - Nộp hồ sơ;
      và chờ
    + Nhận: kết quả
  giay_to:
    - ten: Tờ khai
      ban_chinh: '1'
    - ten: >-
        Giấy chứng sinh
nguon:
  ten: Cơ sở dữ liệu quốc gia
  lien_ket: https://dichvucong.gov.vn/
"""


def _full(text: str) -> tuple[Data, yaml_text.Marks]:
    """The same text by the full parser: all places are asked for, which the plain reader never gives."""
    marks = yaml_text.Marks()
    return yaml_text.parse(text, marks), marks


def _agree(text: str) -> bool:
    """Whether the plain reader reads ``text``; what it reads, and where, the full parser must say too."""
    try:
        text = yaml_text.decode(text.encode())
    except (YamlFault, UnicodeEncodeError):
        return False
    plain = parse_plain(text)
    if plain is None:
        return False
    data, marks = _full(text)
    assert plain == data
    for key, value in plain.items():
        place = place_of(text, key)
        assert place == marks.values[key,] if isinstance(value, str) else place in (None, marks.values[key,])
    return True


def test_a_record_is_plain_enough() -> None:
    assert _agree(RECORD)


@pytest.mark.parametrize("folder", ["content", "procedures"])
def test_every_file_of_the_sample_board_reads_the_same_and_nearly_all_here(folder: str) -> None:
    read = [_agree(file.read_text(encoding="utf-8")) for file in sorted((ROOT / folder).rglob("*.yml"))]
    assert sum(read) > 0.8 * len(read) > 10


_OTHERS = (
    *(
        "",
        "# chỉ có ghi chú\n",
        "a: b # c\n",
        "a: |\n  b\n",
        "a: >\n  b\n",
        "a: {}\n",
        "a: [b]\n",
        "a: 'b''c'\n",
    ),
    *(
        "a: b: c\n",
        "- a: b\n",
        "a: b\n  c: d\n",
        "a:\n  b: c\n d: e\n",
        "a: b\na: c\n",
        "a: *b\n",
        "a: &b c\n",
    ),
    *("---\na: b\n", "a: b\n...\n", "a:\tb\n", "a: b\t\n", 'a: "b\\n"\n', "A: b\n", "a : b\n"),
    *("a:\n - - b: c\n", "<<: a\n", "a: !b c\n", "a: - b\n", "a: b\n\n  c\n", "a: b\n # c\n  d\n", "a: b:\n"),
    *("a: b\n  c:\n", "a: b:\n  c\n", "a: b\n  c #d\n", "a: b: \n", "a: ' b' \n"),
    *("a: >-\n  b\n   c\n", "a: >-\n  b\n\n  c\n", "a: |-\n  b\n\n  # c\n", "a: >-\n  b\n  \n", "a: b\nc\n"),
    *(
        "a:\n  - b\n  c: d\n",
        "a: 1\n  - b\n",
        "a: 'b\n  c'\n",
        "a:\n  -\n",
        "a: b\n  # c\n  d: e\n",
        "a: @b\n",
    ),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("a: b \n", "b"), ("a:  b  \n  c \n  d\n", "b c d"), ("a: ~ \n", None), ("a: null  \n", None)),
        *(("a: ~\u00a0\n", "~"), ("a: \u00a0b c\u3000\n", "b c"), ("a: ' b '\n", "b"), ("a: b:c \n", "b:c")),
        *(("a: |-\n  b\n  c  \n", "b\nc"), ("a: >-\n  b\u00a0\n", "b"), ("a: b\u00a0\n  c\n", "b\u00a0 c")),
    ],
)
def test_white_space_around_a_value_is_left_out(text: str, value: str | None) -> None:
    assert parse_plain(text) == {"a": value}
    assert _agree(text)


@pytest.mark.parametrize("text", _OTHERS)
def test_anything_else_is_left_to_the_full_parser(text: str) -> None:
    assert parse_plain(text) is None


@pytest.mark.parametrize("step", ["{}a:\n", "{}- a:\n"])
def test_deep_nests_are_left_to_the_full_parser_which_counts_them(step: str) -> None:
    read = []
    for depth in range(1, 20):
        text = (
            "b:\n"
            + "".join(step.format("    " * level) for level in range(depth))
            + "    " * depth
            + "c: d\n"
        )
        read.append(parse_plain(text) is not None and _agree(text))
    assert read == sorted(read, reverse=True)
    assert 1 < sum(read) < 12


_ENTRIES = (
    *("a:", "b:", "c:", "a: 1", "b: x", "c: x y", "d: 01/07/2025", 'd: "1"', "b: '1'", "", "#", "# a: b"),
    *("a: b: c", "b: x #y", "c: null", "c: no", "a: ~", "a: -", "a: x-", "b: x -y", "b: x, y", "? a", "x"),
    *('"a": b', "a: x:", "a: >-", "b: |-", "a: |", "x y", "x: y", "x#y", "x #y", "'x'", '"x', "-x", "x "),
    *("a: b:c", "a: 'b' c", 'a: "b" # c', "a: [x", "a: x]", "a: 'b''c'", "a: >- b", "  ", "...", "---"),
    *("a:  b", "- x", "!x", ": b"),
)
_LINES = st.builds(
    lambda margin, dash, entry: " " * margin + dash + entry,
    st.integers(0, 7),
    st.sampled_from(["", "", "", "- ", "-", "-  ", "- - "]),
    st.sampled_from(_ENTRIES),
)


@settings(max_examples=500)
@given(st.lists(_LINES, min_size=1, max_size=9))
def test_lines_in_any_order_read_the_same_or_not_at_all(lines: list[str]) -> None:
    _agree("\n".join([*lines, ""]))


@settings(max_examples=500)
@given(st.data())
def test_a_damaged_record_reads_the_same_or_not_at_all(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(RECORD)))
    removed = data.draw(st.integers(0, 6))
    added = data.draw(st.text(" -:#\"'ab1\n\t\r,[]{}&*!|>%@`~\\\u0301\u00a0é?", max_size=4))
    _agree(RECORD[:place] + added + RECORD[place + removed :])


def test_spoilt_files_of_every_kind_read_the_same_or_not_at_all() -> None:
    rng = random.Random(2025)
    read = 0
    for _, files in corpus():
        for _ in range(400):
            read += _agree(mutated(rng.choice(files), rng).decode(errors="replace"))
    assert read > 500
