"""A bundle as one file, for mail and upload; the same folder gives the same bytes."""

import io
import zipfile
from pathlib import Path

from generator import disk
from generator.bundle.skeleton import is_program

_THEN = (1980, 1, 1, 0, 0, 0)
_FILE, _PROGRAM = 0o100644, 0o100755


def zip_folder(folder: Path) -> Path:
    """Write ``BANG-<code>.zip`` beside the folder, in one move."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder.parent).as_posix()
            entry = zipfile.ZipInfo(name, _THEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix: only then do the rights below count
            entry.external_attr = (_PROGRAM if is_program(name) else _FILE) << 16
            archive.writestr(entry, path.read_bytes())
    target = folder.with_name(f"{folder.name}.zip")
    disk.replace(target, content.getvalue(), durable=True)
    return target
