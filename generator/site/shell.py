"""The site's frame, rendered once by MkDocs and filled in for every page by joining strings."""

import hashlib
import re
from collections.abc import Mapping
from typing import Self

from markupsafe import escape
from msgspec import Struct

from generator import urls
from generator.site.page import Page

SECTIONS = (
    *("thu-tuc", "linh-vuc", "su-kien", "xa", "thong-ke", "thay-doi", "tim-kiem"),
    *("kien-nghi", "kiem-tra", "du-lieu"),
)
"""One shell for each section: its menu entry is marked, and its addresses lead up to the root."""

DEEP_SECTIONS = frozenset(("thu-tuc", "linh-vuc", "su-kien", "xa", "kiem-tra"))
"""Sections whose pages lie one level below the section's own page."""

_SLOT = re.compile(r"\x1e(title|description|canonical|head|body)\x1e")


def slot(name: str) -> str:
    """The placeholder that the shell carries where ``name`` of a page goes.

    It begins and ends with a control character (record separator), which no YAML file may hold: so no
    board's name can be taken for one.
    """
    return f"\x1e{name}\x1e"


class Shell(Struct, frozen=True):
    """The text between the slots (UTF-8), and the slots' names in order."""

    texts: tuple[bytes, ...]
    names: tuple[str, ...]
    site: str

    @classmethod
    def split(cls, html: str, site: str) -> Self:
        """Cut a rendered shell page at its slots.  ``site`` is the address of the site's root."""
        parts = _SLOT.split(html)
        return cls(tuple(part.encode() for part in parts[0::2]), tuple(parts[1::2]), site)

    def fill(self, page: Page) -> bytes:
        """The finished page as UTF-8."""
        values = {
            "title": str(escape(page.title)),
            "description": str(escape(page.description)),
            "canonical": str(escape(urls.absolute(self.site, page.canonical or page.path))),
            "head": str(page.head),
            "body": str(page.body),
        }
        parts = [self.texts[0]]
        for name, text in zip(self.names, self.texts[1:], strict=True):
            parts += (values[name].encode(), text)
        return b"".join(parts)


class Frame(Struct, frozen=True):
    """All that MkDocs made: a shell for each section and depth, the prose pages, and the assets.

    ``prose`` maps paths of files (``index.html``) to HTML whose home slot is still open; ``assets`` maps
    paths to bytes.
    """

    shells: Mapping[str, Shell]
    prose: Mapping[str, str]
    assets: Mapping[str, bytes]
    digest: str


def shell_of(shells: Mapping[str, Shell], page: Page) -> Shell:
    """The shell with the page's section and depth."""
    return shells[shell_path(page.section, deep=page.path.count("/") > 1)]


def shell_path(section: str, *, deep: bool) -> str:
    """Where the shell page of a section lies among MkDocs' pages."""
    return f"{section}/_khung/" if deep else f"{section}/"


def digest(*parts: bytes) -> str:
    """SHA-256 over parts with their lengths."""
    result = hashlib.sha256()
    for part in parts:
        result.update(f"{len(part)}:".encode() + part)
    return result.hexdigest()
