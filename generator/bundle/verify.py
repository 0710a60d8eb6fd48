"""Look at a folder as its display will: the twin of ``theme/display/loader``, with the codes of its messages.

The maker asks here which side must not be touched, tests ask after every power cut what would be shown.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.bundle.containers import MANIFEST, NotOurFormat, read_container_script, read_manifest_script
from generator.bundle.keys import PublicKey
from generator.bundle.manifest import Manifest, NotAManifest, parse_manifest

SIDES = ("a", "b")
CURRENT = "current.js"
KEY = "loader/key.js"

_CURRENT = re.compile(r'congkhaiCurrent\("([ab])",([0-9]{1,15})\);\r?\n')
_KEY = re.compile(r"congkhai\.loader\.key = (\{.*\});\n", re.S)


class Refused(Exception):
    """Why a side is not shown; ``args[0]`` is the code."""

    @property
    def code(self) -> str:
        """A code of ``messages.js``."""
        return str(self.args[0])


@dataclass(frozen=True)
class Trust:
    """What the loader of a folder was made for: whose releases, signed by whom, in which format."""

    commune: str
    key: PublicKey
    format: str


@dataclass(frozen=True)
class Choice:
    """The side that is shown (None: none will do), its manifest, and why another one is not."""

    side: str | None
    manifest: Manifest | None
    reasons: Mapping[str, str]


def trust_of(folder: Path) -> Trust | None:
    """Whom the loader in ``folder`` trusts; None where there is no loader of ours."""
    try:
        match = _KEY.search((folder / KEY).read_text(encoding="utf-8"))
        data = json.loads(match[1]) if match else {}
        base64.b64decode(data["key"], validate=True)
        return Trust(str(data["commune"]), PublicKey(str(data["key"])), str(data.get("format", "")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def current_of(folder: Path) -> tuple[str, int] | None:
    """Side and version that ``current.js`` names."""
    try:
        match = _CURRENT.fullmatch((folder / CURRENT).read_bytes().decode())
    except (OSError, ValueError):
        return None
    return (match[1], int(match[2])) if match else None


def manifest_of(folder: Path, side: str, trust: Trust) -> Manifest:
    """The manifest of a side, where signature, key, commune and form are right."""
    try:
        text, signature = read_manifest_script((folder / side / MANIFEST).read_bytes())
    except (OSError, ValueError):
        raise Refused("khong-doc-duoc") from None
    if trust.key.text and not signature:
        raise Refused("khac-khoa")
    if trust.key.text and not trust.key.holds(text, signature):
        raise Refused("chu-ky-sai")
    try:
        manifest = parse_manifest(text)
    except NotAManifest:
        raise Refused("khong-doc-duoc") from None
    if manifest.key != trust.key.id:
        raise Refused("khac-khoa")
    if manifest.commune != trust.commune:
        raise Refused("khac-xa")
    return manifest


def files_of(folder: Path, side: str, manifest: Manifest) -> dict[str, bytes]:
    """The files of a side, where each container is what the manifest says and every file lies in one."""
    said: list[bytes] = []
    try:
        for name in manifest.containers:
            said += read_container_script((folder / side / name).read_bytes())
    except OSError:
        raise Refused("thieu-tep") from None
    except ValueError:
        raise Refused("tep-hong") from None
    if len(said) != len(manifest.containers):
        raise Refused("thieu-tep" if len(said) < len(manifest.containers) else "thua-tep")
    by_digest = {hashlib.sha256(content).hexdigest(): content for content in said}
    if not by_digest.keys() >= set(manifest.containers.values()):
        raise Refused("tep-hong")
    contents = [by_digest[digest] for digest in manifest.containers.values()]
    try:
        return {path: place.of(contents[place.container]) for path, place in manifest.files.items()}
    except NotOurFormat:
        raise Refused("tep-hong") from None


def choose(folder: Path) -> Choice:
    """What the display in ``folder`` would show on a machine that remembers nothing."""
    trust = trust_of(folder)
    reasons: dict[str, str] = {}
    whole: list[tuple[int, bool, str, Manifest]] = []
    hinted = current_of(folder)
    for side in SIDES if trust else ():
        assert trust is not None
        try:
            manifest = manifest_of(folder, side, trust)
            files_of(folder, side, manifest)
        except Refused as refused:
            reasons[side] = refused.code
            continue
        whole.append((manifest.version, bool(hinted and hinted[0] == side), side, manifest))
    if not whole:
        return Choice(None, None, reasons)
    _, _, side, manifest = max(whole, key=lambda found: found[:2])
    return Choice(side, manifest, reasons)
