"""What the last import wrote, key by key, so that the next one can tell an editor's hand from its own.

``.congkhai/import/<code>.json`` keeps a fingerprint of each value, never the value: the file itself is
the only copy.  Without a ledger every value counts as the editor's.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.importing.draft import Rank
from generator.reading.yaml_text import Data
from generator.verbatim import clean

FOLDER = PurePosixPath(".congkhai/import")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which kind of source wrote a value, and the value's fingerprint."""

    rank: Rank
    print: str


Ledger = Mapping[str, Stamp]


def fingerprint(value: Data) -> str:
    """The same for the same data, however the file spells it (quotes, folding, outer white space)."""
    text = json.dumps(_normal(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _normal(value: Data) -> Data:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_normal(item) for item in value]
    if isinstance(value, dict):
        return {key: _normal(item) for key, item in value.items() if item is not None}
    return value


def read_ledger(content: bytes) -> Ledger:
    """Raises ValueError for anything that ``write_ledger`` did not write."""
    try:
        keys = json.loads(content)["muc"]
        return {str(key): Stamp(Rank(item["hang"]), str(item["dau"])) for key, item in keys.items()}
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a ledger") from error


def write_ledger(ledger: Ledger) -> bytes:
    """The ledger as JSON, one key a line: it is kept in git beside the records."""
    keys = {key: {"hang": int(stamp.rank), "dau": stamp.print} for key, stamp in sorted(ledger.items())}
    return (json.dumps({"muc": keys}, ensure_ascii=False, indent=1) + "\n").encode()
