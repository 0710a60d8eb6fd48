"""From a model to a draft-07 JSON Schema of the YAML that its reader accepts.

An editor's program gives YAML its own types before it looks at the schema: ``10750`` is a number to it,
``true`` a truth value.  Our reader takes both as text, so the schema lets them stand wherever a text may.
"""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from generator.explain.messages import KINDS_OF_VALUE, PATTERNS
from generator.guide_terms import descriptions
from generator.model.text import YES_NO
from generator.reading.kinds import Kind

DRAFT = "http://json-schema.org/draft-07/schema#"
_SCALARS = ["string", "number", "boolean"]
_DAY = r"^\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*$"
_CLOCK = r"([01]?\d|2[0-3]):[0-5]\d"
_WHOLE = r"^\s*-?[0-9]{1,15}\s*$"
_DECIMAL = r"^\s*[0-9]{1,3}([.,][0-9]{1,4})?\s*$"


def schema_of(kind: Kind) -> dict[str, Any]:
    """The schema of one kind of file, with Vietnamese titles and descriptions."""
    plain = kind.model.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_FromYaml, mode="validation"
    )
    inner = plain.pop("$defs", {})
    head = {"$schema": DRAFT, "title": kind.title, "description": f"Tệp {kind.pattern}"}
    body = head | {key: value for key, value in plain.items() if key not in head}
    if inner:
        body["definitions"] = inner
    made: dict[str, Any] = _draft_07(body)
    return made


class _FromYaml(GenerateJsonSchema):
    """pydantic's generator, told what YAML makes of a text."""

    def generate(
        self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation"
    ) -> JsonSchemaValue:
        made = super().generate(schema, mode)
        made.pop("$schema", None)
        return made

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = super().str_schema(schema)
        kind = PATTERNS.get(made["pattern"]) if "pattern" in made else KINDS_OF_VALUE["string_type"]
        made |= {"errorMessage": _wanted(kind)} if kind else {}
        if "pattern" in made and schema.get("strip_whitespace"):
            made["pattern"] = made["pattern"].replace("^", r"^\s*", 1).removesuffix("$") + r"\s*$"
        truth = "pattern" not in made or re.search(made["pattern"], "true")
        return made | {"type": _SCALARS if truth else _SCALARS[:2]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        said = {"errorMessage": _wanted(KINDS_OF_VALUE["whole"])}
        return super().int_schema(schema) | {"type": ["integer", "string"], "pattern": _WHOLE} | said

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        return {"type": ["number", "string"], "pattern": _DECIMAL}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return {"enum": [way for word in YES_NO for way in (word, word.capitalize(), word.upper())]}

    def datetime_schema(self, schema: core_schema.DatetimeSchema) -> JsonSchemaValue:
        return {"type": "string", "pattern": _DAY.replace(r"\s*$", rf"(\s+{_CLOCK})?\s*$")}

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        return {"type": "string", "pattern": _DAY, "errorMessage": _wanted(KINDS_OF_VALUE["day"])}

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        return super().tuple_schema(schema) | {"errorMessage": _wanted(KINDS_OF_VALUE["tuple_type"])}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        choices = ", ".join(map(str, schema["expected"]))
        return super().literal_schema(schema) | {"errorMessage": f"Chỉ được là một trong: {choices}."}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        inner = schema["schema"]
        made = super().function_before_schema(schema)
        return made if inner["type"] != "int" or "pattern" in made else self.generate_inner(inner)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Without the empty defaults: what is left out is said by leaving it out."""
        made = super().default_schema(schema)
        if made.get("default") in (None, [], {}):
            made.pop("default", None)
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        made.pop("title", None)
        made.pop("description", None)
        return _described(made, schema["cls"])


def _wanted(kind: tuple[str, str]) -> str:
    """What an editor's program says where it would speak English (a keyword of VS Code and its kin)."""
    return f"Cần {kind[1]}."


def _described(made: JsonSchemaValue, model: type[BaseModel]) -> JsonSchemaValue:
    said = descriptions(model)
    for key, value in made.get("properties", {}).items():
        if key in said:
            value["description"] = said[key]
    return made


def _draft_07(value: Any) -> Any:
    """In draft-07 nothing may stand beside ``$ref``, and limits are called by their full names."""
    if isinstance(value, list):
        return [_draft_07(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    made: dict[str, Any] = {_LIMITS.get(str(key), str(key)): _draft_07(item) for key, item in value.items()}
    if "pattern" in made:
        made["pattern"] = made["pattern"].replace(
            r"\"", '"'
        )  # editors' regular expressions know no such escape
    if "patternProperties" in made:
        made["additionalProperties"] = False
    if "anyOf" in made:
        made |= _with_nothing(made.pop("anyOf"))
    if "$ref" in made and len(made) > 1:
        return {"allOf": [{"$ref": made.pop("$ref")}], **made}
    return made


def _with_nothing(choices: list[Any]) -> dict[str, Any]:
    """``X or null`` in one schema where X allows it: an editor then names the value, not the choice."""
    others = [choice for choice in choices if choice != {"type": "null"}]
    if len(others) == 1 < len(choices) and "type" in others[0]:
        kinds = others[0]["type"]
        made: dict[str, Any] = others[0] | {"type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}
        return made | {"enum": [*made["enum"], None]} if "enum" in made else made
    return {"anyOf": choices}


_LIMITS = {"ge": "minimum", "le": "maximum"}
