"""The forms' configuration out of the models: one collection for each field, one of communes, one of figures.

Names of options are those of Sveltia CMS (and of Netlify CMS before it); texts are the guide's.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from generator.catalogue_workbook.layout import WORDS
from generator.guide_terms import descriptions
from generator.model.commune import Commune
from generator.model.procedure import Procedure
from generator.model.settings import CatalogueField
from generator.model.shape import is_whole, record_in
from generator.model.statistics import StatisticsReport
from generator.model.text import YesNo
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
    model: type[BaseModel],
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


def forms(model: type[BaseModel]) -> list[Form]:
    """A form for each key of a record."""
    said = descriptions(model)
    return [
        {
            "name": (key := info.alias or name),
            "label": info.title or key,
            "hint": _without_quotes(said.get(key, "")),
            "required": info.is_required(),
            **_widget(key, info),
        }
        for name, info in model.model_fields.items()
    ]


def _without_quotes(said: str) -> str:
    """The guide's words without its advice on quotes, which the forms set themselves."""
    return said.replace('«"', "«").replace('"»', "»").replace(" Đặt trong ngoặc kép.", "")


def _widget(key: str, info: FieldInfo) -> Form:
    kinds = list(_parts(info.annotation))
    inner = record_in(info.annotation)
    is_list = any(get_origin(kind) is tuple for kind in kinds)
    if any(get_origin(kind) is dict for kind in kinds) or (inner and issubclass(inner, RootModel)):
        return {"widget": "keyvalue"}
    if inner:
        made: Form = {"widget": "list" if is_list else "object", "fields": forms(inner)}
        return made | {"collapsed": not is_list}
    choices = [value for kind in kinds if get_origin(kind) is Literal for value in get_args(kind)]
    if choices:
        words = WORDS.get(key, {})
        options = [{"label": words.get(value, value), "value": value} for value in choices]
        return {"widget": "select", "options": options, "multiple": is_list}
    if is_list:
        return {"widget": "list", "field": {"name": key, "label": info.title, "widget": "string"}}
    return _single(key, info, kinds)


def _single(key: str, info: FieldInfo, kinds: Sequence[Any]) -> Form:
    if bool in kinds or info.annotation is YesNo:
        return {"widget": "select", "options": ["co", "khong"]}
    if is_whole(info.annotation):
        return {"widget": "number", "value_type": "int", "min": 0}
    if date in kinds:
        return {"widget": "string", "pattern": _DAY}
    pattern = next((found for each in info.metadata if (found := getattr(each, "pattern", None))), None)
    made: Form = {"widget": "text" if key in _LONG else "string"}
    return made | ({"pattern": [pattern, "Chưa đúng dạng; xem ví dụ."]} if pattern else {})


def _parts(annotation: Any) -> Iterator[Any]:
    """The annotation and everything inside it, short of other records."""
    yield annotation
    if get_origin(annotation) not in (Literal, dict):
        for part in get_args(annotation):
            yield from _parts(part)
