"""Tables of ours, imported one by one: found again however sorted, refused when not whole."""

import csv
import io
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.csv_text import Lines, rows_of_csv
from generator.importing.report import Report
from generator.importing.run import run_import

Rows = list[list[str]]


@pytest.fixture
def tables(v1: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(v1 / "csv", tmp_path / "csv"))


def change(file: Path, how: Callable[[Rows], Rows]) -> None:
    head, *rows = rows_of_csv(file.read_bytes().decode())
    lines = Lines(len(head))
    for row in (head, *how(rows)):
        lines.add(row)
    file.write_bytes(lines.text().encode())


def imported(file: Path) -> Report:
    (file.parent / "board").mkdir(exist_ok=True)
    return run_import([file], file.parent / "board")


def _shuffled(rows: Rows) -> Rows:
    return random.Random(7).sample(rows, len(rows))


def test_rows_that_were_sorted_otherwise_give_the_same_files(tables: Path, tmp_path: Path) -> None:
    plain = Path(shutil.copytree(tables, tmp_path / "plain"))
    for file in tables.glob("*.csv"):
        change(file, _shuffled)
    for name in ("linh-vuc", "xa", "thu-tuc"):
        assert imported(tables / f"{name}.csv").problems == imported(plain / f"{name}.csv").problems == []
    found = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*/*.yml")}
        for folder in (tables / "board/content/communes", plain / "board/content/communes")
    ]
    assert found[0] == found[1] != {}
    records = [sorted((folder / "board/procedures").rglob("*.yml")) for folder in (tables, plain)]
    assert [path.read_bytes() for path in records[0]] == [path.read_bytes() for path in records[1]] != []


@pytest.mark.parametrize(
    ("table", "how", "said"),
    [
        ("xa", lambda rows: [*rows, rows[0]], "có 2 dòng"),
        ("xa-nguon", lambda rows: [["99999", *rows[0][1:]], *rows], "không thuộc bản ghi nào"),
        ("xa-gia-tri", lambda rows: [["99999", *rows[0][1:]], *rows], "không thuộc bản ghi nào"),
        ("xa-nguon", lambda rows: [*rows, rows[0]], "không đếm 1, 2, 3"),
        ("xa-gia-tri", lambda rows: [row for row in rows if row[3] != "1"], "không đếm 1, 2, 3"),
    ],
)
def test_what_belongs_nowhere_is_refused(
    table: str, how: Callable[[Rows], Rows], said: str, tables: Path
) -> None:
    change(tables / f"{table}.csv", how)
    report = imported(tables / "xa.csv")
    assert [(p.file, p.code) for p in report.problems] == [(f"{table}.csv", "import-own-table")]
    assert said in report.problems[0].message
    assert report.records == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"id","x"\r\n', "các cột không đúng"),
        ('"ma_xa","stt","ten","lien_ket","ngay"\r\n"10750","1"\r\n', "dòng 2 có 2 ô, cần 5"),
        ('"ma_xa","stt","ten","lien_ket","ngay"\r\n"10750', "không đọc được theo dạng CSV"),
    ],
)
def test_a_table_beside_it_that_is_damaged_is_named(text: str, said: str, tables: Path) -> None:
    (tables / "xa-nguon.csv").write_bytes(text.encode())
    (problem,) = imported(tables / "xa.csv").problems
    assert (problem.file, problem.code) == ("xa-nguon.csv", "import-own-table")
    assert said in problem.message


def test_a_table_without_those_beside_it_is_refused(tables: Path) -> None:
    (tables / "xa-nguon.csv").unlink()
    (problem,) = imported(tables / "xa.csv").problems
    assert (problem.code, "xa-nguon.csv" in problem.message) == ("import-own-table", True)
    (problem,) = imported(tables / "xa-quay.csv").problems
    assert (problem.code, "bảng kèm" in problem.message) == ("import-own-table", True)


def test_two_sets_with_the_same_columns_are_told_apart_by_name(tables: Path) -> None:
    shutil.copy(tables / "linh-vuc.csv", tables / "linh-vuc (1).csv")
    assert imported(tables / "linh-vuc (1).csv").problems == []
    assert not (tables / "board/content/life_events.yml").exists()
    shutil.copy(tables / "su-kien.csv", tables / "tai-ve.csv")
    (problem,) = imported(tables / "tai-ve.csv").problems
    assert problem.suggestion == "Đặt lại tên tệp như cũ: linh-vuc.csv hoặc su-kien.csv."


def with_column(file: Path, name: str) -> None:
    head, *rows = rows_of_csv(file.read_bytes().decode())
    lines = Lines(len(head) + 1)
    for row in ([*head, name], *([*row, "x"] for row in rows)):
        lines.add(row)
    file.write_bytes(lines.text().encode())


def _rewritten(package: Path, name: str, fields: Callable[[list[str]], list[str]] | None) -> None:
    """The description as if the table ``name`` had other columns, or as if there were no such table."""
    value = json.loads(package.read_bytes())
    for each in list(value["resources"]):
        if each["name"] == name:
            each["schema"]["fields"] = [
                {"name": field}
                for field in (fields or list)([field["name"] for field in each["schema"]["fields"]])
            ]
            if fields is None:
                value["resources"].remove(each)
    package.write_text(json.dumps(value), encoding="utf-8")


def test_tables_of_an_older_version_are_taken_as_their_package_describes_them(
    v1: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(v1, tmp_path / "v1", ignore=shutil.ignore_patterns("*.json")))
    shutil.copy(v1 / "datapackage.json", folder)
    head, *rows = rows_of_csv((folder / "csv/xa.csv").read_bytes().decode())
    place = head.index("ban_do")
    lines = Lines(len(head) - 1)
    for row in (head, *rows):
        lines.add(row[:place] + row[place + 1 :])
    (folder / "csv/xa.csv").write_bytes(lines.text().encode())
    (folder / "csv/xa-man-hinh-lich.csv").unlink()
    (problem,) = imported(folder / "csv/xa.csv").problems
    assert (problem.code, "xa-man-hinh-lich.csv" in problem.message) == ("import-own-table", True)
    _rewritten(folder / "datapackage.json", "xa", lambda names: [name for name in names if name != "ban_do"])
    _rewritten(folder / "datapackage.json", "xa-man-hinh-lich", None)
    report = imported(folder / "csv/xa.csv")
    assert (report.problems, len(report.records)) == ([], 15)


def test_tables_of_a_newer_version_are_refused_by_name(v1: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(v1, tmp_path / "v1"))
    with_column(folder / "csv/linh-vuc.csv", "moi")
    (problem,) = imported(folder / "csv/linh-vuc.csv").problems
    assert "các cột không đúng" in problem.message
    _rewritten(folder / "datapackage.json", "linh-vuc", lambda names: [*names, "moi"])
    (problem,) = imported(folder / "csv/linh-vuc.csv").problems
    assert (problem.code, "có cột lạ «moi»" in problem.message) == ("import-own-table", True)
    value = json.loads((folder / "datapackage.json").read_bytes())
    value["resources"].append({"name": "xa-moi", "schema": {"fields": [{"name": "ma_xa"}]}})
    (folder / "datapackage.json").write_text(json.dumps(value), encoding="utf-8")
    (problem,) = imported(folder / "csv/xa.csv").problems
    assert (problem.code, "xa-moi.csv" in problem.message) == ("import-own-table", True)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b'{"resources": 3}',
        b'{"resources": [{"schema": {}}]}',
        b'{"resources": [{"name": "of-others", "schema": {"fields": [{"name": "x"}]}}]}',
    ],
)
def test_a_description_that_is_none_is_passed_over(content: bytes, tables: Path) -> None:
    (tables / "datapackage.json").write_bytes(content)
    assert imported(tables / "xa.csv").problems == []


def test_letters_that_are_not_utf_8_are_told_with_their_line(tables: Path) -> None:
    with (tables / "xa-quay.csv").open("ab") as file:
        file.write('"10750","1","Quầy"\r\n'.encode("utf-16-le"))
    (problem,) = imported(tables / "xa.csv").problems
    assert problem.code == "import-not-utf8"


@pytest.mark.parametrize("separator", [";", "\t"])
def test_tables_that_a_spreadsheet_saved_its_own_way_give_the_same_files(
    separator: str, tables: Path, tmp_path: Path
) -> None:
    plain = Path(shutil.copytree(tables, tmp_path / "plain"))
    for file in tables.glob("xa*.csv"):
        rows = list(csv.reader(io.StringIO(file.read_bytes().decode(), newline="")))
        with file.open("w", encoding="utf-8-sig", newline="") as saved:
            csv.writer(saved, delimiter=separator).writerows(rows)
    assert imported(tables / "xa.csv").problems == imported(plain / "xa.csv").problems == []
    for path in (plain / "board").rglob("*.yml"):
        assert (tables / path.relative_to(plain)).read_bytes() == path.read_bytes()


def test_truths_in_capitals_are_what_a_spreadsheet_saves(tables: Path) -> None:
    change(tables / "bang.csv", lambda rows: [[cell.replace("true", "TRUE") for cell in row] for row in rows])
    assert "TRUE" in (tables / "bang.csv").read_text(encoding="utf-8")
    assert imported(tables / "bang.csv").problems == []


def test_a_record_that_is_none_is_told_with_its_row(tables: Path) -> None:
    change(tables / "xa.csv", lambda rows: [rows[0], [rows[1][0], "", *rows[1][2:]], *rows[2:]])
    report = imported(tables / "xa.csv")
    assert [(p.file, p.line, p.code) for p in report.problems] == [("xa.csv", 3, "import-own-record")]
    assert len(report.records) == 14
