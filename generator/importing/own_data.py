"""What a board publishes at ``du-lieu/v1/`` -> drafts: the same records that its editors wrote.

A file is known by the keys of its records, which are exactly those of one of our record types: whatever
else calls itself a procedure does not have all forty.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.check.messages import explain
from generator.importing.draft import Draft, Place, Rank
from generator.importing.unreadable import refuse
from generator.model.settings import BoardSettings
from generator.open_data.datasets import (
    COMMUNES,
    FIELDS,
    LIFE_EVENTS,
    OVERLAYS,
    PROCEDURES,
    PROPOSALS,
    STATISTICS,
)
from generator.problems import Problem, Severity
from generator.reading.yaml_text import Data

_ORDER = (FIELDS, COMMUNES, STATISTICS, PROCEDURES, LIFE_EVENTS, PROPOSALS, OVERLAYS)
"""What others refer to comes first."""
_SETTINGS = "bang.json"
_EMPTY = "[\n\n]\n"
"""What a set without any record is published as."""

MODELS: tuple[type[BaseModel], ...] = (BoardSettings, *(dataset.model for dataset in _ORDER))


@dataclass(slots=True)
class OwnDraft(Draft):
    """A record of any of our kinds; ``values`` are what its file holds."""

    model: type[BaseModel] = BoardSettings


def files_of_package(path: Path, text: str) -> list[Path] | None:
    """The data files beside our ``datapackage.json``, in the order to import them; None for anything else."""
    value = _value(text)
    if not isinstance(value, dict) or value.get("profile") != "data-package":
        return None
    names = [_SETTINGS, *(f"{dataset.name}.json" for dataset in _ORDER)]
    found = [path.with_name(name) for name in names if path.with_name(name).is_file()]
    if not found:
        hint = "Tải cả thư mục du-lieu/v1 rồi nhập lại."
        raise refuse(path.name, "import-package", "Bên cạnh tệp này không có tệp dữ liệu nào.", hint)
    return [file for file in found if file.stat().st_size > len(_EMPTY)]


def read_own(text: str, file: str) -> tuple[list[Draft], list[Problem]] | None:
    """The records of a file that a board of ours published; None for anything else."""
    value = _value(text)
    items = value if isinstance(value, list) else [value]
    model = _model_of(items)
    if model is None:
        return None
    drafts: list[Draft] = []
    problems: list[Problem] = []
    first = 2 if isinstance(value, list) else 1  # a list of ours has its bracket on a line of its own
    for line, item in enumerate(items, start=first):
        try:
            drafts.append(_draft(model.model_validate(item), Place(file, line)))
        except ValidationError as error:
            for details in error.errors(include_url=False):
                _, message, hint, _, _ = explain(details, model)
                problems.append(Problem(file, line, 1, "import-own-record", Severity.ERROR, message, hint))
    return drafts, problems


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _model_of(items: list[Any]) -> type[BaseModel] | None:
    for model in MODELS:
        keys = {info.alias or name for name, info in model.model_fields.items()}
        if items and all(isinstance(item, dict) and item.keys() == keys for item in items):
            return model
    return None


def _draft(record: BaseModel, place: Place) -> Draft:
    data = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    values = {key: _plain(value) for key, value in data.items()}
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
