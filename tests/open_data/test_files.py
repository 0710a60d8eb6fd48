"""What lies under ``/du-lieu/``: valid by its own schemas, safe to open, and explained."""

import csv
import io
import json
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from frictionless import Package

from generator import urls
from generator.board import Board
from generator.csv_text import BOM
from generator.open_data.datasets import DATASETS
from generator.site.build import build
from tests.build.conftest import DAY
from tests.build.trees import tree
from tests.open_data.conftest import HOSTILE

ATOM = "{http://www.w3.org/2005/Atom}"


def _json(file: Path) -> Any:
    return json.loads(file.read_bytes())


def _rows(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.filterwarnings("ignore")  # its dependencies warn of one another
def test_the_package_validates_with_frictionless(v1: Path) -> None:
    report = Package(str(v1 / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    assert len(report.tasks) > 30


def test_the_package_lists_every_file_of_its_tables(v1: Path) -> None:
    paths = {resource["path"] for resource in _json(v1 / "datapackage.json")["resources"]}
    assert paths == {f"csv/{file.name}" for file in (v1 / "csv").iterdir()} | {
        f"{dataset.name}.json" for dataset in DATASETS
    }
    assert {file.name for file in (v1 / "csv-excel").iterdir()} == {f.name for f in (v1 / "csv").iterdir()}


@pytest.mark.parametrize("name", [*(dataset.name for dataset in DATASETS), "bang"])
def test_each_json_holds_to_its_schema(name: str, v1: Path) -> None:
    schema = _json(v1 / f"schema/{name}.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(_json(v1 / f"{name}.json"), schema, jsonschema.Draft202012Validator)
    assert schema["$id"] == f"https://congkhai.example/du-lieu/v1/schema/{name}.json"


def test_a_schema_refuses_what_is_not_such_a_record(v1: Path) -> None:
    schema, records = _json(v1 / "schema/thu-tuc.json"), _json(v1 / "thu-tuc.json")
    for key, value in (("ma", "x"), ("muc_do", "khác"), ("nguon", None), ("la", 1)):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate([records[0] | {key: value}], schema, jsonschema.Draft202012Validator)


def test_every_key_of_a_schema_is_explained(v1: Path) -> None:
    for dataset in DATASETS:
        for name, model in _json(v1 / f"schema/{dataset.name}.json")["$defs"].items():
            for key, value in model.get("properties", {}).items():
                assert value.get("title") or "$ref" in value, (name, key)
                assert value.get("description"), (name, key)


def test_no_cell_of_any_table_runs_in_a_spreadsheet(v1: Path) -> None:
    cells = 0
    for file in (*(v1 / "csv").iterdir(), *(v1 / "csv-excel").iterdir()):
        for row in _rows(file):
            cells += len(row)
            assert not [cell for cell in row if re.match(r"\s*[=+\-@\t\r＝＋－＠]", cell)], file
    assert cells > 10_000
    names = [row[1] for row in _rows(v1 / "csv/thu-tuc.csv") if row[0] == "9.000001"]
    assert names == ["'" + HOSTILE]


def test_only_the_tables_for_spreadsheets_begin_with_a_mark(v1: Path) -> None:
    for file in (v1 / "csv").iterdir():
        plain = file.read_bytes()
        assert not plain.startswith(BOM)
        assert (v1 / "csv-excel" / file.name).read_bytes() == BOM + plain


def test_the_catalogue_in_json_ld_says_fees_verbatim_and_numbers_only_where_they_are_plain(v1: Path) -> None:
    graph = {service["dct:identifier"]: service for service in _json(v1 / "danh-muc.jsonld")["@graph"]}
    assert len(graph) == len(_json(v1 / "thu-tuc.json"))
    service = graph["9.000001"]
    assert service["@id"] == "https://congkhai.example/thu-tuc/9.000001/"
    assert service["cv:processingTime"] == {"@value": "P3D", "@type": "xsd:duration"}
    plus, plain = service["cv:hasCost"]
    assert plus == {"@type": "cv:Cost", "dct:identifier": "9.000001-phi-1", "dct:description": "+84"}
    assert (plain["dct:description"], plain["cv:hasValue"]["@value"]) == ("50.000 đồng", "50000")
    assert service["dct:isReplacedBy"] == [{"@id": "https://congkhai.example/thu-tuc/1.001193/"}]
    for record in _json(v1 / "thu-tuc.json"):
        if any("làm việc" in (row["thoi_han"] or "") for row in record["cach_thuc_thuc_hien"]):
            assert "cv:processingTime" not in graph[record["ma"]]
            return
    pytest.fail("no procedure counts working days")


def test_the_page_explains_every_column_and_links_every_table(site: Path) -> None:
    page = (site / "du-lieu/index.html").read_text(encoding="utf-8")
    for dataset in DATASETS:
        for table in dataset.layout.tables:
            assert f'href="v1/csv/{table.name}.csv"' in page
            for column in (*table.keys, *table.columns):
                assert f'<span class="code">{column.name}</span>' in page
                assert column.title.replace("&", "&amp;") in page
    assert "CC BY 4.0" in page


def test_the_card_of_a_commune_needs_no_script_and_says_what_contradicts(site: Path, v1: Path) -> None:
    card = (site / "nhung/xa/10750/index.html").read_text(encoding="utf-8")
    assert "<script" not in card
    assert "cộng lại được 779, chênh 1 hồ sơ" in card
    data = _json(site / "nhung/xa/10750/the.json")
    jsonschema.validate(data, _json(v1 / "schema/the.json"), jsonschema.Draft202012Validator)
    assert data["so_lieu"]["chua_khop"]
    other = _json(site / "nhung/xa/10792/the.json")
    assert (other["dia_chi"], other["dien_thoai"]) == ("Thôn A, xã An Thành", "+84 225 3123")


def test_the_facts_of_an_inspection_hold_to_their_schema(site: Path, v1: Path) -> None:
    schema = _json(v1 / "schema/kiem-tra.json")
    for file in (site / "kiem-tra").glob("*/kiem-tra.json"):
        jsonschema.validate(_json(file), schema, jsonschema.Draft202012Validator)
    assert schema["required"]


def test_the_feed_of_figures_has_an_entry_for_each_period(site: Path, board: Board) -> None:
    feed = ET.fromstring((site / urls.STATISTICS_FEED).read_bytes())
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == sum(map(len, board.statistics.values()))
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert any("780" in (entry.findtext(f"{ATOM}summary") or "") for entry in entries)


def test_addresses_are_in_the_sitemap(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    for path in ("du-lieu/", "kien-nghi/", "kiem-tra/", "kiem-tra/10750/"):
        assert f"<loc>https://congkhai.example/{path}</loc>" in sitemap


def test_a_board_may_leave_open_data_out(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    assert (site / "du-lieu/v1/thu-tuc/1.001193.json").exists()
    settings = sample / "content/board.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "du_lieu_mo: khong\n", encoding="utf-8")
    build(sample, site, DAY)
    assert not [path for path in tree(site) if path.startswith(("du-lieu/", "nhung/", "thong-ke/atom"))]
    assert 'href="du-lieu/"' not in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "kiem-tra/10750/index.html").exists()


def test_a_licence_is_published_as_the_settings_say(sample: Path, tmp_path: Path) -> None:
    settings = sample / "content/board.yml"
    text = settings.read_text(encoding="utf-8")
    link = "https://creativecommons.org/licenses/by/4.0/"
    settings.write_text(text + f"lien_ket_giay_phep: {link}\n", encoding="utf-8")
    build(sample, tmp_path / "a", DAY)
    package = _json(tmp_path / "a/du-lieu/v1/datapackage.json")
    assert package["licenses"] == [{"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": link}]
    settings.write_text(re.sub("(?m)^giay_phep:.*\n", "", text), encoding="utf-8")
    build(sample, tmp_path / "b", DAY)
    assert "licenses" not in _json(tmp_path / "b/du-lieu/v1/datapackage.json")
    assert "chưa nêu giấy phép" in (tmp_path / "b/du-lieu/index.html").read_text(encoding="utf-8")


def _cold(board: Path, output: Path) -> dict[str, bytes]:
    shutil.rmtree(board / ".congkhai", ignore_errors=True)
    build(board, output, DAY)
    return tree(output)


def test_what_is_joined_after_an_edit_equals_what_is_joined_at_once(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.pieces.BATCH", 3)
    site = tmp_path / "site"
    build(sample, site, DAY, workers=2)
    record = sample / "procedures/ho-tich/1.001193.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("ten: Giấy khai sinh", "ten: Giấy mới"))
    (sample / "procedures/ho-tich/1.004837.yml").unlink()
    new = (
        record.read_text(encoding="utf-8")
        .replace("1.001193", "1.001194")
        .replace("ten_ngan: ", "ten_ngan: B")
    )
    (sample / "procedures/ho-tich/1.001194.yml").write_text(new, encoding="utf-8")
    build(sample, site, DAY, workers=2)
    after = tree(site)
    assert "Giấy mới".encode() in after["du-lieu/v1/thu-tuc.json"]
    assert b"1.004837" not in after["du-lieu/v1/csv/thu-tuc.csv"]
    assert after == _cold(sample, tmp_path / "full")


@pytest.mark.parametrize(
    "path",
    ["du-lieu/v1/thu-tuc.json", "du-lieu/v1/csv-excel/thu-tuc-nguon.csv", "du-lieu/v1/thu-tuc/1.001193.json"],
)
def test_a_file_of_data_that_somebody_deleted_is_made_again(path: str, sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    whole = tree(site)
    (site / path).unlink()
    build(sample, site, DAY)
    assert tree(site) == whole


def test_a_damaged_record_does_not_spread_into_what_is_joined(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    whole = (site / "du-lieu/v1/thu-tuc.json").read_bytes()
    damaged = site / "du-lieu/v1/thu-tuc/1.001193.json"
    damaged.write_bytes(damaged.read_bytes()[:100])
    (site / "du-lieu/v1/thu-tuc.json").unlink()
    build(sample, site, DAY)
    assert (site / "du-lieu/v1/thu-tuc.json").read_bytes() == whole


def test_no_unfinished_file_stays_behind(site: Path) -> None:
    assert [path for path in tree(site) if path.endswith(".congkhai-tmp")] == []
