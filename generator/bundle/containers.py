"""Files of a release as classic scripts: the only thing that a page opened from file:// may read.

One call a line: ``congkhaiFile("path",0,"text");`` with 0 for text and 1 for base64.  The text is a JSON
string, which is a JavaScript string too once U+2028 and U+2029 are escaped (before ES2019 they end a line).
"""

import base64
import json
import re
from collections.abc import Iterator, Mapping

TEXT, BASE64 = 0, 1
MANIFEST = "manifest.js"
LIMIT = 1_000_000
"""Characters after which a container is full."""

_TEXT_ENDINGS = (".json", ".js", ".css", ".svg", ".txt")
_FILE = re.compile(r"congkhaiFile\((.*)\);")
_MANIFEST = re.compile(r"congkhaiManifest\((.*)\);\r?\n")


class NotOurFormat(ValueError):
    """A container with something in it that we did not write."""


def pack(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Containers by name, in the order of their files; the same files give the same bytes."""
    packed: dict[str, bytes] = {}
    for group, lines in _groups(files).items():
        for number, part in enumerate(_parts(lines), 1):
            packed[f"{group}-{number}.js"] = "".join(part).encode()
    return packed


def unpack(container: bytes) -> Iterator[tuple[str, bytes]]:
    """Paths and bytes, as the loader would get them."""
    for line in container.decode().split("\n"):
        if not line:
            continue
        match = _FILE.fullmatch(line)
        path, kind, text = _arguments(match, 3)
        if not isinstance(path, str) or not isinstance(text, str) or kind not in (TEXT, BASE64):
            raise NotOurFormat(line[:80])
        yield path, text.encode() if kind == TEXT else base64.b64decode(text, validate=True)


def manifest_script(text: str, signature: str) -> bytes:
    """``manifest.js``: the very bytes that are signed, and the signature (empty: not signed)."""
    return f"congkhaiManifest({quoted(text)},{quoted(signature)});\r\n".encode()


def read_manifest_script(script: bytes) -> tuple[str, str]:
    """Text and signature."""
    text, signature = _arguments(_MANIFEST.fullmatch(script.decode()), 2)
    if not isinstance(text, str) or not isinstance(signature, str):
        raise NotOurFormat(MANIFEST)
    return text, signature


def quoted(text: str) -> str:
    """``text`` as a string of JSON and of old JavaScript alike."""
    literal = json.dumps(text, ensure_ascii=False)
    for character in "\u2028\u2029\ufeff":
        literal = literal.replace(character, f"\\u{ord(character):04x}")
    return literal


def _arguments(match: re.Match[str] | None, count: int) -> list[object]:
    try:
        found: list[object] = json.loads(f"[{match[1]}]") if match else []
    except ValueError:
        found = []
    if len(found) != count:
        raise NotOurFormat(match[0][:80] if match else "")
    return found


def _groups(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for path, content in sorted(files.items()):
        text = path.endswith(_TEXT_ENDINGS)
        said = content.decode() if text else base64.b64encode(content).decode()
        line = f"congkhaiFile({quoted(path)},{TEXT if text else BASE64},{quoted(said)});\n"
        groups.setdefault(_group(path, text), []).append(line)
    return groups


def _group(path: str, text: bool) -> str:
    if not text:
        return "phong-chu"
    folder = path.partition("/")[0]
    if folder == "thu-tuc":
        return "thu-tuc"
    return "du-lieu" if path.endswith(".json") or folder == "search" else "chuong-trinh"


def _parts(lines: list[str]) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for line in lines:
        if part and size + len(line) > LIMIT:
            yield part
            part, size = [], 0
        part.append(line)
        size += len(line)
    yield part
