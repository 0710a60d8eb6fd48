"""A kiosk as a folder that opens from file:// without a network: a release's files, and no loader."""

import json
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.board import Board
from generator.catalogue import read_procedure
from generator.citation import cite
from generator.display.kiosk import SCRIPTS, STYLES, kiosk_catalogue, kiosk_files, procedure_detail
from generator.display.wall import wall_files
from generator.foundation import read_foundation
from generator.loading import load, rules_for
from generator.reading import layout
from generator.resources import theme
from generator.search.data import search_data
from generator.search.entry import SearchEntry
from generator.search.scripts import engine_source

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


def release(root: Path, code: str, today: date) -> dict[str, bytes]:
    """All files of the kiosk of commune ``code`` of the board at ``root``, by release path."""
    loaded = load(root, today)
    assert loaded.board, loaded.problems
    board, commune = loaded.board, loaded.board.communes[code]
    rules = rules_for(read_foundation(layout.find_files(root), today), today)
    entries = board.received_by(commune)
    files = kiosk_files(board, commune) | kiosk_catalogue(board, entries) | wall_files(board, commune)
    for entry in entries:
        record = read_procedure(root, loaded.files[entry.base_code], rules).record
        assert record
        files[f"thu-tuc/{entry.base_code}.json"] = procedure_detail(record, cite(board, entry))
    files["search/engine.js"] = engine_source().encode()
    files["search/data.js"] = search_data(_searched(board, code), board.words)
    for path in (*SCRIPTS, *STYLES):
        file = theme() / "display" / path
        if file.is_file():  # the search's lie elsewhere
            files[path] = file.read_bytes()
    for font in (theme() / "display/common/fonts").glob("*.woff2"):
        files[f"common/fonts/{font.name}"] = font.read_bytes()
    return files


def _searched(board: Board, code: str) -> list[SearchEntry]:
    return [
        SearchEntry(
            code=entry.code,
            name=entry.name,
            short_name=entry.short_name,
            keywords=entry.keywords,
            field=entry.field,
            field_name=board.field_name(entry.field),
        )
        for entry in board.in_use
    ]


def write(folder: Path, code: str, files: Mapping[str, bytes], built_at: str) -> Path:
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
