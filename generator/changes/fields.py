"""Two versions of any record, key by key: whatever a model holds, its official terms tell the change."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from generator import words
from generator.changes.change import from_to, quoted
from generator.model.record import Record, Rooted, keys
from generator.vietnamese import day

_LABELS: Mapping[str, Mapping[str, str]] = {
    "scope": words.SCOPES,
    "online_level": words.ONLINE,
    "detail": words.DETAIL,
    "levels": words.LEVELS,
    "kind": words.CHANNELS,
    "weekdays": {str(number): name for number, name in words.WEEKDAYS.items()},
}
"""Words for the keys that a field chooses from."""
_IDENTITIES = ("key", "number", "name", "code", "kind", "field", "title", "day", "reason", "question", "text")
"""What tells one item of a list from another, the surest first."""


def field_changes(
    old: Record, new: Record, prefix: str = "", skip: frozenset[str] = frozenset()
) -> Iterator[str]:
    """A sentence for each field of two records of one type that differs; ``skip`` names fields of Python."""
    if isinstance(old, Rooted) and isinstance(new, Rooted):
        yield from _mapping(prefix.rstrip(": ") or "Nội dung", old.root, new.root)
        return
    for each in keys(type(new)):
        before, after = getattr(old, each.name), getattr(new, each.name)
        if each.name not in skip and before != after:
            labels = _LABELS.get(each.name, {})
            yield from _value(f"{prefix}{each.title or each.key}", before, after, labels)


def _value(title: str, old: Any, new: Any, labels: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    if isinstance(old, Record) and isinstance(new, Record):
        yield from field_changes(old, new, f"{title}, ")
    elif isinstance(old, Record) or isinstance(new, Record):
        yield f"{title}: {'thêm' if old is None else 'bỏ'} mục này."
    elif isinstance(new, Mapping) and isinstance(old, Mapping):
        yield from _mapping(title, old, new)
    elif isinstance(new, tuple):
        yield from _list(title, old, new, labels)
    else:
        was, now = said(old), said(new)
        yield from_to(title, was and labels.get(was, was), now and labels.get(now, now))


def _mapping(title: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for key in [*old, *(key for key in new if key not in old)]:
        if key not in new:
            yield f"{title}: bỏ {quoted(key)}."
        elif key not in old:
            yield f"{title}: thêm {quoted(key)}."
        elif old[key] != new[key]:
            yield from _value(f"{title}, {quoted(key)}", old[key], new[key])


def _list(title: str, old: Sequence[Any], new: Sequence[Any], labels: Mapping[str, str]) -> Iterator[str]:
    before, after = _by_identity(old), _by_identity(new)
    for key, item in before.items():
        if key not in after:
            yield f"{title}: bỏ {quoted(labels.get(key[0], key[0]))}."
        elif isinstance(item, Record) and item != after[key]:
            yield from field_changes(item, after[key], f"{title}, {quoted(key[0])}, ")
    for key in after:
        if key not in before:
            yield f"{title}: thêm {quoted(labels.get(key[0], key[0]))}."
    if list(before) != list(after) and set(before) == set(after):
        yield f"{title}: đổi thứ tự."


def _by_identity(items: Sequence[Any]) -> dict[tuple[str, int], Any]:
    """Items by what names them, and by which of those with the same name they are."""
    found: dict[tuple[str, int], Any] = {}
    for item in items:
        name = _identity(item)
        count = 0
        while (name, count) in found:
            count += 1
        found[name, count] = item
    return found


def _identity(item: Any, labels: Mapping[str, str] = MappingProxyType({})) -> str:
    if isinstance(item, tuple):
        return ", ".join(_identity(part, labels) for part in item)
    if not isinstance(item, Record):
        name = said(item) or ""
        return labels.get(name, name)
    given = (getattr(item, name, None) for name in _IDENTITIES)
    named = next((text for value in given if (text := said(value))), None)
    if named:
        return named
    first = keys(type(item))[0].name
    return _identity(getattr(item, first), _LABELS.get(first, {}))


def said(value: Any) -> str | None:
    """A value as a reader knows it; None where there is none."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, datetime):
        return f"{value:%H:%M} ngày {day(value.date())}"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return str(value)
