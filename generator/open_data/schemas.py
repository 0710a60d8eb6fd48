"""JSON Schema (2020-12) of what is published as JSON, and Table Schema of what is published as CSV."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.guide_terms import descriptions
from generator.open_data.layout import Column, Table

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def list_schema(model: type[BaseModel], title: str, about: str, address: str) -> dict[str, Any]:
    """The schema of a file that holds all records of a kind; one record is at ``#/$defs/<its name>``."""
    record = model.model_json_schema(by_alias=True, mode="serialization", schema_generator=_Published)
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


def record_schema(model: type[BaseModel], title: str, address: str) -> dict[str, Any]:
    """The schema of a file that holds one record."""
    record = model.model_json_schema(by_alias=True, mode="serialization", schema_generator=_Published)
    return {"$schema": DRAFT, "$id": address, "title": title, **record}


class _Published(GenerateJsonSchema):
    """pydantic's generator, with what the editors' guide says of each key."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        made.pop("title", None)
        made.pop("description", None)
        said = descriptions(schema["cls"])
        for key, value in made.get("properties", {}).items():
            if key in said:
                value["description"] = said[key]
        return made


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
