"""Any record that a model allows, for property tests."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from math import ceil, floor
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic import AfterValidator, BaseModel, BeforeValidator, ValidationError
from pydantic.fields import FieldInfo

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
    | st.sampled_from("=+-@'\"\t\r\n,;＝＋－＠ \u00a0"),
    min_size=1,
    max_size=20,
)
"""What the reader of YAML lets pass, with all that matters to CSV."""

_DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
_MOMENTS = st.builds(datetime.combine, _DAYS, st.times().map(lambda t: time(t.hour, t.minute)))
_LINKS = st.sampled_from(["https://example.gov.vn/a?b=1,2", "mailto:a@b.vn"])
_CLOCKS = st.sampled_from(["07:30", "23:59"])
_CODES = (
    *("1.001193", "2.000635.000.00.00.H31", "10750", "31", "ho-tich", "+84 225 3123 456", "a@b.vn"),
    *("https://example.gov.vn/{ma}", "https://example.gov.vn/bang/", "0a1b2c3d-0000-4000-8000-00000000000f"),
)


def records(model: type[BaseModel]) -> SearchStrategy[BaseModel]:
    """Valid records of ``model``; what may be left out sometimes is."""
    data = _data(model)
    if model.__pydantic_decorators__.model_validators:  # keys that ask something of each other
        data = data.filter(lambda values: _holds(model, values))
    return data.map(model.model_validate)


def _holds(model: type[BaseModel], values: dict[str, Any]) -> bool:
    try:
        model.model_validate(values)
    except ValidationError:
        return False
    return True


def _data(model: type[BaseModel]) -> SearchStrategy[dict[str, Any]]:
    needed: dict[str, SearchStrategy[Any]] = {}
    optional: dict[str, SearchStrategy[Any]] = {}
    for name, info in model.model_fields.items():
        values = _value(info.annotation, list(info.metadata))
        (needed if info.is_required() else optional)[info.alias or name] = values
    return st.fixed_dictionaries(needed, optional=optional)


def _value(annotation: Any, conditions: list[Any]) -> SearchStrategy[Any]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _data(annotation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(inner[0], [*conditions, *_flat(inner[1:])])
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        least = _limit(conditions, MinLen, "min_length", 0)
        return st.lists(_value(inner[0], []), min_size=int(least), max_size=3)
    if NoneType in inner:
        return _value(next(part for part in inner if part is not NoneType), conditions)
    return _plain(annotation, conditions)


def _flat(conditions: tuple[Any, ...]) -> Iterator[Any]:
    for condition in conditions:
        yield from condition.metadata if isinstance(condition, FieldInfo) else (condition,)


def _plain(annotation: Any, conditions: list[Any]) -> SearchStrategy[Any]:
    low, high = _limit(conditions, Ge, "ge", 0), _limit(conditions, Le, "le", 99)
    plain: dict[type, SearchStrategy[Any]] = {
        int: st.integers(ceil(low), floor(high)),
        bool: st.booleans(),
        Decimal: st.integers(ceil(low * 10), floor(high * 10)).map(lambda tenths: Decimal(tenths) / 10),
        date: _DAYS,
        datetime: _MOMENTS,
    }
    return plain[annotation] if annotation in plain else _text(conditions)


def _text(conditions: list[Any]) -> SearchStrategy[str]:
    patterns = [p for c in conditions if isinstance(p := getattr(c, "pattern", None), str)]
    patterns += [p for c in conditions if isinstance(p := getattr(c, "__dict__", {}).get("pattern"), str)]
    if patterns:
        return st.sampled_from([code for code in _CODES if all(re.search(p, code) for p in patterns)])
    if any(isinstance(condition, AfterValidator) for condition in conditions):
        return _LINKS
    if any(isinstance(condition, BeforeValidator) for condition in conditions):
        return _CLOCKS
    longest = int(_limit(conditions, MaxLen, "max_length", 100))
    return TEXT.map(lambda text: text[:longest].strip() or "x")


def _limit(conditions: list[Any], kind: type, name: str, otherwise: float) -> float:
    return next((float(getattr(each, name)) for each in conditions if isinstance(each, kind)), otherwise)
