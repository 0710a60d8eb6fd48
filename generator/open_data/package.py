"""``datapackage.json``: what is there, under which licence, and what every column means (Data Package 1)."""

import re
from typing import Any

from generator import urls
from generator.model.settings import BoardSettings
from generator.open_data.datasets import DATASETS, Dataset
from generator.open_data.schemas import table_schema
from generator.vietnamese import fold, slug

QUOTING = (
    "Ô bắt đầu bằng = + - @, dấu Tab hoặc dấu xuống dòng có thêm một dấu nháy đơn (') ở đầu để bảng tính "
    "không chạy nó như công thức. Ô vốn đã có dấu nháy đứng trước một dấu như thế cũng thêm một dấu nháy. "
    "Đọc lại thì bỏ một dấu nháy ở đầu những ô ấy."
)
"""How cells are kept from running, and how to undo it."""

_LICENCE = re.compile(r"[^A-Za-z0-9._]+")


def data_package(settings: BoardSettings) -> dict[str, Any]:
    """The descriptor of everything under the versioned path; its own paths start there."""
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": slug(settings.name)[:80].strip("-") or "congkhai",
        "title": settings.name,
        "description": QUOTING,
        "homepage": urls.absolute(settings.url, urls.OPEN_DATA),
        "version": "1",
        "contributors": [{"title": settings.publisher, "role": "publisher"}],
        "resources": [resource for dataset in DATASETS for resource in _resources(dataset)],
    }
    if settings.licence or settings.licence_link:
        package["licenses"] = [_licence(settings)]
    return package


def _licence(settings: BoardSettings) -> dict[str, str]:
    found = {}
    if settings.licence:
        found = {"name": _LICENCE.sub("-", fold(settings.licence).upper()), "title": settings.licence}
    if settings.licence_link:
        found["path"] = settings.licence_link
    return found


def _resources(dataset: Dataset) -> list[dict[str, Any]]:
    whole = {
        "name": f"{dataset.name}-json",
        "path": f"{dataset.name}.json",
        "title": f"{dataset.title} (JSON)",
        "description": f"{dataset.about} Lược đồ: schema/{dataset.name}.json",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }
    main = dataset.layout.tables[0]
    tables = [
        {
            "profile": "tabular-data-resource",
            "name": table.name,
            "path": f"csv/{table.name}.csv",
            "title": table.title,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
            "schema": table_schema(table, main),
        }
        for table in dataset.layout.tables
    ]
    return [*tables, whole]
