"""When an answer is due, and how late it is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import working_days
from generator.model.convert import record_of
from generator.model.proposal import Proposal
from generator.proposals import Deadline, days_late, deadline, is_overdue

SENT = "2026-11-02"


def proposal(**values: object) -> Proposal:
    data = {
        "ma": "kn-1",
        "xa": "10750",
        "ngay": SENT,
        "noi_dung": "Cấp thêm máy quét",
        "noi_nhan": "Sở Khoa học và Công nghệ",
        "trang_thai": "cho_tra_loi",
        "nguon": [{"ten": "Công văn"}],
    }
    return record_of(Proposal, data | values)


def test_a_day_that_was_set_stands() -> None:
    assert deadline(proposal(han_tra_loi="2026-11-10")) == Deadline(date(2026, 11, 10), derived=False)


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        ("2026-11-02", date(2026, 11, 23)),  # three weeks of five days
        ("2026-11-03", date(2026, 11, 25)),  # 24 November has been a public holiday since 2025
        ("2026-10-31", date(2026, 11, 20)),  # a Saturday: counted from Monday
        ("2026-02-06", date(2026, 3, 6)),  # Tết takes a week
        ("2026-08-24", date(2026, 9, 17)),  # 31 August to 2 September are off
    ],
)
def test_fifteen_working_days_pass_over_weekends_and_feasts(sent: str, due: date) -> None:
    assert deadline(proposal(ngay=sent)) == Deadline(due, derived=True)


@given(st.dates(date(2025, 7, 1), date(2027, 12, 31)))
def test_fifteen_working_days_are_at_least_three_weeks_less_moved_days_and_never_a_sunday(sent: date) -> None:
    due = working_days.after(sent, working_days.ANSWER_DAYS)
    assert sent + timedelta(days=18) <= due <= sent + timedelta(days=35)
    assert due.isoweekday() != 7


def test_it_is_overdue_from_the_day_after() -> None:
    waiting = proposal(han_tra_loi="2026-11-10")
    assert not is_overdue(waiting, date(2026, 11, 10))
    assert is_overdue(waiting, date(2026, 11, 11))
    assert days_late(waiting, date(2026, 11, 13)) == 3


def test_an_answer_stops_the_clock_on_its_own_day() -> None:
    answered = proposal(
        han_tra_loi="2026-11-10",
        trang_thai="da_tra_loi",
        tra_loi={"so_ky_hieu": "9/SKHCN", "ngay": "2026-11-12"},
    )
    assert not is_overdue(answered, date(2026, 12, 31))
    assert days_late(answered, date(2026, 12, 31)) == 2


def test_an_answer_without_a_date_is_not_called_late() -> None:
    answered = proposal(han_tra_loi="2026-11-10", trang_thai="da_tra_loi")
    assert days_late(answered, date(2026, 12, 31)) == 0


def test_what_was_withdrawn_is_never_late() -> None:
    withdrawn = proposal(han_tra_loi="2026-11-10", trang_thai="da_rut")
    assert not is_overdue(withdrawn, date(2026, 12, 31))
    assert days_late(withdrawn, date(2026, 12, 31)) == 0
