"""What the editors' guide says of each key: the descriptions that a schema shows while one types.

The guide has a table for every record type (a test holds it to that), so the words stand in one place.
"""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from generator import resources
from generator.model.record import keys

_ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| (có|không) \| (.+) \|$")
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")

Row = tuple[str, str, str]
"""Key, official term, and whether it must be there (``có``, ``không``)."""


def key_rows(model: type[Struct]) -> list[Row]:
    """The rows that the guide's table of ``model`` must have."""
    return [(each.key, each.title, "có" if each.required else "không") for each in keys(model)]


def tables(text: str) -> list[dict[Row, str]]:
    """The guide's tables of keys; each row with what is said of it."""
    found: list[dict[Row, str]] = [{}]
    for line in text.splitlines():
        if match := _ROW.match(line):
            key, term, required, said = match.groups()
            found[-1][(key, term, required)] = said
        elif found[-1]:
            found.append({})
    return [table for table in found if table]


@cache
def descriptions(model: type[Struct]) -> Mapping[str, str]:
    """Key -> what the guide says of it, as plain text; empty where the guide has no such table.

    Of a record type that the guide does not have it says what it says of those that the type extends.
    """
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        rows = key_rows(base) if issubclass(base, Struct) else []
        table = next((table for table in _guide() if list(table) == rows), {})
        found |= {key: _plain(said) for (key, _, _), said in table.items()}
    return found


@cache
def _guide() -> list[dict[Row, str]]:
    return tables(resources.guide().read_text(encoding="utf-8"))


def _plain(said: str) -> str:
    return re.sub(r"`([^`]*)`", r"«\1»", _LINK.sub(r"\1", said)).replace(r"\|", "|")
