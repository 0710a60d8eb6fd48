"""A record as the leaves of a tree, each with its path: figures are updated cell by cell, not group by group.

Items of a list that have a name of their own (a field, a metric, a question) are found by that name, so
that their order and an editor's items between them do not matter.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy

from generator.reading.yaml_text import Data

Path = tuple[str, ...]

NAMED_BY = {"theo_linh_vuc": "linh_vuc", "chi_so_766": "ma", "khao_sat": "cau_hoi"}
"""List -> the key that tells its items apart."""


def label(path: Path) -> str:
    """A path as reports and ledgers write it: ``tong_hop.tiep_nhan.tong``."""
    return ".".join(path)


def leaves(data: Mapping[str, Data]) -> dict[Path, Data]:
    """Every value that is no group, by its path; a list without names is one value."""
    return dict(_leaves(data, ()))


def _leaves(data: Mapping[str, Data], above: Path) -> Iterator[tuple[Path, Data]]:
    for key, value in data.items():
        path = (*above, key)
        if isinstance(value, dict) and value:
            yield from _leaves(value, path)
        elif (named := items(value, key)) is not None:
            for name, item in named.items():
                rest = {inner: each for inner, each in item.items() if inner != NAMED_BY[key]}
                yield from _leaves(rest, (*path, name))
        elif value not in (None, {}, []):
            yield path, value


def items(value: Data, key: str) -> dict[str, dict[str, Data]] | None:
    """The items of a list by their names; None where the list has none or a name stands twice."""
    by = NAMED_BY.get(key)
    if by is None or not isinstance(value, list):
        return None
    found: dict[str, dict[str, Data]] = {}
    for item in value:
        name = item.get(by) if isinstance(item, dict) else None
        if not isinstance(item, dict) or not isinstance(name, str) or name in found:
            return None
        found[name] = item
    return found


def planted(data: Mapping[str, Data], changes: Mapping[Path, Data]) -> dict[str, Data]:
    """The data with leaves changed or added; groups and items that a path needs are made."""
    result = deepcopy(dict(data))
    for path, value in changes.items():
        _plant(result, path, value)
    return result


def _plant(data: dict[str, Data], path: Path, value: Data) -> None:
    key, *rest = path
    if not rest:
        data[key] = deepcopy(value)
        return
    if key in NAMED_BY:
        listed = data.get(key)
        if not isinstance(listed, list):
            listed = data[key] = []
        found = next((i for i in listed if isinstance(i, dict) and i.get(NAMED_BY[key]) == rest[0]), None)
        if not isinstance(found, dict):
            found = {NAMED_BY[key]: rest[0]}
            listed.append(found)
        _plant(found, tuple(rest[1:]), value)
        return
    inner = data.get(key)
    if not isinstance(inner, dict):
        inner = data[key] = {}
    _plant(inner, tuple(rest), value)
