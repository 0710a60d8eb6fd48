"""``congkhai import`` takes what a board published and gives the same board."""

import json
import os
import shutil
import threading
from pathlib import Path

import pytest

from generator.board import Board
from generator.importing.report import Outcome
from generator.importing.run import run_import
from generator.loading import load
from generator.model.commune import Commune
from generator.model.plain import plain
from generator.reading.record import read_record
from tests.build.conftest import DAY

FULL = Path(__file__).parent / "full"


@pytest.fixture(scope="module")
def imported(v1: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder into which the whole package went."""
    root = tmp_path_factory.mktemp("new")
    report = run_import([v1 / "datapackage.json"], root)
    assert report.problems == []
    assert report.count(Outcome.CREATED) == len(report.records) > 250
    return root


def test_the_package_gives_the_same_board(imported: Path, board: Board) -> None:
    again = load(imported, DAY).board
    assert again == board


def test_it_leaves_nothing_to_import_a_second_time(imported: Path, v1: Path) -> None:
    before = {path: path.read_bytes() for path in imported.rglob("*.yml")}
    report = run_import([v1 / "datapackage.json"], imported)
    assert report.count(Outcome.UNCHANGED) == len(report.records)
    assert {path: path.read_bytes() for path in imported.rglob("*.yml")} == before


def test_days_are_written_as_editors_write_them(tmp_path: Path) -> None:
    """What ends with a day still says that day, not the midnight after it; Sunday is CN."""
    file = "content/communes/10750/commune.yml"
    record = read_record(FULL / file, file, Commune).record
    assert record
    published = [plain(record)]
    assert "2026-12-03 00:00" in json.dumps(published)
    (tmp_path / "xa.json").write_text(json.dumps(published), encoding="utf-8")
    assert run_import([tmp_path / "xa.json"], tmp_path).problems == []
    text = (tmp_path / file).read_text(encoding="utf-8")
    notices = text[text.index("thong_bao:") :]
    assert 'het_han: "2026-12-02"\n' in notices
    assert 'tu_luc: "2026-09-01 07:30"\n' in notices
    assert notices.split("thu:\n")[1].split()[:4] == ["-", "2", "-", "CN"]
    assert read_record(tmp_path / file, file, Commune).record == record


@pytest.mark.parametrize(
    ("name", "file", "old", "new"),
    [
        ("xa.json", "content/communes/10792/commune.yml", "Thôn A", "Thôn B"),
        ("kien-nghi.json", "content/proposals/may-quet.yml", "9/SKHCN", "10/SKHCN"),
        ("su-kien.json", "content/life_events.yml", "Có con", "Sinh con"),
        ("bang.json", "content/board.yml", "CC BY 4.0", "CC0"),
        ("tu-dong-nghia.json", "content/synonyms.yml", "xét nghiệm adn", "xét nghiệm"),
        ("loi-nguoi-dan.json", "content/citizen_words.yml", "giấy khai sinh", "tờ khai sinh"),
        ("csv/xa.csv", "content/communes/10792/commune.yml", "Thôn A", "Thôn B"),
        ("csv-excel/loi-nguoi-dan.csv", "content/citizen_words.yml", "giấy khai sinh", "tờ khai sinh"),
    ],
)
def test_what_an_editor_wrote_stays_and_the_report_says_so(
    name: str, file: str, old: str, new: str, imported: Path, v1: Path, tmp_path: Path
) -> None:
    root = tmp_path / "board"
    shutil.copytree(imported, root)
    text = (root / file).read_text(encoding="utf-8").replace(old, new)
    assert new in text
    (root / file).write_text(text, encoding="utf-8")
    report = run_import([v1 / name], root)
    assert report.count(Outcome.REFUSED) == 1
    assert "giữ nguyên" in report.problems[0].message
    assert (root / file).read_text(encoding="utf-8") == text


def test_one_procedure_can_be_taken_from_its_own_file(v1: Path, tmp_path: Path) -> None:
    report = run_import([v1 / "linh-vuc.json", v1 / "thu-tuc/1.001193.json"], tmp_path)
    assert report.problems == []
    assert (tmp_path / "procedures/ho-tich/1.001193.yml").is_file()


def test_a_record_that_is_none_is_told_with_its_line(v1: Path, tmp_path: Path) -> None:
    records = json.loads((v1 / "xa.json").read_bytes())
    records[1]["ma"] = "../../x"
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    (tmp_path / "xa.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    report = run_import([tmp_path / "xa.json"], tmp_path)
    assert [(p.line, p.code) for p in report.problems] == [(3, "import-own-record")]
    assert report.count(Outcome.CREATED) == len(records) - 1


def test_a_list_that_was_cut_off_is_told_and_what_it_still_holds_is_kept(v1: Path, tmp_path: Path) -> None:
    lines = (v1 / "xa.json").read_bytes().split(b"\n")
    (tmp_path / "xa.json").write_bytes(b"\n".join(lines[:4]) + b"\n" + lines[4][:50])
    report = run_import([tmp_path / "xa.json"], tmp_path)
    assert [(p.line, p.code) for p in report.problems] == [(5, "import-own-record"), (5, "import-own-cut")]
    assert report.count(Outcome.CREATED) == 3


def test_a_list_may_be_larger_than_other_inputs(
    v1: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.importing.input_file.MAX_BYTES", 100)
    report = run_import([v1 / "linh-vuc.json", v1 / "csv/xa.csv"], tmp_path)
    assert report.problems == []


def test_a_list_of_broken_records_ends_somewhere(
    v1: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.importing.own_data.MOST_BROKEN", 3)
    first = (v1 / "linh-vuc.json").read_bytes().split(b"\n")[1]
    (tmp_path / "a.json").write_bytes(b"\n".join([b"[", first, *[b"{},"] * 2, *[b"1,"] * 5, b"]"]))
    report = run_import([tmp_path / "a.json"], tmp_path)
    assert [p.code for p in report.problems][-1] == "import-own-broken"
    assert max(p.line for p in report.problems) == 5
    assert report.count(Outcome.CREATED) == 1


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("xa", {"ten": "Xã\x00A"}),
        ("xa", {"ten": "Xã\ud800"}),
        ("linh-vuc", {"ten": "\x00"}),
        ("tu-dong-nghia", {"loai": "viet_tat", "noi": "<<", "tu": ["a"]}),
        ("tu-dong-nghia", {"loai": "viet_tat", "noi": "a" * 200, "tu": ["a"]}),
        ("tu-dong-nghia", {"loai": "viet_tat", "noi": None, "tu": ["a"]}),
        ("tu-dong-nghia", {"loai": "dong_nghia", "noi": None, "tu": ["a"]}),
    ],
)
def test_what_no_file_can_hold_is_refused(
    name: str, record: dict[str, object], v1: Path, tmp_path: Path
) -> None:
    first, *_ = json.loads((v1 / f"{name}.json").read_bytes())
    (tmp_path / "a.json").write_text(f"[\n{json.dumps(first | record)}\n]\n", encoding="utf-8")
    report = run_import([tmp_path / "a.json"], tmp_path)
    assert report.problems
    assert report.count(Outcome.CREATED) == 0
    assert not list((tmp_path / "content").rglob("*.yml"))


def test_records_of_an_older_and_of_a_newer_version_are_known(v1: Path, tmp_path: Path) -> None:
    records = json.loads((v1 / "xa.json").read_bytes())
    older = [{key: value for key, value in record.items() if key != "ban_do"} for record in records]
    newer = [record | {"moi": "x"} for record in records]
    for name, changed in {"older": older, "newer": newer}.items():
        lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in changed)
        (tmp_path / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    assert run_import([tmp_path / "older.json"], tmp_path).problems == []
    problems = run_import([tmp_path / "newer.json"], tmp_path).problems
    assert {(p.code, "«moi»" in p.message) for p in problems} == {("import-own-record", True)}


def test_a_pipe_is_read_once_only(v1: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=((v1 / "linh-vuc.json").read_bytes(),))
    writer.start()
    report = run_import([pipe], tmp_path)
    writer.join()
    assert report.problems == []
    assert report.count(Outcome.CREATED) == len(report.records) == 37


def test_words_that_stand_twice_are_told(v1: Path, tmp_path: Path) -> None:
    lines = (v1 / "tu-dong-nghia.json").read_bytes().split(b"\n")
    (tmp_path / "a.json").write_bytes(b"\n".join([lines[0], lines[1], *lines[1:]]))
    report = run_import([tmp_path / "a.json"], tmp_path)
    assert [(p.line, p.code) for p in report.problems] == [(3, "import-own-record")]
    assert (tmp_path / "content/synonyms.yml").is_file()


def test_a_package_alone_is_told(v1: Path, tmp_path: Path) -> None:
    shutil.copy(v1 / "datapackage.json", tmp_path)
    report = run_import([tmp_path / "datapackage.json"], tmp_path)
    assert [problem.code for problem in report.problems] == ["import-package"]


def test_a_package_that_names_itself_as_its_data_ends(v1: Path, tmp_path: Path) -> None:
    shutil.copy(v1 / "datapackage.json", tmp_path)
    shutil.copy(v1 / "datapackage.json", tmp_path / "xa.json")
    report = run_import([tmp_path / "datapackage.json"], tmp_path)
    assert report.records == []
    assert report.problems


def test_json_of_others_is_read_as_before(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"code": "1.000001", "name": "A", "field": "Hộ tịch"}\n', encoding="utf-8"
    )
    report = run_import([tmp_path / "a.jsonl"], tmp_path)
    assert report.count(Outcome.CREATED) == 1
    (tmp_path / "b.json").write_text('[{"ma": "1.000001", "ten": "A"}]', encoding="utf-8")
    report = run_import([tmp_path / "b.json"], tmp_path)
    assert [problem.code for problem in report.problems] == ["import-json-block"]
