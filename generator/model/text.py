"""The kinds of text, codes and dates that every record is made of.

YAML arrives as text (see ``generator.reading.yaml_text``); these types turn that text into values and
refuse what cannot be one.  Each error carries a code of its own, which ``generator.explain.messages``
turns into a Vietnamese sentence.
"""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache, partial
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    SerializationInfo,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError


class Record(BaseModel):
    """Base of every record: immutable, no unknown keys, read by its official YAML keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=False, validate_by_alias=True, defer_build=True
    )


R = TypeVar("R", bound=Record)


def _said(group: R | None) -> R | None:
    said = group is not None and any(value not in (None, ()) for value in group.__dict__.values())
    return group if said else None


Said = Annotated[R | None, AfterValidator(_said)]
"""A group that may be left out whole.  One in which nothing is said (``hieu_luc: {}``) is none."""


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Some text.  Inner white space and line breaks are the author's and are kept."""

ProcedureCode = Annotated[str, StringConstraints(pattern=r"^[1-9]\.[0-9]{6}(\.000\.00\.00)?(\.H[0-9]{2})?$")]
"""Mã thủ tục of the national database, such as ``1.001193`` or ``1.001193.000.00.00.H31``."""

CommuneCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$")]
"""Official code of a commune: five digits, leading zeros kept."""

ProvinceCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")]
"""Official code of a province: two digits, leading zeros kept."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A key of our own, for a field or a life event: lower-case letters, digits and single hyphens."""

_SAFE_LINK = re.compile(r"(https://[^\s<>\"]+|mailto:[^\s<>\"]+|tel:\+?[0-9]+)")


def _link(value: str) -> str:
    if not _SAFE_LINK.fullmatch(value):
        raise PydanticCustomError("link", "unsafe link")
    return value


Link = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    AfterValidator(_link),
    WithJsonSchema({"type": "string", "pattern": rf"^\s*{_SAFE_LINK.pattern}\s*$"}),
]
"""An address that a page may link to: https, mailto or tel, and nothing else."""

PHONE = r"^[ .()+-]*([0-9][ .()+-]*){3,12}$"
"""One number to call, as it is written: what is read as a second one would be dialled with it."""

EMAIL = r"^[^@\s,;]+@[^@\s,;.]+(\.[^@\s,;.]+)+$"
"""An address of electronic mail as a clerk writes it; whether it exists only a letter to it can tell."""

WebLink = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^https://[^\s<>\"]+$")]
"""An address of a page on the web: https only."""

SiteAddress = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, pattern=r"^https://[0-9A-Za-z.-]+(:[0-9]{1,5})?(/[0-9A-Za-z._~%/-]*)?$"
    ),
]
"""Where a board is published: https, a host in ASCII, a folder; addresses of pages are joined to it."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_VIETNAMESE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def parse_date(value: str) -> date:
    """Read ``2025-07-16`` or ``16/07/2025``; raise ValueError for anything else.

    A year outside 1900-2199 is a slip of the pen (``0205``, ``20225``), not a day of this domain.
    """
    if match := _ISO.fullmatch(value):
        year, month, day = match.groups()
    elif match := _VIETNAMESE.fullmatch(value):
        day, month, year = match.groups()
    else:
        raise ValueError(value)
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise ValueError(value)
    return date(int(year), int(month), int(day))


_known_date = lru_cache(4096)(parse_date)  # a catalogue names the same few days over and over


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return _known_date(value.strip())
    except ValueError:
        raise PydanticCustomError("day", "not a date") from None


Day = Annotated[date, BeforeValidator(_date)]
"""A calendar day, written ``2025-07-16`` or ``16/07/2025``."""


_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def _clock(value: object) -> object:
    if isinstance(value, str):
        if match := _CLOCK.fullmatch(value.strip()):
            return f"{int(match.group(1)):02d}:{match.group(2)}"
        raise PydanticCustomError("clock", "not a time of day")
    return value


_ClockText = Annotated[str, StringConstraints(pattern=r"^\s*([01]?\d|2[0-3]):[0-5]\d\s*$")]
Clock = Annotated[str, BeforeValidator(_clock, json_schema_input_type=_ClockText)]
"""A time of day, ``07:30``."""


def _moment(value: object, *, ends: bool) -> object:
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("moment", "not a moment")
    day, _, clock = value.strip().partition(" ")
    try:
        found = parse_date(day)
        hour, minute = map(int, str(_clock(clock)).split(":")) if clock else (0, 0)
    except (ValueError, PydanticCustomError):
        raise PydanticCustomError("moment", "not a moment") from None
    whole_day = timedelta(days=1) if ends and not clock else timedelta()
    return datetime.combine(found, time(hour, minute)) + whole_day


WRITTEN = {"written": True}
"""Context of a dump that is to become a file of an editor's: days and weekdays as editors write them."""


def as_written(info: SerializationInfo) -> bool:
    """Whether a dump is to become a file of an editor's."""
    return info.context is WRITTEN


def _as_read(value: datetime, info: SerializationInfo, *, ends: bool) -> str:
    if as_written(info) and value.time() == time():
        return f"{value - timedelta(days=ends):%Y-%m-%d}"
    return f"{value:%Y-%m-%d %H:%M}"


_BeginningAsRead = PlainSerializer(partial(_as_read, ends=False), return_type=str, when_used="json")
_EndAsRead = PlainSerializer(partial(_as_read, ends=True), return_type=str, when_used="json")
"""A moment goes into JSON in a form that it can be read from again."""

Beginning = Annotated[datetime, BeforeValidator(lambda value: _moment(value, ends=False)), _BeginningAsRead]
"""A moment in Vietnam, ``16/07/2025 07:30``; a day alone is its first minute."""

End = Annotated[datetime, BeforeValidator(lambda value: _moment(value, ends=True)), _EndAsRead]
"""The first moment when something is over; of a day alone, that is the midnight after it."""

YES_NO = {"co": True, "có": True, "khong": False, "không": False}


def _yes_no(value: object) -> object:
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or (plain := value.strip().lower()) not in YES_NO:
        raise PydanticCustomError("yes_no", "neither yes nor no")
    return YES_NO[plain]


YesNo = Annotated[bool, BeforeValidator(_yes_no)]
"""Có or không, with or without marks."""

_WHOLE = re.compile(r"-?[0-9]{1,15}")


def _whole(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.isdigit() and value.isascii() and len(value) <= 15:
        return int(value)  # nearly always: a province's figures are a million of them
    if not _WHOLE.fullmatch(value.strip()):
        raise PydanticCustomError("whole", "not a whole number")
    return int(value)


IN_DIGITS = BeforeValidator(_whole)
"""Stands behind the bounds of a number, ``[int, Field(ge=0), IN_DIGITS]``: compiled code then checks them."""

Whole = Annotated[int, IN_DIGITS]
"""A whole number in plain digits.  ``1.000`` is refused: a thousand to its writer, 1 to a computer."""


def base_code(code: str) -> str:
    """The part of a procedure's code that is the same in every agency: ``1.001193``."""
    return code[:8]
