"""Sveltia CMS from npm: pinned, checked by its SHA-512, never installed; no script of a package is run.

It is MIT; the fonts that come with it are OFL 1.1.  The licences are put beside the files.
"""

import base64
import hashlib
import io
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.failures import Failure

_SECONDS = 300
_LARGEST = 60_000_000
_TRANSLATION = re.compile(r"locales/[A-Za-z-]+\.json")


@dataclass(frozen=True, slots=True)
class Package:
    """``files``: name in the package -> name in the folder; translations keep the names they are asked by."""

    name: str
    version: str
    integrity: str
    files: Mapping[str, str]

    def place(self, member: str) -> str | None:
        """Where a member of the archive goes; None for what is not needed."""
        name = member.partition("/")[2]
        if _TRANSLATION.fullmatch(name):
            return f"npm/{self.name}@{self.version}/{name}"
        return self.files.get(name)

    @property
    def archive(self) -> str:
        """What ``npm pack`` calls the package's file."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


CMS = Package(
    "@sveltia/cms",
    "0.221.1",
    "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
    {
        "dist/sveltia-cms.js": "sveltia-cms.js",
        "dist/chunks/react-dom.js": "chunks/react-dom.js",
        "LICENSE.txt": "LICENSE.txt",
        "package.json": "npm/@sveltia/cms/package.json",
        "npm/assets/source-sans-3-latin-wght-normal-BqRLTx4X.woff2": "fonts/source-sans-3.woff2",
        "npm/assets/source-sans-3.LICENSE.txt": "fonts/source-sans-3.LICENSE.txt",
        "npm/assets/noto-mono-latin-400-normal-DiC8lJru.woff2": "fonts/noto-mono.woff2",
        "npm/assets/noto-mono.LICENSE.txt": "fonts/noto-mono.LICENSE.txt",
        "npm/assets/material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2": "fonts/symbols.woff2",
        "npm/assets/material-symbols-outlined.LICENSE.txt": "fonts/symbols.LICENSE.txt",
    },
)

_CDN = "https://cdn.jsdelivr.net/fontsource/fonts/"
LOCAL = {
    f"{_CDN}source-sans-3:vf@5.3.0/latin-wght-normal.woff2": "fonts/source-sans-3.woff2",
    f"{_CDN}noto-mono@5.3.0/latin-400-normal.woff2": "fonts/noto-mono.woff2",
    f"{_CDN}material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": "fonts/symbols.woff2",
    "https://unpkg.com/": "./npm/",
    "https://www.githubstatus.com/api/v2/status.json": "./npm/none.json",
}
"""Addresses in the program that would call other hosts -> what stands in their place.

Behind ``npm`` lie the translations and the number of this version.  What is not there (colours for program
text, the state of GitHub) the program goes on without, as it does for whoever has no network.
"""


class NotFetched(Failure):
    """A package did not come, or is not the one that was pinned."""


def fetched() -> dict[str, bytes]:
    """Every file by its name in the folder.  Raises NotFetched."""
    with tempfile.TemporaryDirectory(prefix="congkhai-npm-") as folder:
        return unpacked(CMS, _archive(CMS, Path(folder)))


def unpacked(package: Package, archive: bytes) -> dict[str, bytes]:
    """The files wanted of a package's archive, its addresses made local.  Raises NotFetched."""
    digest = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode()
    if digest != package.integrity:
        raise NotFetched(
            f"Gói {package.name} {package.version} tải về không đúng bản đã chọn nên không dùng."
        )
    found = dict(_members(package, archive))
    if missing := sorted(package.files.values() - found.keys()):
        raise NotFetched(f"Gói {package.name} {package.version} thiếu tệp {', '.join(missing)}.")
    return found


def _members(package: Package, archive: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as tar:
        for member in tar:
            name = package.place(member.name)
            content = tar.extractfile(member) if name and member.isfile() else None
            if name and content:
                said = content.read(_LARGEST)
                yield name, _local(said) if name == "sveltia-cms.js" else said


def _local(program: bytes) -> bytes:
    text = program.decode()
    for there, here in LOCAL.items():
        if there not in text:
            raise NotFetched(f"Không thấy địa chỉ «{there}» trong Sveltia CMS; bản này cần được xem lại.")
        text = text.replace(there, here)
    return text.encode()


def _archive(package: Package, folder: Path) -> bytes:
    npm = shutil.which("npm")
    if npm is None:
        raise NotFetched("Không thấy chương trình npm. Hãy cài Node.js rồi chạy lại lệnh này.")
    command = [npm, "pack", f"{package.name}@{package.version}", "--ignore-scripts", "--silent"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_SECONDS)
        return (folder / package.archive).read_bytes()
    except (OSError, subprocess.SubprocessError):
        said = f"npm không tải được gói {package.name} {package.version}. Kiểm tra mạng rồi chạy lại."
        raise NotFetched(said) from None
