"""Records that a board of ours published at ``du-lieu/v1/`` -> drafts: what its editors wrote.

A record is known by its keys, which are those of one of our record types but for what another version of the
program has more or less: whatever else calls itself a procedure does not have nearly all forty.
"""

import json
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any

from generator.explain.messages import explain
from generator.importing.draft import Draft, Place, Rank
from generator.importing.unreadable import refuse
from generator.model.convert import Refused, record_of
from generator.model.plain import plain
from generator.model.record import Record, keys
from generator.model.settings import BoardSettings
from generator.model.words import CitizenWordsFile, Synonyms
from generator.open_data import words
from generator.open_data.datasets import (
    CITIZEN_WORDS,
    COMMUNES,
    FIELDS,
    LIFE_EVENTS,
    OVERLAYS,
    PROCEDURES,
    PROPOSALS,
    SETTINGS,
    STATISTICS,
    SYNONYMS,
    Dataset,
)
from generator.problems import Problem, Severity
from generator.reading import yaml_text
from generator.reading.yaml_text import Data

MOST_BROKEN = 1000
"""How many broken records of one file are told."""

MOST_ALIKE = 0.75
"""From which part of common names on something is taken for ours."""

ORDER = (
    *(SETTINGS, FIELDS, COMMUNES, STATISTICS, PROCEDURES),
    *(LIFE_EVENTS, PROPOSALS, OVERLAYS, SYNONYMS, CITIZEN_WORDS),
)
"""All sets; what others refer to comes first."""

Item = tuple[int, object]
"""A record as plain values, and the line or row of its file that it stands on."""


@dataclass(slots=True)
class OwnDraft(Draft):
    """A record of any of our kinds; ``values`` are what its file holds."""

    model: type[Record] = BoardSettings


def read_own(text: str, file: str, problems: list[Problem]) -> Iterator[Draft] | None:
    """The records of a JSON text that a board of ours published; None for anything else."""
    value = value_of(text)
    items: list[object] = value if isinstance(value, list) else [value]
    found = {dataset_of(item) for item in items}
    dataset = found.pop() if len(found) == 1 else None
    first = 2 if isinstance(value, list) else 1  # a list of ours has its bracket on a line of its own
    return drafts(dataset, enumerate(items, start=first), file, problems) if dataset else None


def value_of(text: str | bytes) -> object:
    """What a JSON text holds; None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def dataset_of(item: object) -> Dataset | None:
    """The set that a record belongs to, by its keys."""
    if not isinstance(item, dict):
        return None
    dataset = max(ORDER, key=lambda each: _likeness(item.keys(), each.model))
    return dataset if _likeness(item.keys(), dataset.model) >= MOST_ALIKE else None


def _likeness(found: Set[str], model: type[Record]) -> float:
    """The same for a record; 0 where one key is missing that must be there."""
    ours = keys(model)
    whole = all(each.key in found for each in ours if each.required)
    return alike(found, {each.key for each in ours}) if whole else 0


def alike(one: Set[str], other: Set[str]) -> float:
    """Which part of all names both have."""
    return len(one & other) / max(len(one | other), 1)


def drafts(dataset: Dataset, items: Iterable[Item], file: str, problems: list[Problem]) -> Iterator[Draft]:
    """The drafts of a set's records; ``problems`` gets those of the others as they come."""
    records = _records(dataset, items, file, problems)
    if dataset in (SYNONYMS, CITIZEN_WORDS):
        yield from _words(dataset, records, file, problems)
    else:
        for line, record in records:
            yield _draft(record, Place(file, line))


def _records(
    dataset: Dataset, items: Iterable[Item], file: str, problems: list[Problem]
) -> Iterator[tuple[int, Record]]:
    broken = 0
    for line, item in items:
        if broken == MOST_BROKEN:
            raise refuse(
                file, "import-own-broken", f"Tệp có hơn {MOST_BROKEN} bản ghi hỏng; dừng ở dòng {line}."
            )
        try:
            yield line, _record(item, dataset.model)
        except (Refused, RecursionError, UnicodeEncodeError) as error:
            broken += 1
            problems += [_broken(file, line, *told) for told in _told(error, item, dataset.model)]


def _record(item: object, model: type[Record]) -> Record:
    """Raises Refused; RecursionError and UnicodeEncodeError for what JSON can hold and no file of ours."""
    data = yaml_text.trimmed(item)
    if model is words.WordGroup and isinstance(item, dict) and "noi" in item:
        data["noi"] = item["noi"]  # a key of the editors' file: kept to the letter there, so here
    json.dumps(data, ensure_ascii=False).encode()
    return record_of(model, data)


def _told(error: Exception, item: object, model: type[Record]) -> Iterator[tuple[str, str | None]]:
    """What is wrong with a record, and advice."""
    if isinstance(error, UnicodeEncodeError):
        yield "Dòng này có một ký tự hỏng (nửa ký tự).", "Tải lại tệp từ trang của bảng."
    elif isinstance(error, Refused) and isinstance(item, dict):
        for mistake in error.mistakes[:MOST_BROKEN]:
            _, message, hint, _, _ = explain(mistake, model)
            yield message, hint
    else:
        yield "Dòng này không phải là một bản ghi của tập này.", None


def _broken(file: str, line: int, message: str, hint: str | None = None) -> Problem:
    return Problem(file, line, 1, "import-own-record", Severity.ERROR, message, hint)


def _words(
    dataset: Dataset, records: Iterable[tuple[int, Record]], file: str, problems: list[Problem]
) -> Iterator[Draft]:
    """One draft: an editor keeps all of these words in one file."""
    kept: dict[object, Any] = {}
    for line, record in records:
        key = words.key_of(record) or line
        if key in kept:
            problems.append(_broken(file, line, "Từ hoặc mã này đã có ở một dòng phía trên."))
        else:
            kept[key] = record
    model, make = (Synonyms, words.synonyms_file) if dataset is SYNONYMS else _CITIZENS
    if kept:
        values = {key: _plain(value) for key, value in make(kept.values()).items()}
        yield OwnDraft(dataset.title, Place(file, 1), Rank.FULL, values, model=model)


_CITIZENS = (CitizenWordsFile, words.citizen_words_file)


def _draft(record: Record, place: Place) -> Draft:
    values = {key: _plain(value) for key, value in plain(record, written=True).items()}
    code = str(values.get("ma") or values.get("xa") or values.get("ten"))
    if isinstance(record, PROCEDURES.model):
        full = values.get("muc_do") == "day_du"
        draft = Draft(code, place, Rank.FULL if full else Rank.CATALOGUE, values)
        draft.field_name = str(values.pop("linh_vuc"))
        return draft
    return OwnDraft(code, place, Rank.FULL, values, model=type(record))


def _plain(value: object) -> Data:
    """As YAML holds it: texts, lists and groups."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, bool):
        return "co" if value else "khong"
    return None if value is None else str(value)
