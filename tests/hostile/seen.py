"""What a reader sees of a file of the site: its skeleton, which no text may change, and its texts."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

_SEARCH_DATA = re.compile(r"\(self\.congkhai=self\.congkhai\|\|\{\}\)\.searchData=(.*);\n", re.S)
_MEASURED = "/du-lieu.json"
"""The slides of a wall display: their number follows from the widths of the letters."""


@dataclass(frozen=True)
class Seen:
    """``skeleton`` is whatever is not text, in any form that can be compared."""

    skeleton: Any
    text: str = ""


def seen_in(path: str, content: bytes) -> Seen:
    """What is in the file; a file that shows no text of the board must be the same to the byte."""
    if path.endswith(".html"):
        return _page(content.decode())
    if path.endswith((".json", ".jsonld")):
        return _data(json.loads(content), shaped=not path.endswith(_MEASURED))
    if path.endswith(".csv"):
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        return Seen([len(row) for row in rows], "\n".join(cell for row in rows for cell in row))
    if path.endswith(".xml"):
        elements = list(ElementTree.fromstring(content).iter())
        texts = [text for one in elements for text in (one.text, *one.attrib.values()) if text]
        return Seen([(one.tag, *one.attrib) for one in elements], "\n".join(texts))
    if path.endswith(".js") and (found := _SEARCH_DATA.fullmatch(content.decode())):
        return _data(json.loads(found[1]), shaped=True)
    return Seen(content)


def _data(value: Any, *, shaped: bool) -> Seen:
    return Seen(list(_shape(value)) if shaped else None, "\n".join(_strings(value)))


def _page(text: str) -> Seen:
    page = _Page()
    page.feed(text)
    page.close()
    return Seen(page.skeleton, "\n".join(page.text))


class _Page(HTMLParser):
    """The skeleton of a page (tags and the names of their attributes), and all its text."""

    def __init__(self) -> None:
        super().__init__()
        self.skeleton: list[tuple[str, ...]] = []
        self.text: list[str] = []
        self._raw = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = [f"{key}={value}" if key in ("id", "class", "rel", "type") else key for key, value in attrs]
        self.skeleton.append((tag, *kept))
        self.text += [value for _, value in attrs if value]
        self._raw = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self.skeleton.append(("/", tag))
        self._raw = False

    def handle_comment(self, data: str) -> None:
        self.skeleton.append(("!", data))

    def handle_data(self, data: str) -> None:
        self.text += _strings(json.loads(data)) if self._raw and data.strip() else [data]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _shape(value: object) -> Iterator[str]:
    """What is inside what, without names: some names are texts of editors."""
    yield type(value).__name__
    if isinstance(value, dict | list):
        yield str(len(value))
        for item in value.values() if isinstance(value, dict) else value:
            yield from _shape(item)
