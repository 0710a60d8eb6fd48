"""Begin a new board, procedure or commune: commented files that pass the check as they are."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from generator import disk, resources
from generator.automation.board_files import HOOK, board_files
from generator.formatting.formatter import canonical
from generator.reading import layout
from generator.reading.kinds import kind_of
from generator.scaffolding import texts
from generator.scaffolding.room import AlreadyThere, room_for_board
from generator.schema.files import (
    EXTENSIONS,
    FOLDER,
    VSCODE,
    modeline,
    vscode_extensions,
    vscode_settings,
    write_schemas,
)

_SAMPLE_ONLY = re.compile(r"<!-- bang-mau -->\n.*?<!-- /bang-mau -->\n+", re.S)


def new_board(
    folder: Path,
    name: str,
    publisher: str,
    url: str,
    province: str,
    province_name: str,
    platforms: Sequence[str] = (),
) -> None:
    """Make a board that builds at once; see ``room_for_board`` for what the folder may hold.

    ``platforms`` are those that get a CI file (see ``generator.automation.board_files``).
    """
    room_for_board(folder)
    _write_record(folder, layout.BOARD, _board(name, publisher, url, province, province_name))
    _write_record(folder, layout.FIELDS, texts.FIELDS.format(modeline=_modeline(layout.FIELDS)))
    _search_words(folder)
    _write(folder / "mkdocs.yml", texts.MKDOCS)
    disk.make_folder(folder / "procedures")
    disk.make_folder(folder / "content/communes")
    _pages(folder / "content/pages")
    _helpers(folder, platforms)


def _board(name: str, publisher: str, url: str, province: str, province_name: str) -> str:
    return texts.BOARD.format(
        modeline=_modeline(layout.BOARD),
        name=_quoted(name),
        publisher=_quoted(publisher),
        url=url,
        province=province,
        province_name=_quoted(province_name),
    )


def new_procedure(root: Path, code: str, name: str, field: str) -> Path:
    """Make a commented record at level ``danh_muc``; returns its file."""
    file = f"{layout.PROCEDURES}/{field}/{code}.yml"
    return _begun(root, file, texts.PROCEDURE, code=code, name=_quoted(name), field=field)


def new_commune(root: Path, code: str, name: str, province: str) -> Path:
    """Make a commented commune; returns its file."""
    file = f"{layout.COMMUNES}/{code}/commune.yml"
    return _begun(root, file, texts.COMMUNE, code=code, name=_quoted(name), province=province)


def _begun(root: Path, file: str, text: str, **said: str) -> Path:
    _write_record(root, file, text.format(modeline=_modeline(file), **said))
    return root / file


def _helpers(folder: Path, platforms: Sequence[str]) -> None:
    """What makes editors complete, and git and CI check; files that somebody has already are left alone."""
    write_schemas(folder / FOLDER)
    files = {VSCODE: vscode_settings(), EXTENSIONS: vscode_extensions()} | board_files(platforms)
    for name, content in files.items():
        if not os.path.lexists(folder / name):
            _write(folder / name, content)
            if name == HOOK:
                disk.allow(folder / name, 0o755)


def _write_record(root: Path, name: str, text: str) -> None:
    """Write a file of a kind in its canonical form."""
    kind = kind_of(name)
    _write(root / name, canonical(text, kind.model) if kind else text)


def _modeline(file: str) -> str:
    kind = kind_of(file)
    return modeline(kind, file) if kind else "#"


def _pages(folder: Path) -> None:
    """Our pages without the passages that are true of the sample board only."""
    for page in sorted(resources.pages().rglob("*.md")):
        text = _SAMPLE_ONLY.sub("", page.read_text(encoding="utf-8"))
        _write(folder / page.relative_to(resources.pages()), text)


def _search_words(folder: Path) -> None:
    """How citizens ask, keyed by the country's codes: without it a search knows official names only."""
    for file in (layout.SYNONYMS, layout.CITIZEN_WORDS):
        text = resources.search_words(Path(file).name).read_text(encoding="utf-8")
        _write_record(folder, file, f"{_modeline(file)}\n{text}")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _write(file: Path, content: str) -> None:
    disk.make_folder(file.parent)
    if os.path.lexists(file):
        raise AlreadyThere(f"Đã có tệp «{file}» nên không ghi đè.")
    disk.write_new(file, content.encode())
