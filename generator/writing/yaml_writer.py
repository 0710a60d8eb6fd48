"""Plain str, list and dict to canonical YAML that ``generator.reading.yaml_text`` reads back exactly.

A clerk edits what is written here, so words stay words: long sentences are folded, paragraphs keep
their lines, and whatever a spreadsheet or another YAML reader could take for a number, a date or a
yes/no is quoted.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from generator.model.record import Record
from generator.model.shape import inside, is_whole, keys_of, record_at
from generator.reading import yaml_text
from generator.reading.yaml_faults import YamlFault
from generator.reading.yaml_text import Data

WIDTH = 100
_INDENT = "  "
_LONGEST_KEY = 120

_WORDS = re.compile(r"[^\W\d_](?:[^\s#:]|[:#](?=[^\s#:])|\u00a0| (?=[^\s#]))*")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_AMBIGUOUS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf"))
# What the reader refuses when it stands bare, and what an editor's program may change.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write_record(data: Mapping[str, Data], model: type[Record]) -> str:
    """The text of one file: keys in the model's order, unknown keys after them."""
    return write(in_model_order(data, model), model)


def write(data: Mapping[str, Data], model: type[Record] | None = None) -> str:
    """The text of one mapping, keys as they come.  An empty mapping is ``{}``.

    What ``model`` reads as a whole number stands without quotes.
    """
    return "\n".join(_lines(dict(data), model)) + "\n"


def in_model_order(data: Mapping[str, Data], model: type[Record]) -> dict[str, Data]:
    """The same data with the keys of every level in the order of the model's fields."""
    inner = keys_of(model)
    keys = [key for key in inner if key in data] + [key for key in data if key not in inner]
    return {key: _ordered(data[key], record_at(model, key)) for key in keys}


def _ordered(value: Data, model: type[Record] | None) -> Data:
    if model is None:
        return value
    if isinstance(value, list):
        return [_ordered(item, model) for item in value]
    return in_model_order(value, model) if isinstance(value, dict) else value


def _lines(value: Data, annotation: Any) -> list[str]:
    """The lines of a node that stands at the left margin."""
    if isinstance(value, dict):
        rows = (_entry(key, item, inside(annotation, key)) for key, item in value.items())
        return [line for row in rows for line in row] or ["{}"]
    if isinstance(value, list):
        return [line for item in value for line in _item(item, annotation)] or ["[]"]
    return scalar(value, annotation)


def _entry(key: str, value: Data, annotation: Any) -> list[str]:
    name = key_text(key)
    head, *rest = _lines(value, annotation)
    if isinstance(value, (dict, list)) and value:
        return [f"{name}:", *_indented([head, *rest])]
    return [f"{name}: {head}", *_indented(rest)]


def key_text(key: str) -> str:
    """A key as it is written.  Raises ValueError for what the reader takes as no key."""
    if key == "<<" or len(key) > _LONGEST_KEY:
        raise ValueError(f"cannot be a key: {key[:_LONGEST_KEY]!r}")
    return key if _is_plain(key) else _quoted(key)


def _item(value: Data, annotation: Any) -> list[str]:
    head, *rest = _lines(value, annotation)
    return [f"- {head}", *_indented(rest)]


def _indented(lines: list[str]) -> list[str]:
    return [_INDENT + line if line else line for line in lines]


def scalar(value: str | None, annotation: Any = None) -> list[str]:
    """The first line of a text (after its key), and the lines of its block where it has one."""
    if value is None:
        return ["null"]
    if _NUMBER.fullmatch(value) and is_whole(annotation):
        return [value]
    if not _is_safe(value):
        return [_quoted(value)]
    if "\n" in value:
        block = ["|-", *value.split("\n")]
    elif len(value) > WIDTH:
        block = [">-", *_wrapped(value)]
    else:
        return [value if _is_plain(value) else _quoted(value)]
    return block if _reads_back(block, value) else [_quoted(value)]


def _is_safe(value: str) -> bool:
    """Whether the reader gives these letters back as they are, with no escapes."""
    return not _UNSAFE.search(value) and unicodedata.is_normalized("NFC", value)


def _is_plain(value: str) -> bool:
    if value.lower() in _AMBIGUOUS or not _WORDS.fullmatch(value) or not _is_safe(value):
        return False
    # A word with digits is a code, a number of a decree or an address: quoted, so that nobody wonders.
    return " " in value or not any(char.isdigit() for char in value)


def _wrapped(value: str) -> list[str]:
    """Lines of a folded text, broken only at a single space between two words."""
    lines = [""]
    for word in re.split(r"(?<=[^\s]) (?=[^\s])", value):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > WIDTH:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _reads_back(block: list[str], value: str) -> bool:
    text = "\n".join(["k: " + block[0], *_indented(block[1:]), "z: z", ""])
    try:
        return yaml_text.parse(yaml_text.decode(text.encode())) == {"k": value, "z": "z"}
    except YamlFault:
        return False


def _quoted(value: str) -> str:
    text = "".join(_escaped(char) for char in value)
    if not unicodedata.is_normalized("NFC", value) or not unicodedata.is_normalized("NFC", text):
        # Letters that the reader would join are written by number: it must give back what was written.
        text = "".join(_escaped(char, bare=str.isascii) for char in value)
    return f'"{text}"'


def _escaped(char: str, bare: Callable[[str], bool] = str.isprintable) -> str:
    if char in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[char]
    if not _UNSAFE.match(char) and (bare(char) or char == "\u00a0"):
        return char
    if 0xD800 <= ord(char) <= 0xDFFF:
        raise ValueError("half of a surrogate pair is not text")
    return f"\\U{ord(char):08X}" if ord(char) > 0xFFFF else f"\\u{ord(char):04X}"
