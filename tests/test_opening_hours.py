"""Opening hours are said as people say them, and alike wherever they stand."""

import pytest

from generator.model.commune import OpeningHours
from generator.model.convert import record_of
from generator.opening_hours import opening_lines

MORNING, AFTERNOON, LATE = ("7:30", "11:30"), ("13:30", "17:00"), ("08:00", "10:00")
Row = tuple[str, tuple[str, str]]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([], []),
        ([("2 3 4 5 6", MORNING)], ["Thứ Hai đến Thứ Sáu: 07:30–11:30"]),
        (
            [("2 3 4 5 6", AFTERNOON), ("6 5 4 3 2", MORNING), ("7", LATE)],
            ["Thứ Hai đến Thứ Sáu: 07:30–11:30, 13:30–17:00", "Thứ Bảy: 08:00–10:00"],
        ),
        ([("7 cn", LATE)], ["Thứ Bảy, Chủ nhật: 08:00–10:00"]),
        ([("8 2 4 6", LATE)], ["Thứ Hai, Thứ Tư, Thứ Sáu, Chủ nhật: 08:00–10:00"]),
        ([("2 3 4 6", LATE)], ["Thứ Hai đến Thứ Tư, Thứ Sáu: 08:00–10:00"]),
        ([("3", MORNING), ("2 4", LATE)], ["Thứ Hai, Thứ Tư: 08:00–10:00", "Thứ Ba: 07:30–11:30"]),
        ([("2 2", LATE), ("2", LATE)], ["Thứ Hai: 08:00–10:00"]),
    ],
)
def test_days_with_the_same_times_share_a_line(rows: list[Row], lines: list[str]) -> None:
    given = [
        record_of(OpeningHours, {"thu": days.split(), "tu": times[0], "den": times[1]})
        for days, times in rows
    ]
    assert opening_lines(given) == lines
