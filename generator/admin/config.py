"""The forms' configuration out of the models: one collection for each field, one of communes, one of figures.

Names of options are those of Sveltia CMS (and of Netlify CMS before it); texts are the guide's.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, get_args, get_origin

from msgspec import Meta

from generator.catalogue_workbook.layout import WORDS
from generator.guide_terms import descriptions
from generator.model.commune import Commune
from generator.model.procedure import Procedure
from generator.model.record import Key, Record, keys
from generator.model.settings import CatalogueField
from generator.model.shape import core_of, is_list, item_of, record_in
from generator.model.statistics import StatisticsReport
from generator.model.text import pattern_of
from generator.reading import layout

Form = dict[str, Any]

_LONG = frozenset(("yeu_cau_dieu_kien", "tom_tat", "buoc", "mo_ta", "noi_dung", "phi_le_phi", "giai_trinh"))
_DAY = [r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$", "Ngày viết như 16/07/2025"]


def configuration(
    fields: Sequence[CatalogueField], backend: Mapping[str, str], site: str, title: str
) -> Form:
    """The whole configuration; ``backend``: its name, the repository and what else it needs."""
    return {
        "backend": dict(backend),
        "app_title": title,
        "site_url": site,
        "media_folder": f"{layout.PAGES}/tai-len",
        "public_folder": "/tai-len",
        "editor": {"preview": False},
        # what a source does not state has no line; codes and amounts stay texts
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double", "indent_size": 2}},
        "collections": [
            *(_procedures(item, fields) for item in fields),
            _collection("xa", "Xã, phường", layout.COMMUNES, "{{ma}}/commune", "{{ten}}", Commune),
            _collection(
                "so-lieu",
                "Số liệu một kỳ",
                layout.COMMUNES,
                "{{xa}}/statistics/{{slug}}",
                "{{xa}}: {{den}}",
                StatisticsReport,
                slug="{{den}}",
            ),
        ],
    }


def _procedures(item: CatalogueField, fields: Sequence[CatalogueField]) -> Form:
    folder = f"{layout.PROCEDURES}/{item.key}"
    made = _collection(f"thu-tuc-{item.key}", item.name, folder, "{{slug}}", "{{ma}} {{ten}}", Procedure)
    for form in made["fields"]:
        if form["name"] == "linh_vuc":
            options = [{"label": each.name, "value": each.key} for each in fields]
            form |= {"widget": "select", "options": options, "default": item.key}
            form.pop("pattern", None)
    return made | {"description": item.description or item.name}


def _collection(
    name: str,
    label: str,
    folder: str,
    path: str,
    summary: str,
    model: type[Record],
    slug: str = "{{ma}}",
) -> Form:
    return {
        "name": name,
        "label": label,
        "folder": folder,
        "path": path,
        "slug": slug,
        "summary": summary,
        "identifier_field": slug.strip("{}"),
        "format": "yaml",
        "extension": "yml",
        "create": True,
        "delete": False,
        "fields": forms(model),
    }


def forms(model: type[Record]) -> list[Form]:
    """A form for each key of a record."""
    said = descriptions(model)
    return [
        {
            "name": each.key,
            "label": each.title,
            "hint": _without_quotes(said.get(each.key, "")),
            "required": each.required,
            **_widget(each),
        }
        for each in keys(model)
    ]


def _without_quotes(said: str) -> str:
    """The guide's words without its advice on quotes, which the forms set themselves."""
    return said.replace('«"', "«").replace('"»', "»").replace(" Đặt trong ngoặc kép.", "")


def _widget(key: Key) -> Form:
    listed = is_list(key.annotation)
    one, _ = core_of(item_of(key.annotation) if listed else key.annotation)
    if get_origin(one) is dict:
        return {"widget": "keyvalue"}
    if inner := record_in(one):
        made: Form = {"widget": "list" if listed else "object", "fields": forms(inner)}
        return made | {"collapsed": not listed}
    if get_origin(one) is Literal:
        words = WORDS.get(key.key, {})
        options = [{"label": words.get(value, value), "value": value} for value in get_args(one)]
        return {"widget": "select", "options": options, "multiple": listed}
    if listed:
        return {"widget": "list", "field": {"name": key.key, "label": key.title, "widget": "string"}}
    return _single(key)


def _single(key: Key) -> Form:
    core, conditions = core_of(key.annotation)
    if core is bool:
        return {"widget": "select", "options": ["co", "khong"]}
    if core is int:
        return {"widget": "number", "value_type": "int", "min": 0}
    if core is date:
        return {"widget": "string", "pattern": _DAY}
    pattern = next((pattern_of(each) for each in conditions if isinstance(each, Meta) and each.pattern), None)
    made: Form = {"widget": "text" if key.key in _LONG else "string"}
    return made | ({"pattern": [pattern, "Chưa đúng dạng; xem ví dụ."]} if pattern else {})
