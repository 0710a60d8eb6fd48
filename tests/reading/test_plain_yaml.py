"""What the plain reader reads is what the full parser reads; it never reads what that one refuses."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.reading import yaml_text
from generator.reading.plain_yaml import parse_plain
from generator.reading.yaml_faults import YamlFault
from generator.reading.yaml_text import Data

ROOT = Path(__file__).parents[2]

REPORT = """\
# số liệu
xa: "10750"
tu: 01/07/2025
den: 2025
tong_hop:
  tiep_nhan:
    tong: 780

    ky_truoc:
  rut: 0
theo_linh_vuc:
  - linh_vuc: ho-tich
    tiep_nhan:
      tong: 1
  - linh_vuc: chung-thuc
    # không có số
nguon:
- ten: Báo cáo số 12 (tháng 7, 8)
  ngay: 17/07/2025
"""


def _full(text: str) -> Data:
    """The same text by the full parser: places are asked for, which the plain reader never gives."""
    return yaml_text.parse(text, yaml_text.Marks())


def test_a_report_is_plain_enough() -> None:
    assert parse_plain(REPORT) == _full(REPORT)


@pytest.mark.parametrize("folder", ["content", "procedures"])
def test_every_file_of_the_sample_board_reads_the_same(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.yml"))
    assert files
    for file in files:
        text = yaml_text.decode(file.read_bytes())
        plain = parse_plain(text)
        assert plain is None or plain == _full(text), file


_OTHERS = (
    *("", "# chỉ có ghi chú\n", "a: b # c\n", "a: |\n  b\n", "a: {}\n", "a: null\n", "a: 'b'\n"),
    *("a: b: c\n", "- a: b\n", "a: b\n  c: d\n", "a:\n  b: c\n d: e\n", "a: b\na: c\n", "a: *b\n"),
    *("---\na: b\n", "a: b\n...\n", "a:\tb\n", "a: b\\\n", 'a: "b\\n"\n', "a: b \n", "A: b\n", "a : b\n"),
    *("a:\n - - b: c\n", "a:\n- b\n", "<<: a\n", "a: b\rc\n", "# a\rb: c\na: b\n"),
)


@pytest.mark.parametrize("text", _OTHERS)
def test_anything_else_is_left_to_the_full_parser(text: str) -> None:
    assert parse_plain(text) is None


_ENTRIES = (
    *("a:", "b:", "c:", "a: 1", "b: x", "c: x y", "d: 01/07/2025", 'd: "1"', "", "#", "# a: b", "x"),
    *("a: b: c", "b: x #y", "c: null", "c: no", "a: ~", "a: -", "a: x-", "b: x -y", "b: x, y", "? a"),
    *(": b", '"a": b', "a: x:"),
)
_LINES = st.builds(
    lambda margin, dash, entry: " " * margin + dash + entry,
    st.integers(0, 7),
    st.sampled_from(["", "", "", "- ", "-", "-  ", "- - "]),
    st.sampled_from(_ENTRIES),
)


@given(st.lists(_LINES, min_size=1, max_size=9))
def test_lines_in_any_order_read_the_same_or_not_at_all(lines: list[str]) -> None:
    text = "\n".join([*lines, ""])
    plain = parse_plain(text)
    if plain is not None:
        assert plain == _full(text)


@given(st.data())
def test_a_damaged_report_reads_the_same_or_not_at_all(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(REPORT)))
    removed = data.draw(st.integers(0, 6))
    added = data.draw(st.text(" -:#\"'ab1\n\t\r,[]{}&*!|>%@`~\\\u0301\u00a0é", max_size=4))
    text = REPORT[:place] + added + REPORT[place + removed :]
    plain = parse_plain(text)
    if plain is not None:
        assert plain == _full(text)


def test_a_text_that_the_full_parser_refuses_is_never_read() -> None:
    for text in ("a: 1\n  b: 2\n", "a: 1\na: 2\n", "a:\n  b: 1\n c: 2\n"):
        with pytest.raises((YamlFault, yaml.YAMLError)):
            _full(text)
        assert parse_plain(text) is None
