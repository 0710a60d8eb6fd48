"""What a release says of itself inside the signed bytes: for whom, which version, every file's digest."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

FORMAT = "congkhai-display-1"
"""Stands in the signed bytes, so that a signature over anything else of ours is never one over a release."""

_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")
_CONTAINER = re.compile(r"[a-z][a-z0-9-]*\.js")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_MOST_CONTAINERS = 64
_SAFE = 2**53 - 1
"""The largest whole number that JavaScript tells apart from its neighbours."""


class NotAManifest(ValueError):
    """A text that is not a manifest of ours."""


@dataclass(frozen=True)
class Manifest:
    """``version`` grows with every release; ``key`` is the id of the key, empty where nothing is signed."""

    commune: str
    version: int
    built_at: str
    key: str
    containers: tuple[str, ...]
    files: Mapping[str, str]

    def as_text(self) -> str:
        """The literal text that is signed."""
        data = {
            "format": FORMAT,
            "commune": self.commune,
            "version": self.version,
            "built_at": self.built_at,
            "key": self.key,
            "containers": self.containers,
            "files": self.files,
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of every file; a path that a display would refuse is refused here already."""
    for path in files:
        if not _PATH.fullmatch(path):
            raise NotAManifest(path)
    return {path: hashlib.sha256(content).hexdigest() for path, content in sorted(files.items())}


def moment(now: datetime) -> str:
    """``2026-11-22T08:30:00Z``."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def version_of(now: datetime, taken: Iterable[int]) -> int:
    """A version for ``now``, larger than all that are ``taken``: 20261122083000."""
    return max([int(now.astimezone(UTC).strftime("%Y%m%d%H%M%S")), *(version + 1 for version in taken)])


def parse_manifest(text: str) -> Manifest:
    """Read a manifest as strictly as the loader does (theme/display/loader/manifest.js)."""
    try:
        data = json.loads(text)
        manifest = Manifest(
            commune=data["commune"],
            version=data["version"],
            built_at=data["built_at"],
            key=data["key"],
            containers=tuple(data["containers"]),
            files=dict(data["files"]),
        )
        fine = (
            data["format"] == FORMAT and _is_whole(manifest.version) and _MOMENT.fullmatch(manifest.built_at)
        )
        fine = fine and _containers_fine(manifest.containers)
        fine = fine and all(_PATH.fullmatch(p) and _DIGEST.fullmatch(d) for p, d in manifest.files.items())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NotAManifest(text[:80]) from None
    if not fine:
        raise NotAManifest(text[:80])
    return manifest


def _is_whole(version: object) -> bool:
    return isinstance(version, int) and not isinstance(version, bool) and 0 < version <= _SAFE


def _containers_fine(names: tuple[str, ...]) -> bool:
    unique = len(set(names)) == len(names) <= _MOST_CONTAINERS
    return unique and "manifest.js" not in names and all(_CONTAINER.fullmatch(name) for name in names)
