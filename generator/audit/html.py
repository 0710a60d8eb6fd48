"""What the audit needs to know of a page, by one pass over its tags.

A full parser takes 5 ms a page and a build 0.6; so tags are found by one pattern, which is exact for HTML
as machines write it: quoted or plain attribute values, escaped text, ``<script>`` and ``<style>`` closed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import NamedTuple

_ATTRIBUTES = r"(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*"
_TAG = re.compile(
    rf"<!--(?:.*?-->|.*)"
    rf"|<(?P<raw>script|style)\b(?P<on>{_ATTRIBUTES})>(?P<body>.*?)</(?P=raw)\s*>"
    rf"|<(?P<name>[a-z][a-z0-9-]*)(?P<attributes>\s{_ATTRIBUTES})/?>",
    re.S | re.I,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_TELLING = re.compile(
    r"\s(?:id|href|src|srcset|srcdoc|style|action|formaction|data|poster|ping|background|http-equiv"
    r"|xlink:href|on[a-z]+)\s*=",
    re.I,
)
"""Most tags only carry a class: looking at every attribute of those takes half of the time."""
_TITLE = re.compile(r"<title>\s*[^<\s]")
_WORD = re.compile(r">[^<]*[^\s<]")
_DATA_TYPES = frozenset(("application/ld+json", "application/json", "text/plain"))
"""Types of ``<script>`` that no browser runs (HTML, 4.12.1: data blocks)."""

FETCHED = frozenset((
    ("script", "src"), ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"),
    ("iframe", "src"), ("frame", "src"), ("embed", "src"), ("object", "data"), ("video", "src"),
    ("video", "poster"), ("audio", "src"), ("track", "src"), ("input", "src"), ("image", "href"),
    ("image", "xlink:href"), ("use", "href"), ("use", "xlink:href"), ("body", "background"),
    ("form", "action"), ("button", "formaction"), ("input", "formaction"), ("base", "href"),
))  # fmt: skip
"""What a browser loads by itself, or sends what was typed to."""

FOLLOWED = frozenset((("a", "href"), ("area", "href"), ("a", "ping")))
"""What a person follows."""

_ADDRESSES = frozenset(attribute for _, attribute in FETCHED | FOLLOWED)
_FETCHING_RELATIONS = frozenset(
    ("stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "apple-touch-icon")
)


class Reference(NamedTuple):
    """An address on a page; ``fetched``: the browser goes there without being told to."""

    address: str
    fetched: bool


class Tag(NamedTuple):
    """What one tag tells: its id, where it leads, and code or style that stands in the tag itself."""

    identity: str | None
    references: tuple[Reference, ...]
    inline: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What stands on one page, with offsets into its text."""

    ids: frozenset[str]
    twice: tuple[tuple[str, int], ...]
    references: tuple[tuple[Reference, int], ...]
    inline: tuple[tuple[str, int], ...]
    title: bool
    text: bool


def read_page(html: str) -> PageFacts:
    """Collect the facts of a page."""
    ids: set[str] = set()
    twice: list[tuple[str, int]] = []
    references: list[tuple[Reference, int]] = []
    inline: list[tuple[str, int]] = []
    for match in _TAG.finditer(html):
        raw, on, body, name, text = match.groups()
        if name:
            tag = _tag(name, text)
        elif raw:
            tag = _raw_tag(raw.lower(), on, body)
        else:
            continue
        at = match.start()
        if tag.identity is not None:
            if tag.identity in ids:
                twice.append((tag.identity, at))
            ids.add(tag.identity)
        references += [(reference, at) for reference in tag.references]
        inline += [(what, at) for what in tag.inline]
    title = _TITLE.search(html) is not None
    return PageFacts(frozenset(ids), tuple(twice), tuple(references), tuple(inline), title, _has_text(html))


def _has_text(html: str) -> bool:
    """Whether the main part has a word in it; the menus around it are on every page."""
    start = html.find("<main")
    if start < 0:
        start = html.find("<body")
    end = html.find("</main>", start)
    return start >= 0 and _WORD.search(html, start, end if end > 0 else len(html)) is not None


@lru_cache(1 << 15)
def _tag(name: str, text: str) -> Tag:
    """The same few thousand tags make up most of every page."""
    if not _TELLING.search(text):
        return _SILENT
    name, attributes = name.lower(), _attributes(text)
    inline = (f"{key}=" for key in attributes if key.startswith("on") or key in ("style", "srcdoc"))
    return Tag(attributes.get("id"), tuple(_references(name, attributes)), tuple(inline))


def _raw_tag(name: str, text: str, body: str) -> Tag:
    """A script or a style sheet inside the page, or a script that it loads."""
    tag, attributes = _tag(name, text), _attributes(text)
    runs = "src" not in attributes and attributes.get("type", "").lower() not in _DATA_TYPES
    if name == "style" or (runs and body.strip()):
        return tag._replace(inline=(*tag.inline, f"<{name}>"))
    return tag


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, plain in _ATTRIBUTE.findall(text):
        value = double or single or plain
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found


def _references(name: str, attributes: dict[str, str]) -> Iterator[Reference]:
    for attribute in sorted(_ADDRESSES & attributes.keys()):
        value = attributes[attribute]
        if (name, attribute) in FOLLOWED:
            yield Reference(value, False)
        elif (name, attribute) in FETCHED:
            parts = [part.split()[0] for part in value.split(",") if part.split()]
            yield from (Reference(one, True) for one in (parts if attribute == "srcset" else [value]))
    if name == "link" and "href" in attributes:
        relations = set(attributes.get("rel", "").lower().split())
        yield Reference(attributes["href"], bool(relations & _FETCHING_RELATIONS))
    if name == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield Reference(attributes.get("content", "").partition("=")[2], True)


_SILENT = Tag(None, (), ())
