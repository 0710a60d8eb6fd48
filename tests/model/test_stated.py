"""Fees and times: shown verbatim, in three states that a citizen can tell apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.convert import record_of
from generator.model.procedure import Channel
from generator.model.stated import State, Stated, fee, time_limit

VALUE, NONE, SILENT = State.VALUE, State.NONE, State.NOT_STATED


@pytest.mark.parametrize(
    ("text", "state", "number"),
    [
        # explicit none
        ("Miễn phí", NONE, None),
        ("miễn phí.", NONE, None),
        ("  Miễn \n phí ", NONE, None),
        ("Không", NONE, None),
        ("Không có", NONE, None),
        ("Không thu phí", NONE, None),
        ("Miễn lệ phí", NONE, None),
        ("0 đồng", NONE, None),
        ("0 Đồng", NONE, None),
        ("0 Việt Nam Đồng", NONE, None),
        ("Phí : 0 Đồng", NONE, None),
        ("Lệ phí: 0 đồng.", NONE, None),
        ("Lệ phí : Không", NONE, None),
        # a condition in brackets makes it more than a plain none
        ("Miễn phí(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định)", VALUE, None),
        ("Miễn phí (người có công)", VALUE, None),
        ("Không quá 15.000 đồng", VALUE, None),
        ("Không thu phí đối với hộ nghèo", VALUE, None),
        # plain amounts
        ("50.000 đồng", VALUE, 50000),
        ("50,000 Việt Nam Đồng", VALUE, 50000),
        ("8000 đ", VALUE, 8000),
        ("1.500.000 VNĐ", VALUE, 1500000),
        ("Lệ phí : 20.000 Đồng", VALUE, 20000),
        ("Phí: 2000 đồng", VALUE, 2000),
        # amounts that are no single number of đồng
        ("40 Việt Nam Đồng(4.000 đ/trang)", VALUE, None),
        ("2.000 đồng/trang", VALUE, None),
        ("Từ 10.000 đồng đến 50.000 đồng", VALUE, None),
        ("1.5 USD", VALUE, None),
        ("20.00 đồng", VALUE, None),
        ("1.2345 đồng", VALUE, None),
        ("50.000", VALUE, None),
        ("Theo nghị quyết của Hội đồng nhân dân tỉnh", VALUE, None),
        # the source says nothing
        ("Không có thông tin", SILENT, None),
        ("KHÔNG CÓ THÔNG TIN", SILENT, None),
        ("Chưa có thông tin", SILENT, None),
        ("", SILENT, None),
        ("   ", SILENT, None),
        (None, SILENT, None),
    ],
)
def test_a_fee_is_a_value_an_explicit_none_or_not_stated(
    text: str | None, state: State, number: int | None
) -> None:
    read = fee(text)
    assert (read.state, read.number) == (state, number)
    assert read.text == text
    assert read.unit == ("đồng" if number is not None else None)


@pytest.mark.parametrize(
    ("text", "state", "number", "unit"),
    [
        ("3 ngày làm việc", VALUE, 3, "ngày làm việc"),
        ("03 Ngày làm việc", VALUE, 3, "ngày làm việc"),
        ("01 Giờ", VALUE, 1, "giờ"),
        ("30 Ngày", VALUE, 30, "ngày"),
        ("Trong 2 giờ làm việc.", VALUE, 2, "giờ làm việc"),
        ("1 tháng", VALUE, 1, "tháng"),
        ("1", VALUE, None, None),
        ("Trong ngày", VALUE, None, None),
        ("3 - 5 ngày làm việc", VALUE, None, None),
        ("5 ngày làm việc (không kể thời gian xác minh)", VALUE, None, None),
        ("0.5 ngày", VALUE, None, None),
        ("Ngay khi nhận hồ sơ", VALUE, None, None),
        ("Không quy định", NONE, None, None),
        ("không có quy định.", NONE, None, None),
        ("Không", NONE, None, None),
        ("Không quá 3 ngày", VALUE, None, None),
        ("Không có thông tin", SILENT, None, None),
        ("", SILENT, None, None),
        (None, SILENT, None, None),
    ],
)
def test_a_time_limit_is_a_value_an_explicit_none_or_not_stated(
    text: str | None, state: State, number: int | None, unit: str | None
) -> None:
    read = time_limit(text)
    assert (read.state, read.number, read.unit) == (state, number, unit)
    assert read.text == text


@given(st.none() | st.text(max_size=40))
def test_the_text_is_never_changed_and_a_number_is_only_an_addition(text: str | None) -> None:
    for read in (fee(text), time_limit(text)):
        assert read.text == text
        assert (read.number is None) == (read.unit is None)
        assert read.number is None or read.state is VALUE
        assert (read.state is SILENT) >= (not text)


@given(st.integers(1, 10**9))
def test_an_amount_is_read_however_its_thousands_are_marked(amount: int) -> None:
    for mark in (".", ","):
        assert fee(f"{amount:,}".replace(",", mark) + " đồng").number == amount
    assert fee(f"{amount} VNĐ").number == amount


@pytest.mark.parametrize("text", ["Miễn phí", "Không quy định", "3 ngày làm việc", "Không có thông tin"])
def test_decomposed_letters_mean_the_same(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    for read in (fee, time_limit):
        one, two = read(text), read(decomposed)
        assert (one.state, one.number, one.unit) == (two.state, two.number, two.unit)


def test_a_channel_reads_its_own_texts() -> None:
    channel = record_of(
        Channel, {"hinh_thuc": "truc_tiep", "phi_le_phi": "8.000 đồng", "thoi_han": "Không quy định"}
    )
    assert channel.fee == Stated("8.000 đồng", VALUE, 8000, "đồng")
    assert channel.time_limit == Stated("Không quy định", NONE)
    assert record_of(Channel, {"hinh_thuc": "truc_tiep"}).fee == Stated(None, SILENT)
