"""Files of a release as classic scripts: the only thing that a page opened from file:// may read.

A container is one call, ``congkhaiFiles(0,"…");``: many files one after the other, as text, or with 1 for 0
as base64.  Hundreds of files thus change hands and are verified in a few pieces; where in which piece a file
lies is said by the manifest.  Of the details, most are never asked for between two starts: each stands there
deflated (RFC 1951) and in base64, a third of its size, and is inflated when somebody asks for it.

The text is a JSON string, which is a JavaScript string too once U+2028 and U+2029 are escaped (before ES2019
they end a line).
"""

import base64
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

TEXT, BASE64 = 0, 1
MANIFEST = "manifest.js"
LIMIT = 1_000_000
"""Bytes after which a container is full."""

_TEXT_ENDINGS = (".json", ".js", ".css", ".svg", ".txt")
_DETAILS, _FONTS = "chi-tiet", "phong-chu"
_DETAIL = re.compile(r"thu-tuc/\d.*\.json")
_RAW = -zlib.MAX_WBITS
_CONTAINER = re.compile(rb"congkhaiFiles\((.*)\);")
_MANIFEST = re.compile(rb"congkhaiManifest\((.*)\);\r?\n")


class NotOurFormat(ValueError):
    """A script with something in it that we did not write."""


@dataclass(frozen=True)
class Place:
    """Where a file lies: in which container, from which byte on, how many bytes.

    A file that is deflated has its own length in ``inflated``, any other (and an empty one) has 0 there.
    """

    container: int
    start: int
    length: int
    inflated: int = 0

    def of(self, content: bytes) -> bytes:
        """The file, cut out of the content of its container."""
        cut = content[self.start : self.start + self.length]
        try:
            file = zlib.decompress(base64.b64decode(cut, validate=True), _RAW) if self.inflated else cut
        except (ValueError, zlib.error):
            raise NotOurFormat("deflate") from None
        if len(cut) != self.length or len(file) != (self.inflated or self.length):
            raise NotOurFormat("length")
        return file


@dataclass(frozen=True)
class Packed:
    """Contents of the containers by name, and the place of every file."""

    containers: Mapping[str, bytes]
    places: Mapping[str, Place]

    def scripts(self) -> dict[str, bytes]:
        """The containers as they lie on the disk."""
        return {name: container_script(name, content) for name, content in self.containers.items()}


def pack(files: Mapping[str, bytes]) -> Packed:
    """Put files into containers; the same files give the same bytes."""
    containers: dict[str, bytes] = {}
    places: dict[str, Place] = {}
    for group, paths in _groups(files).items():
        stored = {path: _deflated(files[path]) if group == _DETAILS else files[path] for path in paths}
        for number, part in enumerate(_parts(stored), 1):
            start = 0
            for path in part:
                inflated = len(files[path]) if group == _DETAILS else 0
                places[path] = Place(len(containers), start, len(stored[path]), inflated)
                start += len(stored[path])
            containers[f"{group}-{number}.js"] = b"".join(stored[path] for path in part)
    return Packed(containers, dict(sorted(places.items())))


def container_script(name: str, content: bytes) -> bytes:
    """The script of a container."""
    text = not name.startswith(_FONTS)
    said = content.decode() if text else base64.b64encode(content).decode()
    return f"congkhaiFiles({TEXT if text else BASE64},{quoted(said)});\n".encode()


def read_container_script(script: bytes) -> list[bytes]:
    """What a container says, as the loader would get it: one content where it is ours."""
    return [_content(line) for line in script.split(b"\n") if line]


def manifest_script(text: str, signature: str) -> bytes:
    """``manifest.js``: the very bytes that are signed, and the signature (empty: not signed)."""
    return f"congkhaiManifest({quoted(text)},{quoted(signature)});\r\n".encode()


def read_manifest_script(script: bytes) -> tuple[str, str]:
    """Text and signature."""
    text, signature = _arguments(_MANIFEST.fullmatch(script), 2)
    if not isinstance(text, str) or not isinstance(signature, str):
        raise NotOurFormat(MANIFEST)
    return text, signature


def quoted(text: str) -> str:
    """``text`` as a string of JSON and of old JavaScript alike."""
    literal = json.dumps(text, ensure_ascii=False)
    for character in "\u2028\u2029\ufeff":
        literal = literal.replace(character, f"\\u{ord(character):04x}")
    return literal


def _content(line: bytes) -> bytes:
    kind, said = _arguments(_CONTAINER.fullmatch(line), 2)
    if not isinstance(said, str) or kind not in (TEXT, BASE64):
        raise NotOurFormat(line[:80])
    return said.encode() if kind == TEXT else base64.b64decode(said, validate=True)


def _arguments(match: re.Match[bytes] | None, count: int) -> list[object]:
    try:
        found: list[object] = json.loads(f"[{match[1].decode()}]") if match else []
    except (ValueError, RecursionError):
        found = []
    if len(found) != count:
        raise NotOurFormat(match[0][:80] if match else "")
    return found


def _groups(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for path in sorted(files):
        groups.setdefault(_group(path), []).append(path)
    return groups


def _group(path: str) -> str:
    if not path.endswith(_TEXT_ENDINGS):
        return _FONTS
    if _DETAIL.fullmatch(path):
        return _DETAILS
    return "du-lieu" if path.endswith(".json") or path.startswith("search/") else "chuong-trinh"


def _deflated(content: bytes) -> bytes:
    if not content:
        return content
    deflate = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, _RAW)
    return base64.b64encode(deflate.compress(content) + deflate.flush())


def _parts(files: Mapping[str, bytes]) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for path, content in files.items():
        if part and size + len(content) > LIMIT:
            yield part
            part, size = [], 0
        part.append(path)
        size += len(content)
    yield part
