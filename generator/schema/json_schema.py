"""From a model to a draft-07 JSON Schema of the YAML that its reader accepts.

An editor's program gives YAML its own types before it looks at the schema: ``10750`` is a number to it,
``true`` a truth value.  Our reader takes both as text, so the schema lets them stand wherever a text may.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.explain.messages import KINDS_OF_VALUE, PATTERNS
from generator.model.numbers import YES_NO, DecimalForm, Whole, YesNoForm
from generator.model.times import ClockForm, DayForm, MomentForm
from generator.reading.kinds import Kind
from generator.record_schema import ANYWHERE, Dialect, Schema
from generator.record_schema import schema_of as schema_of_record

DRAFT = "http://json-schema.org/draft-07/schema#"
_SCALARS = ["string", "number", "boolean"]
_DAY = r"^\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*$"
_CLOCK = r"([01]?\d|2[0-3]):[0-5]\d"
_MOMENT = _DAY.replace(r"\s*$", rf"(\s+{_CLOCK})?\s*$")
_ANSWERS = [way for word in YES_NO for way in (word, word.capitalize(), word.upper())]
_WHOLE = r"^\s*-?[0-9]{1,15}\s*$"
_DECIMAL = r"^\s*[0-9]{1,3}([.,][0-9]{1,4})?\s*$"


def schema_of(kind: Kind) -> Schema:
    """The schema of one kind of file, with Vietnamese titles and descriptions."""
    plain = schema_of_record(kind.model, _IN_YAML)
    inner = plain.pop("$defs", None)
    head = {"$schema": DRAFT, "title": kind.title, "description": f"Tệp {kind.pattern}"}
    body: Schema = _draft_07(head | plain | ({"definitions": inner} if inner else {}))
    return body


def _whole(form: Whole) -> Schema:
    said = _wanted(KINDS_OF_VALUE["whole"])
    limits = {"maximum": form.most, "minimum": form.least}
    return said | limits | {"pattern": _WHOLE, "type": ["integer", "string"]}


def _decimal(form: DecimalForm) -> Schema:
    limits = {"maximum": _number(form.most), "minimum": _number(form.least)}
    return limits | {"pattern": _DECIMAL, "type": ["number", "string"]}


def _number(value: Decimal) -> float:
    return int(value) if value == int(value) else float(value)


def _adapted(made: Schema) -> Schema:
    """A text, a choice or a list as it may stand in YAML, with what an editor's program says to others."""
    if "enum" in made:
        return made | {"errorMessage": f"Chỉ được là một trong: {', '.join(made['enum'])}."}
    if made["type"] == "array":
        return made | _wanted(KINDS_OF_VALUE["list"])
    if "pattern" not in made:
        return made | _wanted(KINDS_OF_VALUE["text"]) | {"type": _SCALARS}
    pattern = made["pattern"]
    types = _SCALARS if re.search(pattern, "true") else _SCALARS[:2]
    loose = pattern.replace("^", r"^\s*", 1).removesuffix("$") + r"\s*$"
    return made | _wanted(PATTERNS[pattern]) | {"pattern": loose, "type": types}


def _wanted(kind: tuple[str, str]) -> Schema:
    """What an editor's program says where it would speak English (a keyword of VS Code and its kin)."""
    return {"errorMessage": f"Cần {kind[1]}."}


_IN_YAML = Dialect(
    {
        **ANYWHERE,
        DayForm: lambda _: _wanted(KINDS_OF_VALUE["day"]) | {"pattern": _DAY, "type": "string"},
        ClockForm: lambda _: {"pattern": rf"^\s*{_CLOCK}\s*$", "type": _SCALARS[:2]},
        MomentForm: lambda _: {"pattern": _MOMENT, "type": "string"},
        YesNoForm: lambda _: {"enum": _ANSWERS},
        Whole: _whole,
        DecimalForm: _decimal,
    },
    _adapted,
)
"""Values as editors write them and their programs read them."""


def _draft_07(value: Any) -> Any:
    """In draft-07 nothing may stand beside ``$ref``; empty defaults are said by leaving the key out."""
    if isinstance(value, list):
        return [_draft_07(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    made: Schema = {str(key): _draft_07(item) for key, item in value.items()}
    if made.get("default") in (None, [], {}):
        made.pop("default", None)
    if isinstance(made.get("pattern"), str):  # editors' regular expressions know no such escape
        made["pattern"] = made["pattern"].replace(r"\"", '"')
    if "anyOf" in made:
        made |= _with_nothing(made.pop("anyOf"))
    if "$ref" in made:
        made["$ref"] = made["$ref"].replace("$defs", "definitions")
        if len(made) > 1:
            return {"allOf": [{"$ref": made.pop("$ref")}], **made}
    return made


def _with_nothing(choices: list[Any]) -> Schema:
    """``X or null`` in one schema where X allows it: an editor then names the value, not the choice."""
    others = [choice for choice in choices if choice != {"type": "null"}]
    if len(others) == 1 < len(choices) and "type" in others[0]:
        kinds = others[0]["type"]
        made: Schema = others[0] | {"type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}
        return made | {"enum": [*made["enum"], None]} if "enum" in made else made
    return {"anyOf": choices}
