"""A board as it was at a git revision, in a folder that is gone afterwards."""

import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from generator.failures import Failure

_FOLDERS = ("content", "procedures")


class NoRevision(Failure):
    """There is no git, no repository, or no such revision."""


@contextmanager
def board_at(root: Path, revision: str) -> Iterator[Path]:
    """The YAML files of the board at ``root`` as ``revision`` has them.  Raises NoRevision."""
    commit = _commit(root, revision)
    with tempfile.TemporaryDirectory(prefix="congkhai-") as folder:
        _unpack(_archive(root, commit), Path(folder))
        yield Path(folder)


def _commit(root: Path, revision: str) -> str:
    if _git(root, "rev-parse", "--is-inside-work-tree").returncode:
        raise NoRevision(f"«{root}» không nằm trong kho git nên không có bản cũ để so.")
    done = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode:
        raise NoRevision(
            f"Kho git này không có bản «{revision}». Thử «HEAD» (lần lưu cuối) hoặc tên nhánh như «main»."
        )
    return done.stdout.decode().strip()


def _archive(root: Path, commit: str) -> bytes:
    """A tar file of the folder ``root`` (git takes it from where it is started), as it was."""
    done = _git(root, "archive", "--format=tar", commit)
    if done.returncode:
        raise NoRevision(f"Git không đọc được thư mục này ở bản «{commit[:12]}»; có lẽ khi ấy chưa có nó.")
    return done.stdout


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git without anything from the outside that could point it elsewhere."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False, env=environment)
    except FileNotFoundError:
        raise NoRevision("Máy này chưa cài git nên không có bản cũ để so.") from None


def _unpack(content: bytes, folder: Path) -> None:
    """Only plain YAML files below the board's own folders; no link, no path that leads elsewhere."""
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            if not member.isfile() or path.parts[0] not in _FOLDERS or ".." in path.parts:
                continue
            if path.suffix in (".yml", ".yaml") and (file := archive.extractfile(member)):
                target = folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.read())
