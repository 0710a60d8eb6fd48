"""Values of a JSON object, taken only where they have the form that is due; others are named."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.importing.draft import Draft
from generator.reading.yaml_text import Data
from generator.verbatim import clean, has_control

Source = Mapping[str, Any]


def text(source: Source, key: str, draft: Draft | None) -> str | None:
    """A text, cleaned; None where the source states nothing."""
    value = source.get(key)
    if isinstance(value, str):
        _doubt_control(value, draft)
        return clean(value) or None
    if value not in (None, [], {}) and draft is not None:
        draft.leave(f"Mục «{key}» của nguồn không phải là chữ nên không nhập.")
    return None


def items(source: Source, key: str, kind: type, draft: Draft) -> Iterator[Any]:
    """The items of a list that are of one kind; a single value counts as a list of one."""
    value = source.get(key) or []
    items = value if isinstance(value, list) else [value]
    for item in items:
        if isinstance(item, kind):
            _doubt_control(item, draft)
            yield item
        else:
            draft.leave(f"Một phần tử của mục «{key}» không đúng dạng nên không nhập.")


def record(**values: Data) -> dict[str, Data]:
    """A group of keys without those that the source does not state."""
    return {key: value for key, value in values.items() if value}


def _doubt_control(value: object, draft: Draft | None) -> None:
    if draft is not None and isinstance(value, str) and has_control(value):
        draft.doubt("Nguồn có ký tự điều khiển không nhìn thấy được; đã thay bằng dấu cách.", public=True)
