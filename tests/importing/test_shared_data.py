"""The real records of provinces and of the national portal import whole, word for word."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.importing.report import Outcome, Report
from generator.importing.run import run_import
from generator.model.procedure import Procedure
from generator.reading.record import read_record
from tests.importing.boards import board, read

pytestmark = pytest.mark.shared_data

_LISTS = {"BoCongAn": 339, "BoTuPhap": 271, "BoXayDung": 525}


def _records(data: Path) -> list[dict[str, Any]]:
    files = [data / "procedures" / f"{name}.jsonl" for name in ("commune_core", "bqp_commune")]
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def _imported(data: Path, tmp_path: Path, *names: str) -> tuple[Path, Report]:
    root = board(tmp_path)
    report = run_import([data / name for name in names], root)
    assert report.problems == []
    return root, report


def _assert_sound(root: Path, report: Report) -> None:
    files = {record.file for record in report.records}
    assert None not in files
    written = {path.relative_to(root).as_posix() for path in (root / "procedures").rglob("*.yml")}
    assert files == written
    for name in written:
        assert read_record(root / name, name, Procedure).problems == ()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)


def _same(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def test_all_373_records_import_word_for_word(shared_data: Path, tmp_path: Path) -> None:
    root, report = _imported(
        shared_data, tmp_path, "procedures/commune_core.jsonl", "procedures/bqp_commune.jsonl"
    )
    assert report.count(Outcome.CREATED) == len(report.records) == 373
    _assert_sound(root, report)
    files = {record.code: root / str(record.file) for record in report.records}
    for source in _records(shared_data):
        _assert_verbatim(source, read(files[source["code"]]))


def _assert_verbatim(source: dict[str, Any], data: dict[str, Any]) -> None:
    assert data["ten"] == _same(source["name"])
    assert data.get("yeu_cau_dieu_kien", "") == _same(source["conditions"] or "")
    steps = "\n".join(step["buoc"] for step in data["trinh_tu_thuc_hien"])
    assert [line.strip() for line in steps.split("\n") if line.strip()] == [
        line.strip() for line in _same(source["steps"]).split("\n") if line.strip()
    ]
    channels = [(c.get("thoi_han"), c.get("phi_le_phi"), c.get("mo_ta")) for c in data["cach_thuc_thuc_hien"]]
    wanted = [
        tuple(_same(row[key]) if row[key] else None for key in ("time_text", "fee_text", "description"))
        for row in source["methods"]
    ]
    assert channels == wanted
    written = set(_texts(data))
    for part in ("results", "legal_basis", "documents"):
        for text in _texts(_without_dates(source[part])):
            assert not _same(text) or _same(text) in written, (source["code"], text)


def _without_dates(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in row.items() if key != "issued_date"} for row in rows]


@pytest.mark.parametrize("name", _LISTS)
def test_a_real_list_of_the_portal_imports_whole(shared_data: Path, tmp_path: Path, name: str) -> None:
    root, report = _imported(shared_data, tmp_path, f"portal-lists/danh-sach-tthc-{name}.xlsx")
    assert report.count(Outcome.CREATED) == len(report.records) == _LISTS[name]
    _assert_sound(root, report)


def test_the_reception_lists_of_nghe_an_import_whole(shared_data: Path, tmp_path: Path) -> None:
    root, report = _imported(shared_data, tmp_path, "procedures/nghe_an_2025_reception_lists.csv")
    assert report.count(Outcome.CREATED) == len(report.records) == 69
    _assert_sound(root, report)


def test_everything_into_one_board_and_again_changes_nothing(shared_data: Path, tmp_path: Path) -> None:
    lists = [f"portal-lists/danh-sach-tthc-{name}.xlsx" for name in _LISTS]
    names = [*lists, "procedures/nghe_an_2025_reception_lists.csv"]
    names += ["procedures/commune_core.jsonl", "procedures/bqp_commune.jsonl"]
    root, report = _imported(shared_data, tmp_path, *names)
    assert not [record for record in report.records if record.conflicts]
    for source in _records(shared_data):
        (path,) = (root / "procedures").glob(f"*/{source['code']}.yml")
        data = read(path)
        assert (data["muc_do"], data["ten"]) == ("day_du", _same(source["name"]))
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    _, again = _imported(shared_data, tmp_path, *names)
    assert again.count(Outcome.UNCHANGED) == len(again.records)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
