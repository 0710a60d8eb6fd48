"""JSON Schema (2020-12) of what is published as JSON, and Table Schema of what is published as CSV."""

from typing import Any

from msgspec import Struct

from generator.model.numbers import DecimalForm, Whole, YesNoForm
from generator.model.times import ClockForm, DayForm, MomentForm
from generator.open_data.layout import Column, Table
from generator.record_schema import ANYWHERE, Dialect, schema_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string"}


def list_schema(model: type[Struct], title: str, about: str, address: str) -> dict[str, Any]:
    """The schema of a file that holds all records of a kind; one record is at ``#/$defs/<its name>``."""
    record = schema_of(model, PUBLISHED)
    inner = record.pop("$defs", {})
    return {
        "$schema": DRAFT,
        "$id": address,
        "title": title,
        "description": about,
        "type": "array",
        "items": {"$ref": f"#/$defs/{model.__name__}"},
        "$defs": {model.__name__: record, **inner},
    }


def record_schema(model: type[Struct], title: str, address: str) -> dict[str, Any]:
    """The schema of a file that holds one record."""
    return {"$schema": DRAFT, "$id": address, "title": title, **schema_of(model, PUBLISHED)}


PUBLISHED = Dialect(
    {
        **ANYWHERE,
        DayForm: lambda _: {"format": "date", **_TEXT},
        ClockForm: lambda _: _TEXT,
        MomentForm: lambda _: _TEXT,
        YesNoForm: lambda _: {"type": "boolean"},
        Whole: lambda form: {"maximum": form.most, "minimum": form.least, "type": "integer"},
        DecimalForm: lambda _: _TEXT,
    }
)
"""Values as ``generator.model.plain`` writes them."""


def table_schema(table: Table, main: Table) -> dict[str, Any]:
    """The Table Schema of one table; rows of lists name the record of ``main`` that they belong to."""
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in (*table.keys, *table.columns)],
        "missingValues": [""],
    }
    if table is main:
        schema["primaryKey"] = [main.keys[0].name]
        return schema
    if table.path:
        schema["primaryKey"] = [column.name for column in table.keys]
    reference = {"resource": main.name, "fields": [main.keys[0].name]}
    schema["foreignKeys"] = [{"fields": [table.keys[0].name], "reference": reference}]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.kind, "title": column.title}
    if column.kind == "datetime":
        field["format"] = "%Y-%m-%d %H:%M"
    if column.description:
        field["description"] = column.description
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if constraints:
        field["constraints"] = constraints
    return field
