"""Any record that a model allows, for property tests."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from math import ceil, floor
from typing import Any, Literal, TypeVar, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from msgspec import Meta

from generator.model.convert import Refused, record_of
from generator.model.display import MONDAY, SUNDAY, WeekdayForm
from generator.model.form import Form
from generator.model.numbers import DecimalForm, Whole, YesNoForm
from generator.model.record import Record, keys
from generator.model.shape import core_of, form_of
from generator.model.text import LinkForm
from generator.model.times import ClockForm, DayForm, MomentForm

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
    | st.sampled_from("=+-@'\"\t\r\n,;＝＋－＠ \u00a0"),
    min_size=1,
    max_size=20,
)
"""What the reader of YAML lets pass, with all that matters to CSV."""

_DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
_MOMENTS = st.builds(datetime.combine, _DAYS, st.times().map(lambda t: time(t.hour, t.minute)))
_CODES = (
    *("1.001193", "2.000635.000.00.00.H31", "10750", "31", "ho-tich", "+84 225 3123 456", "a@b.vn"),
    *("https://example.gov.vn/{ma}", "https://example.gov.vn/bang/", "0a1b2c3d-0000-4000-8000-00000000000f"),
)
_FORMS: Mapping[type[Form], Callable[[Any], SearchStrategy[Any]]] = {
    DayForm: lambda _: _DAYS,
    MomentForm: lambda _: _MOMENTS,
    ClockForm: lambda _: st.sampled_from(["07:30", "23:59"]),
    LinkForm: lambda _: st.sampled_from(["https://example.gov.vn/a?b=1,2", "mailto:a@b.vn"]),
    YesNoForm: lambda _: st.booleans(),
    WeekdayForm: lambda _: st.integers(MONDAY, SUNDAY),
    Whole: lambda form: st.integers(form.least, form.most),
    DecimalForm: lambda form: st.integers(ceil(form.least * 10), floor(form.most * 10)).map(
        lambda tenths: Decimal(tenths) / 10
    ),
}
R = TypeVar("R", bound=Record)


def records(model: type[R]) -> SearchStrategy[R]:
    """Valid records of ``model``; what may be left out sometimes is."""
    data = _data(model)
    if hasattr(model, "__post_init__"):  # keys that ask something of each other
        data = data.filter(lambda values: _holds(model, values))
    return data.map(lambda values: record_of(model, values))


def _holds(model: type[Record], values: dict[str, Any]) -> bool:
    try:
        record_of(model, values)
    except Refused:
        return False
    return True


def _data(model: type[Record]) -> SearchStrategy[dict[str, Any]]:
    needed = {each.key: _value(each.annotation) for each in keys(model) if each.required}
    optional = {each.key: _value(each.annotation) for each in keys(model) if not each.required}
    return st.fixed_dictionaries(needed, optional=optional)


def _value(annotation: Any) -> SearchStrategy[Any]:
    core, conditions = core_of(annotation)
    metas = [one for one in conditions if isinstance(one, Meta)]
    if form := form_of(annotation):
        return _FORMS[type(form)](form)
    if isinstance(core, type) and issubclass(core, Record):
        return _data(core)
    if get_origin(core) is Literal:
        return st.sampled_from(get_args(core))
    if get_origin(core) is tuple:
        least = max((one.min_length or 0 for one in metas), default=0)
        return st.lists(_value(get_args(core)[0]), min_size=least, max_size=3)
    return _text(metas)


def _text(metas: list[Meta]) -> SearchStrategy[str]:
    if patterns := [one.pattern for one in metas if one.pattern]:
        return st.sampled_from([code for code in _CODES if all(re.search(p, code) for p in patterns)])
    longest = min((one.max_length for one in metas if one.max_length), default=100)
    return TEXT.map(lambda text: text[:longest].strip() or "x")
