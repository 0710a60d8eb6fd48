"""Read a board's folder for search only: the entries, the editors' words, the communes' former names.

A small reader of its own, for the command line and the tests.  It takes what search needs and leaves
judging the records to ``congkhai check``; a file it cannot read is an error that names the file.
"""

from collections.abc import Mapping
from pathlib import Path

import yaml

from generator.search.editors import editor_words
from generator.search.entry import EditorWords, SearchEntry, SearchPlace

SYNONYMS = "content/synonyms.yml"
CITIZEN_WORDS = "content/citizen_words.yml"
FIELDS = "content/fields.yml"


class SourceError(ValueError):
    """A file of the board that search cannot read, told in Vietnamese with its path."""


def entries(source: Path) -> tuple[SearchEntry, ...]:
    """Every procedure under ``procedures/`` as search sees it, by code."""
    names = field_names(source)
    files = sorted((source / "procedures").rglob("*.yml"))
    if not files:
        raise SourceError(f"{source / 'procedures'}: không có tệp thủ tục nào.")
    found = (entry_of(_load(file), names, file) for file in files)
    return tuple(sorted(found, key=lambda entry: entry.code))


def entry_of(record: object, names: Mapping[str, str], file: Path) -> SearchEntry:
    """One entry out of the plain data of a record; needs ``ma`` and ``ten``."""
    if not isinstance(record, Mapping) or not record.get("ma") or not record.get("ten"):
        raise SourceError(f"{file}: cần có mục «ma» và mục «ten».")
    field = str(record.get("linh_vuc") or "")
    return SearchEntry(
        code=str(record["ma"]),
        name=str(record["ten"]),
        short_name=_optional(record.get("ten_ngan")),
        keywords=_texts(record.get("tu_khoa")),
        field=field,
        field_name=names.get(field, field),
        applicants=_texts(record.get("doi_tuong_thuc_hien")),
        online_level=_optional(record.get("muc_do_truc_tuyen")),
        scope=_optional(record.get("tham_quyen")) or "xa",
    )


def field_names(source: Path) -> dict[str, str]:
    """The names of the fields by their keys, from ``content/fields.yml`` where the board has one."""
    data = _load_optional(source / FIELDS)
    rows = data.get("linh_vuc") if isinstance(data, Mapping) else None
    if not isinstance(rows, list):
        return {}
    return {
        str(row["ma"]): str(row["ten"])
        for row in rows
        if isinstance(row, Mapping) and "ma" in row and "ten" in row
    }


def words(source: Path) -> EditorWords:
    """The editors' words of the board; a board without the files searches without them."""
    return editor_words(_load_optional(source / SYNONYMS), _load_optional(source / CITIZEN_WORDS))


def places(source: Path) -> tuple[SearchPlace, ...]:
    """The communes of the board with their former names (``ten_cu``), where a file gives them."""
    found = []
    for file in sorted((source / "content/communes").glob("*/commune.yml")):
        record = _load(file)
        if isinstance(record, Mapping) and record.get("ten"):
            code = str(record.get("ma") or file.parent.name)
            found.append(SearchPlace(code, str(record["ten"]), _texts(record.get("ten_cu"))))
    return tuple(found)


def _load_optional(file: Path) -> object:
    return _load(file) if file.is_file() else None


def _load(file: Path) -> object:
    try:
        data: object = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError(f"{file}: không đọc được tệp YAML này ({error}).") from None
    return data


def _optional(value: object) -> str | None:
    return str(value) if value else None


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()
