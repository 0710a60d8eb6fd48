"""CSV that opens as text everywhere and loses nothing."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.csv_text import Lines, defused, restored, rows_of_csv
from tests.open_data.records import TEXT

ANY = TEXT | st.text(st.sampled_from("=+-@'\"\t\r\n,＝ a"))
_RUNS = "=+-@\t\r\n＝＋－＠"


@given(ANY)
def test_a_defused_text_comes_back_as_it_was(text: str) -> None:
    assert restored(defused(text)) == text


@given(ANY)
def test_no_defused_text_begins_like_a_formula(text: str) -> None:
    assert not defused(text).lstrip(" ").startswith(tuple(_RUNS))


@given(ANY, ANY)
def test_two_texts_never_become_one(one: str, other: str) -> None:
    assert (defused(one) == defused(other)) == (one == other)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+84 225", "'+84 225"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tcmd", "'\tcmd"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'quoted'", "'quoted'"),
        ("50.000 đồng", "50.000 đồng"),
        ("Miễn phí", "Miễn phí"),
        ("", ""),
    ],
)
def test_only_what_a_spreadsheet_would_run_is_changed(text: str, cell: str) -> None:
    assert defused(text) == cell


@given(st.lists(st.lists(TEXT | st.none() | st.integers(0), min_size=3, max_size=3), max_size=5))
def test_rows_are_rfc_4180_and_come_back(rows: list[list[str | int | None]]) -> None:
    lines = Lines(3)
    for row in rows:
        lines.add(row)
    text = lines.text()
    wanted = [["" if cell is None else str(cell) for cell in row] for row in rows]
    assert list(rows_of_csv(text)) == wanted
    assert list(rows_of_csv("\ufeff" + text)) == wanted
    plain = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert [[restored(cell) for cell in row] for row in plain] == wanted
    assert all(not re.match("[=+\\-@\t\r]", cell) for row in plain for cell in row)
    assert text == "" or text.endswith("\r\n")
