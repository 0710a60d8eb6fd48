"""Put a release into a folder so that a power cut at any moment leaves a whole one.

Only the side that is not shown is touched, its manifest is taken away first and comes back last, and
everything is on the disk before ``current.js`` changes, in one move.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from generator import disk
from generator.bundle.containers import MANIFEST, manifest_script
from generator.bundle.manifest import Manifest
from generator.bundle.verify import CURRENT

VERSION = "version.txt"
SUMS = "SHA256SUMS.txt"
"""What the update scripts can read: they know no JavaScript.  The display believes neither."""


def side_of(manifest: Manifest, text: str, signature: str, packed: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of one side in the order in which they are written: containers, notes, ``manifest.js``."""
    script = manifest_script(text, signature)
    sums = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\r\n"
        for name, content in (*packed.items(), (MANIFEST, script))
    )
    line = f"congkhai {manifest.commune} {manifest.version} {manifest.key or 'chua-ky'}\r\n"
    return {**packed, VERSION: line.encode(), SUMS: sums.encode(), MANIFEST: script}


def write_side(folder: Path, side: str, files: Mapping[str, bytes]) -> None:
    """Fill a side.  ``files`` ends with the manifest: until it stands there, the side counts for nothing."""
    target = folder / side
    disk.make_folder(target)
    disk.remove(target / MANIFEST)
    disk.settle(target)
    for old in sorted(target.iterdir()):
        disk.remove_tree(old)
    for name, content in files.items():
        if name == MANIFEST:
            disk.settle_all([target / written for written in files if written != MANIFEST])
        disk.write_new(target / name, content)
    disk.settle(target / MANIFEST, target, folder)


def leave_empty(folder: Path, side: str) -> None:
    """A side with nothing to show: a manifest without a word, so that no browser reports it missing."""
    disk.make_folder(folder / side)
    disk.write_new(folder / side / MANIFEST, "// Bên này còn trống.\r\n".encode())


def point(folder: Path, side: str, version: int) -> None:
    """Make ``side`` the current one."""
    disk.replace(folder / CURRENT, current_script(side, version), durable=True)


def current_script(side: str, version: int) -> bytes:
    """``current.js``; the line ends as on Windows, whose scripts read it too."""
    return f'congkhaiCurrent("{side}",{version});\r\n'.encode()
