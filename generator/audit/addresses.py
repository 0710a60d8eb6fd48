"""Where an address on a page leads: to a file of the site, away from it, or nowhere that a site may lead."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_SAFE_AWAY = frozenset(("https", "mailto", "tel"))


@dataclass(frozen=True, slots=True)
class Inside:
    """A file of the site, and the place on it."""

    file: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Away:
    """Another host; or a scheme, of which only https, mailto and tel are safe."""

    safe: bool


def resolve(page: str, address: str, site: str | None) -> Inside | Away | None:
    """Where ``address`` on the file ``page`` leads.  None: to data in the address itself.

    ``site`` is the address of the site's root, if it is known: a full address below it is inside.
    """
    address = address.strip()
    if site and address.startswith(site):
        return _inside("", "/" + address.removeprefix(site).removeprefix("/"))
    if match := _SCHEME.match(address):
        scheme = match[1].lower()
        return None if scheme == "data" else Away(scheme in _SAFE_AWAY)
    if address.startswith(("//", "\\\\", "/\\", "\\/")):
        return Away(False)
    if address.startswith(("#", "?")) or not address:
        return Inside(page, _anchor(address))
    return _inside(page.rpartition("/")[0], address)


@lru_cache(1 << 16)
def _inside(folder: str, address: str) -> Inside:
    path = address.partition("#")[0].partition("?")[0]
    parts = [] if path.startswith("/") else [part for part in folder.split("/") if part]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return Inside("../", "")  # above the site: no file of it
            parts.pop()
        elif part not in ("", "."):
            parts.append(unquote(part) if "%" in part else part)
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..", "") or not parts
    file = "/".join([*parts, "index.html"] if is_folder else parts)
    return Inside(file, _anchor(address))


def _anchor(address: str) -> str:
    """The id that an address points at; empty for none, and for what only scripts read (``#/``, ``#!``)."""
    anchor = unquote(address.partition("#")[2])
    return "" if anchor.startswith(("/", "!", ":~:", "?")) or anchor == "top" else anchor
