"""When the screen is lit and a notice is due, by the page's own functions."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import quickjs

from generator.display.wall.hours import lit, windows
from generator.model.convert import record_of
from generator.model.display import ShowWindow
from generator.resources import theme
from tests.display.wall.conftest import office

Call = Callable[..., Any]
BUILT = "2026-11-23T00:00:00+07:00"


@pytest.fixture(scope="module")
def call() -> Call:
    """Calls a function of ``schedule`` with moments as text."""
    context = quickjs.Context()
    context.eval("var self = globalThis, performance = { now: () => 0 }, location = {};")
    for name in ("common/clock.js", "wall/schedule.js"):
        context.eval((theme() / "display" / name).read_text(encoding="utf-8"))
    context.eval(
        "function call(name, what, moment, built) {"
        "  const result = congkhai.display.wall.schedule[name]("
        "    JSON.parse(what), moment === null ? null : Date.parse(moment), built);"
        "  return JSON.stringify(result); }"
    )
    function = context.get("call")
    return lambda name, what, *rest: json.loads(function(name, json.dumps(what), *rest))


def window(**given: Any) -> list[dict[str, Any]]:
    return windows([record_of(ShowWindow, given)])


@pytest.mark.parametrize(
    ("given", "moment", "open_"),
    [
        ({"tu": "07:00", "den": "17:30"}, "2026-11-24T06:59:59+07:00", False),
        ({"tu": "07:00", "den": "17:30"}, "2026-11-24T07:00:00+07:00", True),
        ({"tu": "07:00", "den": "17:30"}, "2026-11-24T17:29:59+07:00", True),
        ({"tu": "07:00", "den": "17:30"}, "2026-11-24T17:30:00+07:00", False),
        ({"thu": ["2"], "tu": "22:00", "den": "06:00"}, "2026-11-23T23:00:00+07:00", True),
        ({"thu": ["2"], "tu": "22:00", "den": "06:00"}, "2026-11-24T05:59:59+07:00", True),
        ({"thu": ["2"], "tu": "22:00", "den": "06:00"}, "2026-11-24T06:00:00+07:00", False),
        ({"thu": ["2"], "tu": "22:00", "den": "06:00"}, "2026-11-24T23:00:00+07:00", False),
        ({"thu": ["2"], "tu": "22:00", "den": "06:00"}, "2026-11-23T05:00:00+07:00", False),
        ({"thu": ["8"], "tu": "00:00", "den": "00:00"}, "2026-11-22T00:00:00+07:00", True),
        ({"thu": ["8"], "tu": "00:00", "den": "00:00"}, "2026-11-22T23:59:59+07:00", True),
        ({"thu": ["8"], "tu": "00:00", "den": "00:00"}, "2026-11-23T00:00:00+07:00", False),
        ({"tu": "22:00", "den": "02:00", "den_ngay": "2026-11-24"}, "2026-11-25T01:00:00+07:00", True),
        ({"tu": "22:00", "den": "02:00", "den_ngay": "2026-11-24"}, "2026-11-25T22:30:00+07:00", False),
        ({"tu": "08:00", "den": "09:00", "tu_ngay": "2026-11-25"}, "2026-11-24T08:30:00+07:00", False),
        ({"tu": "08:00", "den": "09:00", "tu_ngay": "2026-11-25"}, "2026-11-25T08:30:00+07:00", True),
        ({"tu": "07:00", "den": "08:00"}, "2026-11-24T00:30:00Z", True),  # 07:30 in Vietnam
    ],
)
def test_a_window_holds_its_first_minute_and_not_its_last(
    call: Call, given: dict[str, Any], moment: str, open_: bool
) -> None:
    assert call("open", window(**given), moment) is open_


def test_without_windows_the_screen_is_always_lit(call: Call) -> None:
    assert call("open", [], "2026-11-24T03:00:00+07:00") is True


def test_the_next_opening_is_found_over_the_weekend_and_not_after_the_end(call: Call) -> None:
    weekdays = window(thu=list("23456"), tu="07:00", den="17:30")
    friday_night = "2026-11-27T20:00:00+07:00"
    assert call("next", weekdays, friday_night) == 1000 * 1795996800  # Monday 30/11 at 07:00 in Vietnam
    over = window(tu="07:00", den="08:00", den_ngay="2026-11-20")
    assert call("next", over, friday_night) is None


@pytest.mark.parametrize(
    ("notice", "moment", "due"),
    [
        ({}, "2026-11-24T08:00:00+07:00", True),
        ({"since": "2026-11-25T00:00+07:00"}, "2026-11-24T08:00:00+07:00", False),
        ({"until": "2026-11-24T08:00+07:00"}, "2026-11-24T07:59:59+07:00", True),
        ({"until": "2026-11-24T08:00+07:00"}, "2026-11-24T08:00:00+07:00", False),
        ({"until": "2026-11-24T08:00+07:00"}, None, True),
        ({"since": "2026-12-24T08:00+07:00"}, None, False),
        ({"since": "2026-11-23T08:00+07:00"}, None, True),
        ({"windows": window(tu="09:00", den="10:00")}, "2026-11-24T08:00:00+07:00", False),
    ],
)
def test_a_notice_is_due_between_its_moments_and_a_wrong_clock_ends_nothing(
    call: Call, notice: dict[str, Any], moment: str | None, due: bool
) -> None:
    assert call("due", notice, moment, BUILT) is due


def test_a_screen_is_lit_around_the_opening_hours_of_each_day() -> None:
    days = lit(office())
    assert [day["weekdays"] for day in days] == [[1], [2], [3], [4], [5]]
    assert {(day["from"], day["to"]) for day in days} == {(7 * 60, 17 * 60 + 30)}
    asked = lit(office(lich=[{"tu": "06:00", "den": "20:00"}]))
    assert [(day["from"], day["to"]) for day in asked] == [(360, 1200)]
