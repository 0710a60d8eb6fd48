"""Pages of the last good build over HTTP on this machine, with the panel of problems in each, or without."""

import json
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from generator import resources
from generator.headers.policy import headers
from generator.preview.screen import Screen, for_page

OWN = "/_congkhai/"
"""Addresses of the preview itself; no page of a board begins so."""
_PATIENCE = 20.0
_FILES = {
    "panel.js": "text/javascript; charset=utf-8",
    "panel.css": "text/css; charset=utf-8",
}


class PreviewServer(ThreadingHTTPServer):
    """Serves ``site``; what goes wrong with one request ends with it."""

    daemon_threads = True

    def __init__(self, host: str, port: int, site: Path, screen: Screen, panel: bool = True):
        """Without ``panel`` the pages are as citizens see them.  Raises OSError where the port is taken."""
        super().__init__((host, port), partial(_Handler, screen=screen, directory=str(site)))
        self.panel = panel
        names = {"localhost", "127.0.0.1", "[::1]", host}
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in names)

    @property
    def url(self) -> str:
        """Where to look."""
        return f"http://{self.server_address[0]!s}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away, a file that vanished: nothing that anybody could mend."""


class _Handler(SimpleHTTPRequestHandler):
    server: PreviewServer

    def __init__(self, *args: Any, screen: Screen, **kwargs: Any):
        self._screen, self._site = screen, 0
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer whoever asks by a name of this machine: another name is a page elsewhere that calls here."""
        if self.headers.get("Host") not in self.server.hosts:
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, "text/plain; charset=utf-8", b"")
            return
        address = urlsplit(self.path)
        if address.path.startswith(OWN):
            self._own(address.path.removeprefix(OWN), parse_qs(address.query))
        else:
            self._page(address.path)

    def do_HEAD(self) -> None:
        """As GET; ``_answer`` leaves the body out."""
        self.do_GET()

    def _own(self, name: str, query: dict[str, list[str]]) -> None:
        if name == "state":
            after = query.get("after", ["-1"])[0]
            now = self._screen.wait(int(after) if after.isdecimal() else -1, _PATIENCE)
            said = {
                "version": now.version,
                "site": now.site,
                "current": now.current,
                "busy": now.busy,
                "failure": now.failure,
                "problems": for_page(now.problems, unquote(query.get("page", [""])[0])),
            }
            self._answer(HTTPStatus.OK, "application/json", json.dumps(said).encode())
        elif name in _FILES:
            content = (resources.theme() / "preview" / name).read_bytes()
            self._answer(HTTPStatus.OK, _FILES[name], content)
        else:
            self._answer(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"")

    def _page(self, address: str) -> None:
        self._site = self._screen.now.site  # before the page is read: an old page never says that it is new
        if not self._site:
            self._html(HTTPStatus.OK, (resources.theme() / "preview/waiting.html").read_bytes())
            return
        path = Path(self.translate_path(address))
        if path.is_dir() and not address.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", "/" + address.strip("/") + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path = path / "index.html" if path.is_dir() else path
        missing = Path(self.translate_path("/404.html"))
        if path.is_file() and not path.is_symlink():
            self._file(HTTPStatus.OK, path)
        elif missing.is_file():
            self._file(HTTPStatus.NOT_FOUND, missing)
        else:
            self._html(HTTPStatus.NOT_FOUND, b"<!doctype html><title>404</title><body></body>")

    def _file(self, status: HTTPStatus, path: Path) -> None:
        content = path.read_bytes()
        if path.suffix == ".html":
            self._html(status, content)
        else:
            self._answer(status, self.guess_type(str(path)), content)

    def _html(self, status: HTTPStatus, content: bytes) -> None:
        quiet = "" if self.server.panel or not self._site else " data-quiet"
        panel = (
            f'<link rel="stylesheet" href="{OWN}panel.css">'
            f'<script src="{OWN}panel.js" data-site="{self._site}"{quiet} defer></script>'
        ).encode()
        head, end, tail = content.rpartition(b"</body>")
        whole = head + panel + end + tail if end else content + panel
        self._answer(status, "text/html; charset=utf-8", whole)

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        for name, value in headers(urlsplit(self.path).path.lstrip("/")).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for what became of each save."""

    def version_string(self) -> str:
        return f"congkhai Python/{sys.version_info.major}"
