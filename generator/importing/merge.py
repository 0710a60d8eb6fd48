"""Three versions of a record meet: what the last import wrote, what stands in the file, what comes now.

A key changes only where the file still says what an import wrote.  Everything else is the editor's: it
stays, and where the source now says something different the report shows both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.importing.draft import Draft, Rank
from generator.importing.field_keys import UNSORTED_KEY
from generator.importing.ledger import Ledger, Stamp, fingerprint
from generator.reading.yaml_text import Data

# The code is the file's name and the field is its folder: to change them is to move the file, which only
# happens to a record that an import could not place.
_FIXED = frozenset(("ma", "linh_vuc"))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that was edited by hand (or deleted: None) and kept, and what the source offered."""

    key: str
    kept: Data
    offered: Data


@dataclass(slots=True)
class Merge:
    """``changes``: new values by key, None to remove.  ``ledger``: what to remember afterwards."""

    changes: dict[str, Data] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    ledger: dict[str, Stamp] = field(default_factory=dict)


def merge(existing: Mapping[str, Data], draft: Draft, base: Ledger) -> Merge:
    """Decide key by key; nothing is written here."""
    result = Merge(ledger=dict(base))
    for key, value in draft.values.items():
        _merge_key(key, existing, value, draft.rank, base.get(key), result)
    if draft.rank is Rank.FULL:
        for key in base.keys() - draft.values.keys():
            _no_longer_stated(key, existing, base[key], result)
    return result


def _merge_key(
    key: str, existing: Mapping[str, Data], value: Data, rank: Rank, base: Stamp | None, result: Merge
) -> None:
    mine = existing.get(key)
    untouched = base is not None and fingerprint(mine) == base.print
    if key == "nguon" and untouched:
        value = _with_sources(mine, value)
    offered = fingerprint(value)
    if fingerprint(mine) == offered:
        result.ledger[key] = Stamp(max(rank, base.rank if base else rank), offered)
    elif key in _FIXED and mine is not None and not (mine == UNSORTED_KEY and untouched):
        result.notes.append(f"Mục «{key}» của tệp là «{mine}», nguồn ghi «{value}»; giữ nguyên.")
    elif base is not None and base.print == offered:
        return  # the source says what it said before: the editor's version stands
    elif base is not None and base.rank > rank and untouched and key != "nguon":
        if key != "muc_do":
            result.notes.append(
                f"Mục «{key}» đã có từ bản ghi đầy đủ; không thay bằng giá trị của danh sách."
            )
    elif untouched or (mine is None and base is None):
        result.changes[key] = value
        result.ledger[key] = Stamp(max(rank, base.rank if base else rank), offered)
    else:
        result.conflicts.append(Conflict(key, mine, value))


def _no_longer_stated(key: str, existing: Mapping[str, Data], base: Stamp, result: Merge) -> None:
    if base.rank is not Rank.FULL or fingerprint(existing.get(key)) != base.print:
        return
    if key == "nghi_van":  # the source has been put right
        result.changes[key] = None
        del result.ledger[key]
    elif key in existing:
        result.notes.append(f"Nguồn không còn nêu mục «{key}»; giữ giá trị của lần nhập trước.")


def _with_sources(mine: Data, incoming: Data) -> Data:
    """Sources add up: a list that confirms a record does not replace the page it came from."""
    if not isinstance(mine, list) or not isinstance(incoming, list):
        return incoming
    newer = {item.get("ten"): item for item in incoming if isinstance(item, dict)}
    kept = [newer.pop(item.get("ten"), item) if isinstance(item, dict) else item for item in mine]
    return [*kept, *newer.values()]
