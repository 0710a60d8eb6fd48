"""The part of a folder that never changes: start pages, loader, key, start and update scripts, the guide."""

import json
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from generator.bundle.keys import PublicKey
from generator.bundle.manifest import FORMAT
from generator.bundle.verify import KEY
from generator.display.screens import Screen
from generator.model.commune import Commune
from generator.resources import theme

_LOADER = (
    "messages.js",
    "digest.js",
    "patience.js",
    "inflate.js",
    "read.js",
    "manifest.js",
    "side.js",
    "last.js",
    "choose.js",
    "notices.js",
    "run.js",
    "watch.js",
    "beat.js",
    "main.js",
)
"""The parts of ``loader.js`` in this order; the only list of them."""

_BESIDE = ("reader.html", "reader.js", "loader.css")
_PAGES = ("index.html", "huong-dan.html")
_SCRIPTS = ("mo-man-hinh", "mo-ki-ot", "mo-ca-hai", "cap-nhat", "loader/mo")
LOCK = "cap-nhat.khoa"
"""Held by whoever changes the folder: ``make_bundle``, or the update scripts."""

_AGAIN = "setTimeout(function () { if (!congkhai.loader.anew) location.reload(); }, 60000);\n"
"""Where ``loader.js`` could not be read, say because a virus scanner held it, the page is tried again."""

_SLOT = re.compile("@[A-Z_]+@")
"""All slots are filled in one go: a name that holds the name of a slot stays a name."""


def skeleton(commune: Commune, key: PublicKey, screens: Sequence[Screen]) -> dict[str, bytes]:
    """Paths in the folder and their bytes."""
    words = {"@MA_XA@": commune.code, "@KHOA@": key.id or "chua-ky"}
    html = {**words, "@TEN_XA@": escape(commune.name)}
    files = {f"loader/{name}": (_loader() / name).read_bytes() for name in _BESIDE}
    files["loader/loader.js"] = b"".join((_loader() / name).read_bytes() for name in _LOADER)
    files[KEY] = _key_script(commune, key)
    files[LOCK] = b""
    for name in _PAGES:
        files[name] = _filled(_bundle() / name, html)
    scripts = "\n".join(f'<script src="loader/{name}"></script>' for name in ("key.js", "loader.js"))
    for screen in screens:
        words_of = {**html, "@MAN@": screen.key, "@TIEU_DE@": escape(screen.title), "@KICH_BAN@": scripts}
        files[f"{screen.key}.html"] = _filled(_bundle() / "screen.html", words_of)
    for name in _SCRIPTS:
        files[f"{name}.sh"] = _filled(_bundle() / f"{name}.sh", words)
        files[f"{name}.bat"] = _filled(_bundle() / f"{name}.bat", words).replace(b"\n", b"\r\n")
    return files


def is_program(path: str) -> bool:
    """Whether a file of the folder must be allowed to run."""
    return path.endswith(".sh")


def _key_script(commune: Commune, key: PublicKey) -> bytes:
    data = {"commune": commune.code, "name": commune.name, "key": key.text, "id": key.id, "format": FORMAT}
    text = json.dumps(data, ensure_ascii=True, indent=1)
    return f"self.congkhai = {{ loader: {{}} }};\ncongkhai.loader.key = {text};\n{_AGAIN}".encode()


def _filled(path: Path, words: dict[str, str]) -> bytes:
    text = path.read_text(encoding="utf-8")
    return _SLOT.sub(lambda slot: words.get(slot[0], slot[0]), text).encode()


def _loader() -> Path:
    return theme() / "display" / "loader"


def _bundle() -> Path:
    return theme() / "display" / "bundle"
