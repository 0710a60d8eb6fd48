"""Files of figures that the linter passes over hold nothing that it would have said."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.lint.linter import lint_text
from generator.lint.quiet import is_quiet
from generator.model.statistics import StatisticsReport
from generator.reading import yaml_text
from generator.reading.kinds import KINDS
from generator.reading.record import read_content
from generator.reading.yaml_faults import YamlFault
from tests.check.test_cases import content

KIND = next(kind for kind in KINDS if kind.model is StatisticsReport)
CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
PLAIN = """# Báo cáo của xã
xa: "10750"
tu: 01/01/2026
den: 31/01/2026
tong_hop:
  tiep_nhan:
    tong: 823
    truc_tuyen: 0
theo_linh_vuc:
  - linh_vuc: ho-tich
    tiep_nhan:
      tong: 16
giai_trinh: Cổng ghi khác báo cáo của xã, đang đối chiếu.
nguon:
  - ten: Báo cáo tháng 01
    ngay: 05/02/2026
"""

VALUES = st.sampled_from([
    "07", "0x1", "1_0", "1e3", "1.10", "no", "y", "07:30", "null", "~", "2026-02-31", "12", "'12'", '"a#b"',
    "chữ #2", "chữ # hai", "Quầy #2", "• a", "– b", "ａｂ", "“a”", "thаnh", "hoà", "hòa", "a\u200bb", ">-",
    '"x', "ð", "", "[a, b]", "{a: b}", "*", "&a", "TTHC", "a: b", 'a "b"', "- a", "\u00a0x", "x y z",
    "12 hồ sơ",
])  # fmt: skip
KEYS = st.sampled_from(["tong", "linh_vuc", "giai_trinh", "noi_dung", "phi_le_phi", "ten", "'x'", "buoc"])
LINES = st.builds("{}{}: {}".format, st.sampled_from(["", "  ", "    ", "  - "]), KEYS, VALUES)
MORE = st.sampled_from(
    ["# ghi chú", "# hoà và hòa", "# thаnh", "  thêm chữ", "  # x", "tong:", "", "\t", "---", "...", "a: |"]
)


def test_plain_figures_are_quiet() -> None:
    assert read_content(PLAIN.encode(), "", StatisticsReport).record
    assert is_quiet(PLAIN)
    assert is_quiet(PLAIN.removesuffix("\n"))


@settings(max_examples=1500)
@given(st.lists(LINES | MORE | st.sampled_from(PLAIN.split("\n")), max_size=6), st.booleans())
def test_nothing_is_said_of_what_is_passed_over(lines: list[str], after: bool) -> None:
    text = "\n".join([*PLAIN.split("\n"), *lines] if after else lines) + "\n"
    if _is_seen(text) and is_quiet(text):
        assert lint_text("x.yml", text, KIND) == []


def _is_seen(text: str) -> bool:
    """Whether the linter gets to see it at all."""
    try:
        return isinstance(yaml_text.parse(text), dict)
    except YamlFault:
        return False


@pytest.mark.parametrize("line", PLAIN.splitlines())
@given(data=st.data())
@settings(max_examples=60)
def test_a_slip_in_any_line_is_seen(line: str, data: st.DataObject) -> None:
    sign = data.draw(st.sampled_from("аð\u200b“•–ａ#|'\"0: \t-*&"))
    place = data.draw(st.integers(0, len(line)))
    text = PLAIN.replace(line, line[:place] + sign + line[place:], 1)
    if _is_seen(text) and is_quiet(text):
        assert lint_text("x.yml", text, KIND) == []


def test_no_file_with_a_slip_is_passed_over() -> None:
    """Cases of other kinds too: the rules are the same."""
    seen = 0
    for path in CASES:
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        first, *_ = case["files"]
        slips = [
            e for e in case["expected"] if e.get("file", first) == first and e["code"] != "source-edited"
        ]
        given_text = content(case["files"][first])
        text = given_text if isinstance(given_text, str) else ""
        if slips and lint_text(first, text, KIND):
            seen += 1
            assert not is_quiet(text), path.stem
    assert seen > 20
