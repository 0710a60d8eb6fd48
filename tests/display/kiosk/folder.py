"""A kiosk as a folder that opens from file:// without a network: a release's files, and no loader."""

import json
from base64 import b64encode
from datetime import date
from pathlib import Path

from generator.catalogue import read_procedure
from generator.display.all import DISPLAYS
from generator.display.kiosk import SCRIPTS, STYLES
from generator.display.release import release
from generator.display.screens import Files
from generator.foundation import read_foundation
from generator.loading import load, rules_for
from generator.reading import layout

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'none'"
)
PAGE = """<!doctype html>
<html lang="vi" class="display"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{policy}"><title>Ki-ốt</title>
{styles}</head><body><main id="man"></main>
{scripts}<script src="files.js"></script><script src="begin.js"></script></body></html>
"""
BEGIN = """(function () {
  "use strict";
  var display = congkhai.display;
  display.ready = function () { document.documentElement.setAttribute("data-ready", performance.now()); };
  var source = {
    commune: "%s", version: "1", builtAt: "%s", online: false, notice: null,
    text: function (path) {
      return path in kioskFiles ? Promise.resolve(kioskFiles[path]) : Promise.reject(new Error(path));
    },
    bytes: function (path) {
      return this.text(path).then(function (coded) {
        return Uint8Array.from(atob(coded), function (letter) { return letter.charCodeAt(0); });
      });
    }
  };
  display.source = source;
  display.kiosk.start(source, document.getElementById("man"));
})();
"""


def kiosk_release(root: Path, code: str, today: date) -> Files:
    """The release of commune ``code`` of the board at ``root``: what a bundle would pack."""
    loaded = load(root, today)
    assert loaded.board, loaded.problems
    board, commune = loaded.board, loaded.board.communes[code]
    rules = rules_for(read_foundation(layout.find_files(root), today), today)
    records = {}
    for entry in board.received_by(commune):
        record = read_procedure(root, loaded.files[entry.base_code], rules).record
        assert record
        records[entry.base_code] = record
    return release(board, commune, records, DISPLAYS)


def write(folder: Path, code: str, files: Files, built_at: str) -> Path:
    """Write the folder; its page."""
    texts = {path: content.decode() for path, content in files.items() if path.endswith(".json")}
    fonts = {path: b64encode(content).decode() for path, content in files.items() if path.endswith(".woff2")}
    texts |= fonts
    written = {path: content for path, content in files.items() if path not in texts}
    written["files.js"] = f"self.kioskFiles = {json.dumps(texts, ensure_ascii=False)};".encode()
    written["begin.js"] = (BEGIN % (code, built_at)).encode()
    page = PAGE.format(
        policy=POLICY,
        styles="".join(f'<link rel="stylesheet" href="{path}">\n' for path in STYLES),
        scripts="".join(f'<script src="{path}"></script>\n' for path in SCRIPTS),
    )
    written["index.html"] = page.encode()
    for path, content in written.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder / "index.html"
