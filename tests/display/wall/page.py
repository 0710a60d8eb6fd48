"""The wall display as one local folder that opens from file://: no server, no network, the strict policy."""

import base64
import json
from pathlib import Path
from typing import Any

from generator.display.wall import DATA, SCRIPTS, STYLES
from generator.resources import theme

POLICY = (
    "default-src 'none'; script-src 'self' blob:; style-src 'self' blob:; img-src 'self' data: blob:; "
    "font-src 'self' data: blob:; connect-src 'none'"
)
START = """
var calls = { ready: 0, reload: 0 };
self.congkhai = { display: {
  ready: function () { calls.ready += 1; },
  reload: function () { calls.reload += 1; },
} };
function bytes(path) {
  return Uint8Array.from(atob(files[path]), function (char) { return char.charCodeAt(0); });
}
addEventListener("load", function () {
  congkhai.display.wall.start({
    text: function (path) { return Promise.resolve(new TextDecoder().decode(bytes(path))); },
    bytes: function (path) { return Promise.resolve(bytes(path)); },
    commune: "10750", version: "7", builtAt: "2026-11-23T00:00:00Z", online: false, notice: null,
  }, document.getElementById("man")).catch(function (error) { console.error(error.stack); });
});
"""


def write_wall(folder: Path, data: dict[str, Any]) -> str:
    """Write a folder that shows ``data``; its address."""
    common = theme() / "display/common/fonts"
    files = {f"common/fonts/{path.name}": path.read_bytes() for path in common.glob("*.woff2")}
    files[DATA] = json.dumps(data, ensure_ascii=False).encode()
    for name in (*SCRIPTS, *STYLES):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((theme() / "display" / name).read_bytes())
    encoded = {path: base64.b64encode(content).decode() for path, content in files.items()}
    (folder / "start.js").write_text(f"var files = {json.dumps(encoded)};{START}", encoding="utf-8")
    styles = "".join(f'<link rel="stylesheet" href="{name}">' for name in STYLES)
    scripts = "".join(f'<script src="{name}"></script>' for name in ("start.js", *SCRIPTS))
    (folder / "index.html").write_text(
        '<!doctype html><html lang="vi" class="display"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<title>Màn hình</title>{styles}</head>"
        f'<body><main id="man"></main>{scripts}</body></html>',
        encoding="utf-8",
    )
    return (folder / "index.html").as_uri()
