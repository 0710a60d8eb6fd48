"""What a source states and the model has no key for: named, never dropped in silence."""

from typing import Any

from generator.importing.draft import Draft
from generator.importing.json_object import Source

_TAKEN = {
    "methods": frozenset(("channel", "time_text", "fee_text", "description")),
    "documents": frozenset(("case", "items")),
    "documents.items": frozenset(("name", "form_file", "originals", "copies")),
    "results": frozenset(("name", "result_code")),
    "legal_basis": frozenset(("title", "number", "issued_date", "issuer")),
}


def name_what_is_left(source: Source, taken: frozenset[str], draft: Draft) -> None:
    """Name each key that holds something and is not ``taken``, on every level."""
    for key, value in source.items():
        if key not in taken:
            _leave(key, value, draft)
        elif key in _TAKEN:
            _walk(value, key, draft)


def _walk(value: Any, path: str, draft: Draft) -> None:
    for item in value if isinstance(value, list) else [value]:
        for key, inner in item.items() if isinstance(item, dict) else ():
            name = f"{path}.{key}"
            if key not in _TAKEN[path]:
                _leave(name, inner, draft)
            elif name in _TAKEN:
                _walk(inner, name, draft)


def _leave(name: str, value: Any, draft: Draft) -> None:
    if value not in (None, "", [], {}):
        draft.leave(f"Mục «{name}» của nguồn không có mục tương ứng nên không nhập.")
