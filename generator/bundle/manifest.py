"""What a release says of itself inside the signed bytes: for whom, which version, which digests."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

from generator.bundle.containers import Packed, Place

FORMAT = "congkhai-display-2"
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
    """``version`` grows with every release; ``key`` is the id of the key, empty where nothing is signed.

    ``containers`` are SHA-256 digests by name, ``files`` says where in them each file lies.
    """

    commune: str
    version: int
    built_at: str
    key: str
    containers: Mapping[str, str]
    files: Mapping[str, Place]

    def as_text(self) -> str:
        """The literal text that is signed."""
        data = {
            "format": FORMAT,
            "commune": self.commune,
            "version": self.version,
            "built_at": self.built_at,
            "key": self.key,
            "containers": self.containers,
            "files": {path: astuple(place) for path, place in self.files.items()},
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def digests(packed: Packed) -> dict[str, str]:
    """SHA-256 of every container; a path that a display would refuse is refused here already."""
    for path in packed.places:
        if not _PATH.fullmatch(path):
            raise NotAManifest(path)
    return {name: hashlib.sha256(content).hexdigest() for name, content in packed.containers.items()}


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
            containers=dict(data["containers"]),
            files={path: Place(*place) for path, place in data["files"].items()},
        )
        fine = data["format"] == FORMAT and _is_whole(manifest.version) and manifest.version > 0
        fine = fine and _MOMENT.fullmatch(manifest.built_at)
        fine = fine and _containers_fine(manifest.containers)
        fine = fine and _files_fine(manifest.files, len(manifest.containers))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NotAManifest(text[:80]) from None
    if not fine:
        raise NotAManifest(text[:80])
    return manifest


def _is_whole(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= _SAFE


def _containers_fine(containers: Mapping[str, str]) -> bool:
    few = len(containers) <= _MOST_CONTAINERS and "manifest.js" not in containers
    return few and all(_CONTAINER.fullmatch(n) and _DIGEST.fullmatch(d) for n, d in containers.items())


def _files_fine(files: Mapping[str, Place], containers: int) -> bool:
    numbers = all(_is_whole(number) for place in files.values() for number in astuple(place))
    return numbers and all(_PATH.fullmatch(path) and at.container < containers for path, at in files.items())
