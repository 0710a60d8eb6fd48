"""The audit asks about every pinned package, tells what is found, and admits when nobody answered."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from packaging.markers import Marker

from tests.supply import audit
from tests.supply.lock import LOCK, ROOT, read_lock

PACKAGES = {
    package.name: package.version
    for package in read_lock(LOCK.read_text(encoding="utf-8"))
    if package.marker is None or Marker(package.marker).evaluate()
}
"""What is installed here; one package may be pinned to another version for another Python."""


def _hole(name: str) -> dict[str, object]:
    """As OSV writes it: https://ossf.github.io/osv-schema/."""
    span = {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "999.1"}]}
    affected = {"package": {"ecosystem": "PyPI", "name": name}, "ranges": [span]}
    return {"id": "CVE-2026-1", "details": "x", "modified": "2026-01-01T00:00:00Z", "affected": [affected]}


@pytest.fixture
def asked() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def database(asked: list[tuple[str, str]], request: pytest.FixtureRequest) -> Iterator[str]:
    """A database that knows of a hole in the packages of the test's parameter."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            name = query["package"]["name"]
            asked.append((name, query["version"]))
            content = json.dumps({"vulns": [_hole(name)]} if name in request.param else {}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
        server.shutdown()


@pytest.mark.parametrize("database", [[]], indirect=True)
def test_every_pinned_package_is_asked_about(
    database: str, asked: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit.main(["--osv-url", database]) == 0
    assert dict(asked) == PACKAGES
    assert f"{len(PACKAGES)} packages looked at, 0 known holes." in capsys.readouterr().out


@pytest.mark.parametrize("database", [["jinja2"]], indirect=True)
def test_a_known_hole_fails_and_is_named_unless_it_is_accepted(
    database: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert audit.main(["--osv-url", database]) == 1
    assert f"jinja2 {PACKAGES['jinja2']}: CVE-2026-1, mended in 999.1" in capsys.readouterr().out
    monkeypatch.setitem(audit.ACCEPTED, "CVE-2026-1", "a test")
    assert audit.main(["--osv-url", database]) == 0


def test_where_nobody_answers_nothing_is_called_audited(capsys: pytest.CaptureFixture[str]) -> None:
    nobody = ["--osv-url", "http://127.0.0.1:9/"]
    assert audit.main(nobody) == 0
    said = capsys.readouterr()
    assert "NOTHING WAS AUDITED" in said.err
    assert "looked at" not in said.out
    assert audit.main([*nobody, "--strict"]) == 1


def test_ci_audits() -> None:
    assert "make audit" in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
