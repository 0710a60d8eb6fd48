"""Folding, dictionary order, numbers and dates as Vietnamese readers expect them."""

import re
import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese import day, fold, number, slug, sort_key

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]  # ngang, huyền, hỏi, ngã, sắc, nặng
VOWELS = "aăâeêioôơuưy"
VIETNAMESE = st.text(
    st.sampled_from(
        [unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES] + list("bcdđghklm n")
    ),
    max_size=20,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đăng ký", "dang ky"),
        ("ĐẤT ĐAI", "dat dai"),
        ("Hòa giải", "hoa giai"),
        ("Hoà giải", "hoa giai"),
        ("Ủy ban nhân dân", "uy ban nhan dan"),
        ("Người có công", "nguoi co cong"),
        ("e\u0302\u0301", "e"),
        ("", ""),
        ("1.001193/QĐ-UBND", "1.001193/qd-ubnd"),
    ],
)
def test_folding_takes_away_case_and_marks_and_nothing_else(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=50))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_folding_leaves_plain_letters_and_does_not_mind_how_marks_are_stored(text: str) -> None:
    assert fold(text).isascii()
    assert len(fold(text)) == len(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(text.upper()) == fold(text)


@given(st.text(max_size=50))
def test_any_text_can_be_sorted(text: str) -> None:
    assert sort_key(text) == sort_key(text)
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))
    letters, tones = sort_key(text)
    assert len(letters) == len(tones)


def _sorted(words: list[str]) -> list[str]:
    backwards = words[::-1]
    return sorted(backwards, key=sort_key)


def test_letters_stand_in_the_order_of_the_dictionary() -> None:
    assert _sorted(list(LETTERS)) == list(LETTERS)
    for one, two in pairwise(LETTERS):
        assert sort_key(one + "zzz") < sort_key(two)


def test_letters_decide_before_tones_and_tones_break_ties_in_their_order() -> None:
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert _sorted(tones) == tones
    words = ["ca", "cá", "cac", "các", "căn", "cân", "cấp", "chứng", "cư", "da", "dân", "đa", "đăng", "đất"]
    assert _sorted(words) == words


def test_digits_and_signs_come_before_letters_and_foreign_letters_after() -> None:
    assert sorted(["za", "1a", "(a", "жа", "aa", "日"], key=sort_key) == ["(a", "1a", "aa", "za", "жа", "日"]


def test_case_makes_no_difference_to_the_order() -> None:
    assert sort_key("ĐẤT đai") == sort_key("đất ĐAI")


@given(VIETNAMESE, VIETNAMESE)
def test_texts_with_the_same_letters_and_tones_are_equal_and_others_are_not(one: str, two: str) -> None:
    assert (sort_key(one) == sort_key(two)) == (one == two)


def test_a_tone_without_a_letter_to_stand_on_can_be_sorted_too() -> None:
    assert sort_key("q") < sort_key("q\u0300") < sort_key("qa")
    assert sort_key("") < sort_key("\u0301") < sort_key("a")


@given(st.text(max_size=50))
def test_a_slug_is_a_key_or_nothing_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert made == "" or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert slug(made) == made


@pytest.mark.parametrize(
    ("name", "made"), [("Hộ tịch", "ho-tich"), (" Đất  đai! ", "dat-dai"), ("日本", ""), ("A/B – C", "a-b-c")]
)
def test_slugs_of_names(name: str, made: str) -> None:
    assert slug(name) == made


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (1234, 0, "1.234"),
        (1234567, 0, "1.234.567"),
        (-50000, 0, "-50.000"),
        (1234.5, 1, "1.234,5"),
        (99.95, 1, "100,0"),
        (0.126, 2, "0,13"),
    ],
)
def test_numbers_have_dots_for_thousands_and_a_comma_for_the_fraction(
    value: float, decimals: int, written: str
) -> None:
    assert number(value, decimals) == written


@given(st.integers(-(10**15), 10**15))
def test_a_number_can_be_read_back(value: int) -> None:
    assert int(number(value).replace(".", "")) == value


@given(st.dates(date(1000, 1, 1)))
def test_a_day_is_written_with_two_two_and_four_digits(value: date) -> None:
    written = day(value)
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", written)
    assert date(*map(int, reversed(written.split("/")))) == value
