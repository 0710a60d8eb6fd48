"""The one clock of the program."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator import today as today_module
from generator.today import VARIABLE, BadToday, today


def test_the_variable_sets_the_day() -> None:
    assert today({VARIABLE: "2027-03-01"}) == date(2027, 3, 1)


@pytest.mark.parametrize("environment", [{}, {VARIABLE: ""}])
def test_without_it_the_calendar_does(environment: dict[str, str]) -> None:
    before = date.today()
    assert before <= today(environment) <= date.today()


@pytest.mark.parametrize("value", ["mai", "22/11/2026", "2026-02-31", "2026-11-22 ", "0"])
def test_a_wrong_value_is_refused_with_what_was_found_and_what_is_wanted(value: str) -> None:
    with pytest.raises(BadToday) as refused:
        today({VARIABLE: value})
    assert f"«{value}»" in str(refused.value)
    assert "2026-11-22" in str(refused.value)


def test_no_other_module_asks_a_clock() -> None:
    asking = re.compile(r"\b(datetime|date)\.(now|today|utcnow)\(|\btime\.(time|localtime|gmtime)\b")
    package = Path(today_module.__file__).parent
    found = [path.name for path in package.rglob("*.py") if asking.search(path.read_text(encoding="utf-8"))]
    assert found == ["today.py"]
