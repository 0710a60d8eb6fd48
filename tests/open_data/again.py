"""A board from what another published: in one form alone, by ``congkhai import``."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.board import Board
from generator.importing.report import Report
from generator.importing.run import run_import
from generator.loading import load_records
from generator.model.procedure import Procedure
from tests.build.conftest import DAY

FORMS = ("json", "csv", "csv-excel")


def whole(root: Path) -> tuple[Board, Mapping[str, Procedure]]:
    """The board at ``root``, and the full records by base code."""
    loaded, records = load_records(root, DAY)
    assert loaded.board, loaded.problems
    return loaded.board, records


def one_form(form: str, v1: Path, folder: Path) -> Path:
    """The package in ``folder`` with nothing beside it but the files of one form."""
    folder.mkdir()
    shutil.copy(v1 / "datapackage.json", folder)
    if form == "json":
        for file in v1.glob("*.json"):
            shutil.copy(file, folder)
    else:
        shutil.copytree(v1 / form, folder / form)
    return folder / "datapackage.json"


def take(package: Path, root: Path) -> Report:
    """The report of taking a whole package into ``root``."""
    root.mkdir(exist_ok=True)
    return run_import([package], root)
