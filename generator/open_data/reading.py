"""Records from what we published: the same records that the editors' files gave.

Both forms are read by the models that read YAML; nothing else knows what a value may be.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from generator.open_data.datasets import Dataset
from generator.open_data.tables import records_of


def from_json(dataset: Dataset, text: str) -> tuple[BaseModel, ...]:
    """The records of a dataset's JSON file.  Raises ValueError (also pydantic's) for anything else."""
    return _records(dataset, json.loads(text))


def from_csv(dataset: Dataset, tables: Mapping[str, str]) -> tuple[BaseModel, ...]:
    """The records of a dataset's tables, by the names of the tables.  Raises ValueError likewise."""
    return _records(dataset, records_of(dataset, tables))


def _records(dataset: Dataset, found: Iterable[Any]) -> tuple[BaseModel, ...]:
    return tuple(dataset.model.model_validate(data) for data in found)
