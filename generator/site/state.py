"""What the last build knew: entries by file digest, and the inputs of each page that it wrote.

Kept beside the sources in ``.congkhai/`` (ignored by git).  It is only ever believed about files whose
digests agree; a missing, old or damaged state means a full build, never a wrong one.
"""

import base64
import hashlib
import json
from pathlib import Path

from pydantic import BaseModel, ValidationError

from generator import __version__
from generator.catalogue import Scanned
from generator.site.shell import Frame, Shell

FOLDER = ".congkhai"


class State(BaseModel):
    """``rules`` are the inputs of the rules that ``scanned`` was checked by; ``pages`` maps path to key."""

    version: str = __version__
    rules: str = ""
    scanned: tuple[Scanned, ...] = ()
    pages: dict[str, str] = {}
    files: frozenset[str] = frozenset()


def state_file(root: Path, output: Path) -> Path:
    """Each output folder has a state of its own."""
    name = hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]
    return root / FOLDER / f"state-{name}.json"


def read_state(file: Path) -> State:
    """The last state, or an empty one."""
    try:
        state = State.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return State()
    return state if state.version == __version__ else State()


def write_state(file: Path, state: State) -> None:
    """Keep the state; a source folder that cannot be written to only costs speed."""
    content = state.model_dump_json()
    _write(file, content.encode())


def read_frame(root: Path, inputs: str) -> Frame | None:
    """The frame of the last build, where it was made from the same ``inputs``."""
    try:
        data = json.loads((root / FOLDER / "frame.json").read_bytes())
        if data["inputs"] != inputs:
            return None
        shells = {path: Shell(tuple(t), tuple(n), site) for path, (t, n, site) in data["shells"].items()}
        assets = {path: base64.b64decode(content) for path, content in data["assets"].items()}
        return Frame(shells, data["prose"], assets, data["digest"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_frame(root: Path, inputs: str, frame: Frame) -> None:
    """Keep the frame for the next build."""
    data = {
        "inputs": inputs,
        "shells": {path: (shell.texts, shell.names, shell.site) for path, shell in frame.shells.items()},
        "prose": dict(frame.prose),
        "assets": {path: base64.b64encode(content).decode() for path, content in frame.assets.items()},
        "digest": frame.digest,
    }
    _write(root / FOLDER / "frame.json", json.dumps(data).encode())


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(exist_ok=True)
        (file.parent / ".gitignore").write_text("/*\n!/import/\n")  # the import's memory is the editors'
        file.with_suffix(".tmp").write_bytes(content)
        file.with_suffix(".tmp").replace(file)
    except OSError:
        return
