"""What a site publishes, read back by ``congkhai import``, is the board that it was built from.

Two boards: the sample board, and one that says something under every key that there is.  From JSON alone,
from CSV alone, from CSV for Excel alone.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct, defstruct
from msgspec import field as keyed
from msgspec.structs import fields

from generator.board import Board
from generator.importing.report import Outcome
from generator.model.commune import Commune
from generator.model.convert import Refused, record_of
from generator.model.procedure import Procedure
from generator.model.record import Record, Rooted, keys
from generator.model.settings import BoardSettings
from generator.model.shape import core_of, is_list, may_be_none, records_of
from generator.reading.kinds import KINDS
from generator.site.build import build
from generator.site.open_data_files import files
from tests.build.conftest import DAY, ROOT
from tests.open_data.again import FORMS, one_form, take, whole

FULL = Path(__file__).parent / "full"


@dataclass(frozen=True)
class Published:
    board: Board
    records: Mapping[str, Procedure]
    v1: Path


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The board that says something under every key, and where its data lies."""
    root = tmp_path_factory.mktemp("full") / "board"
    shutil.copytree(FULL, root)
    shutil.copytree(ROOT / "content/pages", root / "content/pages")
    shutil.copy(ROOT / "mkdocs.yml", root)
    output = tmp_path_factory.mktemp("full-site")
    built = build(root, output, DAY)
    assert built.pages, built.problems
    return Published(*whole(root), output / "du-lieu/v1")


@pytest.fixture
def sample_board(board_folder: Path, v1: Path) -> Published:
    return Published(*whole(board_folder), v1)


@pytest.fixture(params=["sample_board", "full"])
def published(request: pytest.FixtureRequest) -> Published:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Published)
    return found


@pytest.mark.parametrize("form", FORMS)
def test_one_form_alone_gives_the_same_board(form: str, published: Published, tmp_path: Path) -> None:
    package, root = one_form(form, published.v1, tmp_path / "v1"), tmp_path / "board"
    report = take(package, root)
    assert report.problems == []
    assert report.count(Outcome.CREATED) == len(report.records)
    board, records = whole(root)
    for each in fields(Board):  # whatever a Board holds, also what somebody adds to it tomorrow
        assert getattr(board, each.name) == getattr(published.board, each.name), each.name
    assert board == published.board
    assert records == published.records
    assert dict(files(board)) == dict(files(published.board)), "the order of records, too"
    again = take(package, root)
    assert (again.problems, again.count(Outcome.UNCHANGED)) == ([], len(report.records))


def _said(value: Any) -> Iterator[tuple[type, str]]:
    """Every (type, field) of ``value`` that holds something else than its default, at any depth."""
    if isinstance(value, Rooted):
        yield from _said(value.root)
    elif isinstance(value, Record):
        for key in keys(type(value)):
            held = getattr(value, key.name)
            if key.required or held != key.default:
                yield type(value), key.name
            yield from _said(held)
    elif isinstance(value, Struct):
        for each in fields(value):
            if held := getattr(value, each.name):
                yield type(value), each.name
            yield from _said(held)
    elif isinstance(value, Mapping | tuple):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _said(item)


def test_the_full_board_says_something_under_every_key(full: Published) -> None:
    """Else a key that is not published would not be missed above."""
    said = set(_said((full.board, full.records)))
    assert {each.name for each in fields(Board)} == {name for kind, name in said if kind is Board}
    shapes = {model for kind in KINDS for model in records_of(kind.model)} | {type(full.board.words)}
    carried = {model for model, _ in said}
    lists = {"Fields", "LifeEvents", "Synonyms", "CitizenWordsFile", "CodeWords"}  # a Board holds what is in
    assert {shape.__name__ for shape in shapes - carried} <= lists
    every = {(model, key.name) for model in carried if issubclass(model, Record) for key in keys(model)}
    unsaid = {(model, name) for model, name in every - said if model.__module__ != "generator.board"}
    assert unsaid == {(BoardSettings, "open_data")}, "a board without open data has none to read back"
    words = full.board.words
    assert all(getattr(words, each.name) for each in fields(words))


def test_an_empty_group_is_none_however_it_is_read(full: Published) -> None:
    assert "hieu_luc: {}" in (FULL / "procedures/chung-thuc/9.000002.yml").read_text(encoding="utf-8")
    assert full.records["9.000002"].validity is None
    groups = [
        (model, key)
        for kind in KINDS
        for model in records_of(kind.model)
        for key in keys(model)
        if may_be_none(key.annotation) and _may_be_empty(core_of(key.annotation)[0])
    ]
    assert len(groups) >= 4
    for model, key in groups:
        group = ("group", key.annotation, keyed(name="g"))
        alone: Any = defstruct("Alone", [group], bases=(Record,), frozen=True)
        assert record_of(alone, {"g": {}}) == alone(group=None), (model, key.key)
        for inner in keys(core_of(key.annotation)[0]):
            nothing: Any = [] if is_list(inner.annotation) else None
            wrong: Any = None if is_list(inner.annotation) else []
            assert record_of(alone, {"g": {inner.key: nothing}}) == alone(group=None), (model, inner.key)
            with pytest.raises(Refused):
                record_of(alone, {"g": {inner.key: wrong}})


def _may_be_empty(kind: Any) -> bool:
    is_record = isinstance(kind, type) and issubclass(kind, Record)
    return is_record and not any(key.required for key in keys(kind))


def test_each_procedure_and_commune_has_a_file_of_its_own(board: Board, board_folder: Path, v1: Path) -> None:
    _, records = whole(board_folder)
    assert {file.stem for file in (v1 / "thu-tuc").iterdir()} == set(board.entries)
    for code, record in records.items():
        assert record_of(Procedure, json.loads((v1 / f"thu-tuc/{code}.json").read_bytes())) == record
    for code, commune in board.communes.items():
        assert record_of(Commune, json.loads((v1 / f"xa/{code}.json").read_bytes())) == commune
