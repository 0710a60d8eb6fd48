"""The files of the built site, read back, are the board that they were built from."""

from itertools import chain
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator.board import Board
from generator.model.procedure import Procedure
from generator.model.settings import BoardSettings
from generator.open_data.datasets import DATASETS, Dataset
from generator.open_data.reading import from_csv, from_json
from generator.reading.record import read_record


def _wanted(dataset: Dataset, board: Board, folder: Path) -> list[BaseModel]:
    procedures = (
        read_record(file, file.name, Procedure).record for file in folder.glob("procedures/*/*.yml")
    )
    by_name: dict[str, list[BaseModel]] = {
        "thu-tuc": [*sorted((r for r in procedures if r), key=lambda record: record.code)],
        "xa": list(board.communes.values()),
        "thong-ke": list(chain.from_iterable(board.statistics.values())),
        "kien-nghi": list(board.proposals),
        "quy-dinh-rieng": list(chain.from_iterable(board.overlays.values())),
        "linh-vuc": list(board.fields.values()),
        "su-kien": list(board.life_events),
    }
    return by_name[dataset.name]


def _in_order(records: list[BaseModel]) -> list[BaseModel]:
    if records and isinstance(records[0], Procedure):
        return sorted(records, key=lambda record: record.code if isinstance(record, Procedure) else "")
    return records


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_json_and_both_kinds_of_csv_give_the_board_again(
    dataset: Dataset, board: Board, board_folder: Path, v1: Path
) -> None:
    wanted = _wanted(dataset, board, board_folder)
    assert wanted
    text = (v1 / f"{dataset.name}.json").read_text(encoding="utf-8")
    assert _in_order(list(from_json(dataset, text))) == wanted
    for folder in ("csv", "csv-excel"):
        tables = {
            table.name: (v1 / folder / f"{table.name}.csv").read_bytes().decode()
            for table in dataset.layout.tables
        }
        assert _in_order(list(from_csv(dataset, tables))) == wanted


def test_each_procedure_and_commune_has_a_file_of_its_own(board: Board, board_folder: Path, v1: Path) -> None:
    assert {file.stem for file in (v1 / "thu-tuc").iterdir()} == set(board.entries)
    record = read_record(board_folder / "procedures/ho-tich/9.000001.yml", "", Procedure).record
    assert Procedure.model_validate_json((v1 / "thu-tuc/9.000001.json").read_bytes()) == record
    for code, commune in board.communes.items():
        assert type(commune).model_validate_json((v1 / f"xa/{code}.json").read_bytes()) == commune


def test_the_settings_come_back_too(board: Board, v1: Path) -> None:
    assert BoardSettings.model_validate_json((v1 / "bang.json").read_bytes()) == board.settings
