"""What a clerk writes by habit is read without a guess, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.explain import own_way


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ngày 22 tháng 11 năm 2026", "22/11/2026"),
        ("22.11.26", "22/11/2026"),
        ("2026/11/22", "22/11/2026"),
        ("22 / 11 / 2026", "22/11/2026"),
        ("11/22/2026", None),
        ("31/06/2026", None),
        ("22/11", None),
        ("QĐ 22/11/2026", None),
        ("1/2/3/4", None),
        ("16/00007000700070007/2025", None),
        ("1/1/20260", None),
    ],
)
def test_days(written: str, meant: str | None) -> None:
    assert own_way.day(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("7h30", "07:30"),
        ("7 giờ 30", "07:30"),
        ("7 giờ 30 phút", "07:30"),
        ("7.30", "07:30"),
        ("13h", "13:00"),
        ("1h30 chiều", "13:30"),
        ("7g30 sáng", "07:30"),
        ("25h", None),
        ("7h70", None),
        ("7", None),
        ("7h30-11h30", None),
    ],
)
def test_times_of_day(written: str, meant: str | None) -> None:
    assert own_way.clock(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("từ thứ Hai đến thứ Sáu", "2 3 4 5 6"),
        ("2-6", "2 3 4 5 6"),
        ("thứ 2 – thứ 7", "2 3 4 5 6 7"),
        ("2, 4 và 6", "2 4 6"),
        ("T3", "3"),
        ("Thứ Tư", "4"),
        ("Chủ nhật", "CN"),
        ("thứ Bảy và chủ nhật hàng tuần", "7 CN"),
        ("2;CN", "2 CN"),
        ("6-2", None),
        ("12", None),
        ("thai", None),
        ("hằng ngày", None),
        ("2-6 trừ ngày lễ", None),
        ("", None),
    ],
)
def test_weekdays(written: str, meant: str | None) -> None:
    days = own_way.weekdays(written)
    assert (" ".join(days) if days else None) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1.OO1193", "1.001193"), ("1o75O", "10750"), ("1.001193", None), ("1.AA1193", None)],
)
def test_letters_that_look_like_digits(written: str, meant: str | None) -> None:
    assert own_way.digits(written) == meant


@given(st.text(alphabet="0123456789hgiờphútchiềusángThứtưnămbảyahaiCNđến-–/., OlI", max_size=80))
def test_nothing_that_is_written_is_an_exception(written: str) -> None:
    for read in (own_way.day, own_way.clock, own_way.weekdays, own_way.digits):
        read(written)
