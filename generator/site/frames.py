"""The frame of a board: the one that was kept, or a new one."""

import base64
import json
from pathlib import Path

from generator.site import inputs
from generator.site.keeping import frame_file, keep
from generator.site.shell import Frame, Shell


def frame_of(root: Path) -> Frame:
    """The frame of the last build where its inputs are the same, else a new one."""
    key = inputs.frame_key(root)
    if frame := _kept(root, key):
        return frame
    from generator.site.mkdocs_shell import render_frame  # MkDocs takes half a second to import

    frame = render_frame(root)
    _keep(root, key, frame)
    return frame


def _kept(root: Path, inputs: str) -> Frame | None:
    """The frame of the last build, where it was made from the same ``inputs``."""
    try:
        data = json.loads(frame_file(root).read_bytes())
        if data["inputs"] != inputs:
            return None
        shells = {path: _shell(*parts) for path, parts in data["shells"].items()}
        assets = {path: base64.b64decode(content) for path, content in data["assets"].items()}
        return Frame(shells, data["prose"], assets, data["digest"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _shell(texts: list[str], names: list[str], site: str) -> Shell:
    return Shell(tuple(text.encode() for text in texts), tuple(names), site)


def _keep(root: Path, inputs: str, frame: Frame) -> None:
    data = {
        "inputs": inputs,
        "shells": {
            path: ([text.decode() for text in shell.texts], shell.names, shell.site)
            for path, shell in frame.shells.items()
        },
        "prose": dict(frame.prose),
        "assets": {path: base64.b64encode(content).decode() for path, content in frame.assets.items()},
        "digest": frame.digest,
    }
    keep(frame_file(root), json.dumps(data).encode())
