"""Read ``requirements.lock``: what is installed, and by which hashes it is recognised."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.lock"

_PACKAGE = re.compile(r"([a-z0-9][a-z0-9-]*)==([^\s;\\]+)(?:\s*;\s*([^\\]+?))?\s*\\?")
_HASH = re.compile(r"\s+--hash=sha256:([0-9a-f]{64})\s*\\?")


@dataclass(frozen=True)
class Package:
    """One pinned package: name, version, the environments it is for, SHA-256 of each of its files."""

    name: str
    version: str
    marker: str | None
    hashes: tuple[str, ...]


class StrangeLine(ValueError):
    """A line that is neither a pinned package, nor a hash, nor a comment."""


def read_lock(text: str) -> list[Package]:
    """The packages in the order of the file; raises StrangeLine for all that is not pinned to one version."""
    packages: list[Package] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _PACKAGE.fullmatch(line):
            name, version, marker = match.groups()
            packages.append(Package(name, version, marker, ()))
        elif (match := _HASH.fullmatch(line)) and packages:
            last = packages[-1]
            packages[-1] = Package(last.name, last.version, last.marker, (*last.hashes, match[1]))
        elif line.strip() and not line.lstrip().startswith("#"):
            raise StrangeLine(f"{number}: {line}")
    return packages
