"""The JSON Schema (2020-12) of a record type: one walk over its keys for all that is made of them.

Published JSON and the YAML of an editor's program are of one shape.  What differs is how values stand in
them: a ``Dialect``.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal, TypeAlias, get_args, get_origin

from msgspec import Meta, Struct, json

from generator.guide_terms import descriptions
from generator.model.display import DAYS, MONDAY, SUNDAY, WeekdayForm
from generator.model.form import Form
from generator.model.record import Key, Rooted, keys, root_of
from generator.model.shape import core_of, form_of, may_be_none
from generator.model.text import SAFE_LINK, LinkForm, pattern_of

Schema: TypeAlias = dict[str, Any]

Forms: TypeAlias = Mapping[type[Form], Callable[[Any], Schema]]
"""How values of each form stand."""


class Dialect(Struct, frozen=True):
    """How values stand: by their forms, and what becomes of the schema of a text, a choice or a list."""

    forms: Forms
    adapted: Callable[[Schema], Schema] = lambda schema: schema


ANYWHERE: Forms = {
    WeekdayForm: lambda _: {
        "anyOf": [{"maximum": SUNDAY, "minimum": MONDAY, "type": "integer"}, {"enum": list(DAYS)}]
    },
    LinkForm: lambda _: {"pattern": rf"^\s*{SAFE_LINK}\s*$", "type": "string"},
}
"""Values that stand the same everywhere."""


def schema_of(model: type[Struct], dialect: Dialect) -> Schema:
    """The schema of one record, with those of the records inside it under ``$defs``.

    Each key has its official term and what the editors' guide says of it.
    """
    walk = _Walk(dialect)
    made = walk.value(root_of(model)) if issubclass(model, Rooted) else walk.record(model)
    inner = {name: walk.inner[name] for name in sorted(walk.inner)}
    return {"$defs": inner, **made} if inner else made


_PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    date: {"format": "date", "type": "string"},
}
_NOTHING = {"type": "null"}


class _Walk:
    def __init__(self, dialect: Dialect):
        self._dialect = dialect
        self.inner: dict[str, Schema] = {}

    def record(self, model: type[Struct]) -> Schema:
        said = descriptions(model)
        properties = {each.key: self._key(each, said.get(each.key)) for each in keys(model)}
        made: Schema = {"properties": properties, "type": "object"}
        if model.__struct_config__.forbid_unknown_fields:
            made["additionalProperties"] = False
        if required := [each.key for each in keys(model) if each.required]:
            made["required"] = required
        return _sorted(made)

    def _key(self, key: Key, said: str | None) -> Schema:
        value = self.value(key.annotation)
        about: Schema = {"title": key.title, "description": said or key.description}
        about = {name: text for name, text in about.items() if text}
        if not key.required and not isinstance(key.default, Struct):
            about["default"] = json.decode(json.encode(key.default))
        return _sorted(about | ({"anyOf": [value, _NOTHING]} if may_be_none(key.annotation) else value))

    def value(self, annotation: Any) -> Schema:
        """The schema of what stands somewhere when it is there at all."""
        core, conditions = core_of(annotation)
        if form := form_of(annotation):
            return self._dialect.forms[type(form)](form)
        if isinstance(core, type) and issubclass(core, Struct):
            return self._reference(core)
        if get_origin(core) is dict:
            return self._group(*get_args(core))
        return _sorted(self._dialect.adapted(self._plain(core, _limits(conditions))))

    def _plain(self, core: Any, limits: Schema) -> Schema:
        if get_origin(core) is tuple:
            least = {"minItems": limits["minLength"]} if limits else {}
            return {"items": self.value(get_args(core)[0]), **least, "type": "array"}
        if get_origin(core) is Literal:
            return {"enum": list(get_args(core)), "type": "string"}
        return limits | _PLAIN[core]

    def _reference(self, model: type[Struct]) -> Schema:
        if model.__name__ not in self.inner:
            self.inner[model.__name__] = self.record(model)
        return {"$ref": f"#/$defs/{model.__name__}"}

    def _group(self, of_name: Any, of_value: Any) -> Schema:
        """A group whose names are data: any name, or those of a pattern."""
        pattern, value = _limits(core_of(of_name)[1]).get("pattern"), self.value(of_value)
        if pattern is None:
            return {"additionalProperties": value, "type": "object"}
        return {"additionalProperties": False, "patternProperties": {pattern: value}, "type": "object"}


def _limits(conditions: tuple[Any, ...]) -> Schema:
    found: Schema = {}
    for each in conditions:
        if isinstance(each, Meta):
            said = {"maxLength": each.max_length, "minLength": each.min_length, "pattern": pattern_of(each)}
            found |= {name: limit for name, limit in said.items() if limit is not None}
    return found


def _sorted(schema: Schema) -> Schema:
    return dict(sorted(schema.items()))
