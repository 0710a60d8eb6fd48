"""JSON for the screens: UTF-8, without spaces, the same bytes for the same data."""

import json


def as_json(data: object) -> bytes:
    """``data`` (dicts, lists, texts, numbers, None) as bytes."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
