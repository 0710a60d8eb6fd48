"""A small forge on this machine: serves repositories by git's own server and takes comments."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@dataclass
class Forge:
    """``address`` ends without a slash; ``comments`` are path, token and body of each."""

    repositories: Path
    address: str = ""
    comments: list[tuple[str, str, str]] = field(default_factory=list)


@contextmanager
def forge(repositories: Path) -> Iterator[Forge]:
    """Serve the bare repositories in a folder."""
    known = Forge(repositories)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._git()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if "/api/" not in self.path:
                return self._git(body)
            token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or ""
            known.comments.append((self.path, token, _said(self.headers.get_content_type(), body)))
            self.send_response(201)
            self.end_headers()
            return None

        def _git(self, body: bytes = b"") -> None:
            path, _, query = self.path.partition("?")
            variables = {
                "GIT_PROJECT_ROOT": str(known.repositories),
                "GIT_HTTP_EXPORT_ALL": "1",
                "REQUEST_METHOD": self.command,
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "CONTENT_TYPE": self.headers.get("Content-Type") or "",
                "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding") or "",
                "GIT_PROTOCOL": self.headers.get("Git-Protocol") or "",
            }
            done = subprocess.run(
                ["git", "http-backend"],
                input=body,
                env=os.environ | variables,
                capture_output=True,
                check=True,
            )
            head, _, content = done.stdout.partition(b"\r\n\r\n")
            said = dict(line.split(": ", 1) for line in head.decode().splitlines())
            self.send_response(int(said.pop("Status", "200")[:3]))
            for name, value in said.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        known.address = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        yield known
        server.shutdown()


def _said(kind: str, body: bytes) -> str:
    """The comment in a request: JSON, or a form of one field."""
    if kind == "application/json":
        return str(json.loads(body)["body"])
    assert b'name="body"' in body
    return body.partition(b"\r\n\r\n")[2].rpartition(b"\r\n--")[0].decode()
