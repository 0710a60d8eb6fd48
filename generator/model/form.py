"""How a value that is no plain text stands in a file and in JSON: the base of all such forms.

YAML arrives as text (see ``generator.reading.yaml_text``); a form turns that text into a value or says why
it cannot be one.  It stands in the annotation of a field: ``Day = Annotated[date, DayForm()]``.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from msgspec import Struct

Limits = Mapping[str, Any]
"""What a value should have kept to, by the name of the limit: ``{"least": 10}``."""


class Form(Struct, frozen=True):
    """One way of writing.  What is a value already (out of JSON, out of another program) stays one."""

    def read(self, given: object) -> Any:
        """The value; raises NotOfForm."""
        raise NotImplementedError

    def plain(self, value: Any, *, written: bool) -> Any:
        """The value in JSON; ``written``: as an editor writes it into a file."""
        return value


class NotOfForm(ValueError):
    """What was given is no value of a form.  ``kind`` names the reason (``generator.explain.messages``)."""

    def __init__(self, kind: str, limits: Limits | None = None):
        super().__init__(kind)
        self.kind = kind
        self.limits: Limits = limits or {}


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


def within(value: _Ordered, least: Any, most: Any) -> None:
    """Raise NotOfForm where a number lies outside its bounds."""
    if value < least:
        raise NotOfForm("too_small", {"least": least})
    if most < value:
        raise NotOfForm("too_large", {"most": most})
