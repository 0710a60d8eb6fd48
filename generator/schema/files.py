"""The schemas as files of a board, and how its files name them."""

import json
from pathlib import Path, PurePosixPath

from generator import disk
from generator.reading.kinds import KINDS, Kind
from generator.schema.json_schema import schema_of

FOLDER = ".vscode/schemas"
"""Where a board keeps its schemas, from its root."""
VSCODE = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"


def file_of(kind: Kind) -> str:
    """The schema's file name."""
    return f"{kind.name}.json"


def schema_files() -> dict[str, str]:
    """File name -> content, for every kind."""
    return {file_of(kind): as_json(schema_of(kind)) for kind in KINDS}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema into ``folder``; returns the files, those that were right already too."""
    disk.make_folder(folder)
    files = []
    for name, content in schema_files().items():
        path = folder / name
        if not path.is_file() or disk.read(path) != content.encode():
            disk.replace(path, content.encode())
        files.append(path)
    return tuple(files)


def modeline(kind: Kind, file: str) -> str:
    """The comment by which YAML editors find the schema of ``file``, a path from the board's root."""
    up = "../" * (len(PurePosixPath(file).parts) - 1)
    return f"# yaml-language-server: $schema={up}{FOLDER}/{file_of(kind)}"


def vscode_settings() -> str:
    """``.vscode/settings.json``: each kind's schema by its place, no blanks that Word would write."""
    schemas = {f"./{FOLDER}/{file_of(kind)}": kind.pattern for kind in KINDS}
    settings = {
        "yaml.schemas": schemas,
        "yaml.schemaStore.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.renderWhitespace": "boundary",
            "editor.unicodeHighlight.ambiguousCharacters": True,
        },
    }
    return as_json(settings)


def vscode_extensions() -> str:
    """``.vscode/extensions.json``: the extension that reads the schemas."""
    return as_json({"recommendations": ["redhat.vscode-yaml"]})


def as_json(value: object) -> str:
    """JSON as this project keeps it: readable Vietnamese, two blanks, a last line break."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
