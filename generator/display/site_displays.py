"""The displays under the public site: a page for each screen of a commune, its data, all the rest once.

A display that is online asks again and again for ``phien-ban.json``.  Where the version is another one, it
fetches what that file and the list of shared files name, and compares digests before it believes them.
"""

import hashlib
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from msgspec import Struct

from generator import urls
from generator.board import Board
from generator.display.screens import LIST, SEARCH, Displays, Files, Screen, as_json
from generator.model.commune import Commune
from generator.resources import theme

STARTER = ("loader/messages.js", "loader/digest.js", "loader/patience.js")
ONLINE = ("online/fetch.js", "online/store.js", "online/start.js")
"""What starts a screen on the site, before and after the screen's own scripts."""

Digests = Mapping[str, tuple[str, str]]
"""Code of a procedure -> key of its page, SHA-256 of its file."""


class SiteDisplays(Struct, frozen=True):
    """Everything but the files of single procedures, which the workers write beside their pages."""

    board: Board
    displays: Displays

    def files(self, site: Files, details: Digests) -> Iterator[tuple[str, bytes]]:
        """Paths on the site and bytes.  ``site`` holds the files of the search, which all pages share."""
        shared = self._shared()
        yield from ((urls.display_file(path, ""), content) for path, content in shared.items())
        searched = {path: site[urls.display_file(path, "")] for path in SEARCH}
        digests = {path: _digest(content) for path, content in {**shared, **searched}.items()}
        digests.update({urls.display_detail(code): digest for code, (_, digest) in details.items()})
        listed = as_json({"files": _addressed(digests, "")})
        yield urls.DISPLAY_LIST, listed
        worker = _theme_file("online/worker.js")
        yield from ((path, worker) for path in urls.DISPLAY_WORKERS)
        for commune in shown_communes(self.board):
            yield from self._own(commune, _digest(listed))

    def _shared(self) -> Files:
        files = {LIST: self.displays.list(), **self.displays.static()}
        files.update({path: _theme_file(path) for path in (*STARTER, *ONLINE)})
        files.update(self.displays.catalogue(self.board, self.board.in_use))
        return dict(sorted(files.items()))

    def _own(self, commune: Commune, listed: str) -> Iterator[tuple[str, bytes]]:
        own = self.displays.own(self.board, commune)
        yield from ((urls.display_file(path, commune.code), content) for path, content in own.items())
        pages = {urls.display(s.key, commune.code): _page(s, commune) for s in self.displays.screens}
        yield from ((urls.file_of(path), content) for path, content in pages.items())
        said = {
            "commune": commune.code,
            "built_at": f"{self.board.today.isoformat()}T00:00:00+07:00",
            "shared": [urls.DISPLAY_LIST, listed],
            "files": _addressed({path: _digest(content) for path, content in own.items()}, commune.code),
            "pages": [[path, _digest(content)] for path, content in pages.items()],
        }
        version = f"{self.board.today:%Y%m%d}-{_digest(as_json(said))[:12]}"
        yield urls.display_version(commune.code), as_json({"version": version, **said})


def shown_communes(board: Board) -> tuple[Commune, ...]:
    """Those whose displays are not switched off."""
    return tuple(commune for commune in board.communes.values() if not commune.display.off)


def detail_file(code: str) -> str:
    """Where on the site the displays find a procedure."""
    return urls.display_file(urls.display_detail(code), "")


def detail_digests(output: Path, keys: Mapping[str, str], before: Digests) -> dict[str, tuple[str, str]]:
    """Digests of the files of procedures; a file whose key is the one of ``before`` is not read again."""
    found = {}
    for code, key in keys.items():
        known = before.get(code)
        if known is None or known[0] != key:
            known = (key, _digest((output / detail_file(code)).read_bytes()))
        found[code] = known
    return found


def _addressed(digests: Mapping[str, str], commune: str) -> dict[str, list[str]]:
    """Path in a release -> address on the site and digest."""
    return {path: [urls.display_file(path, commune), digest] for path, digest in sorted(digests.items())}


def _theme_file(path: str) -> bytes:
    return (theme() / "display" / path).read_bytes()


def _page(screen: Screen, commune: Commune) -> bytes:
    root = urls.root(urls.display(screen.key, commune.code))

    def address(path: str) -> str:
        return escape(root + urls.display_file(path, commune.code))

    styles = "\n".join(f'<link rel="stylesheet" href="{address(path)}">' for path in screen.styles)
    scripts = (*STARTER, *screen.scripts, *ONLINE)
    words = {
        "@MAN@": screen.key,
        "@BAT_DAU@": screen.start,
        "@MA_XA@": commune.code,
        "@TEN_XA@": escape(commune.name),
        "@TIEU_DE@": escape(screen.title),
        "@GOC@": root,
        "@TRANG_XA@": escape(root + urls.commune(commune.code)),
        "@KIEU@": styles,
        "@KICH_BAN@": "\n".join(f'<script src="{address(path)}" defer></script>' for path in scripts),
    }
    text = _theme_file("online/screen.html").decode()
    for slot, word in words.items():
        text = text.replace(slot, word)
    return text.encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
