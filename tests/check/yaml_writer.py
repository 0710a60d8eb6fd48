"""A YAML writer of a few lines, so that tests do not trust the library that the reader is built on."""

from collections.abc import Callable, Mapping
from typing import Any

Data = Any
Quote = Callable[[str], str]


def quoted(text: str) -> str:
    """A text in double quotes, everything unusual as an escape."""
    out = []
    for char in text:
        if char in '"\\':
            out.append("\\" + char)
        elif char == "\n":
            out.append("\\n")
        elif char == "\t":
            out.append("\\t")
        elif char.isprintable():
            out.append(char)
        else:
            out.append(f"\\U{ord(char):08X}")
    return '"' + "".join(out) + '"'


def single(text: str) -> str:
    """A text of one line in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def write(data: Data, quote: Quote = quoted, indent: int = 0) -> str:
    """``data`` (str, None, lists, mappings) as block YAML."""
    pad = " " * indent
    if isinstance(data, Mapping) and data:
        rows = (f"{pad}{quote(key)}:{_after(value, quote, indent)}" for key, value in data.items())
        return "".join(rows)
    if isinstance(data, list) and data:
        return "".join(f"{pad}-{_after(item, quote, indent)}" for item in data)
    return pad + _leaf(data, quote) + "\n"


def _after(value: Data, quote: Quote, indent: int) -> str:
    if isinstance(value, (Mapping, list)) and value:
        return "\n" + write(value, quote, indent + 2)
    return f" {_leaf(value, quote)}\n"


def _leaf(value: Data, quote: Quote) -> str:
    if value is None:
        return "~"
    if isinstance(value, str):
        return quote(value)
    return "{}" if isinstance(value, Mapping) else "[]"
