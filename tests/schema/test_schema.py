"""The schemas accept what the reader accepts, refuse what they can tell is wrong, and speak Vietnamese."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator

from generator.cli import cli
from generator.reading import layout
from generator.reading.kinds import KINDS, Kind, files_of_kinds, kind_of
from generator.reading.record import read_content
from generator.schema.files import VSCODE, modeline, schema_files
from generator.schema.json_schema import schema_of
from tests import scaffold
from tests.schema.yaml_core import read

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((ROOT / "tests/check/cases").glob("*.yml"))
CHECKS = {kind.name: Draft7Validator(schema_of(kind)) for kind in KINDS}
COMMUNE = "ma: '10750'\nten: x\ntinh: '31'\n"
PERIOD = "xa: '10750'\nden: 1/7/2025\n"
BY_NAME = {kind.name: kind for kind in KINDS}


def _refusals(kind: Kind, text: str) -> list[str]:
    return [error.message for error in CHECKS[kind.name].iter_errors(read(text))]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_sound_draft_07(kind: Kind) -> None:
    Draft7Validator.check_schema(schema_of(kind))


def _properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from value.items()
            yield from _properties(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _properties(item)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_key_is_titled_and_explained(kind: Kind) -> None:
    bare = [
        key
        for key, value in _properties(schema_of(kind))
        if not (value.get("title") and value.get("description"))
    ]
    assert bare == []


def test_an_editor_says_in_vietnamese_what_is_wanted() -> None:
    properties = schema_of(BY_NAME["procedure"])["properties"]
    assert properties["ma"]["errorMessage"] == "Cần mã thủ tục dạng «1.001193»."
    assert properties["muc_do"]["errorMessage"] == "Chỉ được là một trong: danh_muc, day_du."
    assert properties["tu_khoa"]["errorMessage"] == "Cần một danh sách gạch đầu dòng."
    assert properties["ngay_ra_soat"]["errorMessage"].startswith("Cần một ngày có thật")
    hours = schema_of(BY_NAME["commune"])["definitions"]["OpeningHours"]["properties"]
    assert "errorMessage" not in hours["den"]


def test_every_file_of_the_sample_board_is_of_a_kind_and_passes() -> None:
    files = list(files_of_kinds(ROOT))
    assert len(files) > 200
    for file, kind in files:
        assert (file, _refusals(kind, (ROOT / file).read_text(encoding="utf-8"))) == (file, [])


def test_every_place_that_the_reader_knows_has_a_kind() -> None:
    found = layout.find_files(ROOT)
    files = (*found.procedures, *found.communes, *found.statistics, *found.overlays)
    assert {kind.name for file in files if (kind := kind_of(file))} >= {
        "procedure",
        "commune",
        "statistics",
    }
    assert [file for file in files if not kind_of(file)] == []
    assert kind_of("content/pages/index.md") is None
    assert kind_of("x/procedures/ho-tich/1.001193.yml") is None


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_the_reader_accepts_the_schema_accepts(path: Path) -> None:
    for file, given in yaml.safe_load(path.read_text(encoding="utf-8"))["files"].items():
        kind = kind_of(file)
        if kind and isinstance(given, str) and read_content(given.encode(), file, kind.model).record:
            assert (file, _refusals(kind, given)) == (file, [])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("commune", "ma: 10750\nten: 5\ntinh: 31\n"),
        ("commune", "ma: ' 10750 '\nten: x\ntinh: '31\u00a0'\n"),
        ("commune", "ma: 01234\nten: true\ntinh: 01\ndia_chi:\n"),
        ("commune", COMMUNE + "gio_lam_viec:\n  - {thu: [2, '3'], tu: 07:30, den: 11:30}\n"),
        ("procedure", "ma: 1.001193\nten: no\nlinh_vuc: 5\nngay_ra_soat: 2026-11-22\nso_bo: 1\n"),
        ("procedure", "ma: '1.001193'\nten: a\nlinh_vuc: a\nngay_ra_soat: 1/2/2026\ntom_tat: ~\n"),
        ("statistics", "xa: 10750\nden: 1.7.2025\ntong_hop: {tiep_nhan: {tong: '7'}}\nnguon: [{ten: 1.0}]\n"),
        ("citizen_words", "'1.001193':\n  tu: [a, 1]\n"),
    ],
)  # fmt: skip
def test_values_without_quotes_pass_as_they_pass_the_reader(name: str, text: str) -> None:
    kind = BY_NAME[name]
    assert read_content(text.encode(), "x.yml", kind.model).problems == ()
    assert _refusals(kind, text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("procedure", "ma: '1.001193'\nten: a\n"),
        ("procedure", "ma: '1.00119'\nten: a\nlinh_vuc: a\n"),
        ("procedure", "ma: '1.001193'\nten: a\nlinh_vuc: Hộ tịch\n"),
        ("procedure", "ma: '1.001193'\nten: a\nlinh_vuc: a\nphi: x\n"),
        ("procedure", "ma: '1.001193'\nten: a\nlinh_vuc: a\nmuc_do: du\n"),
        ("procedure", "ma: '1.001193'\nten: a\nlinh_vuc: a\nngay_ra_soat: hôm nay\n"),
        ("procedure", "ma: '1.001193'\nten: a\nlinh_vuc: a\ntu_khoa: khai sinh\n"),
        ("procedure", "ma: '1.001193'\nten: a\nlinh_vuc: a\ntu_khoa: [[a]]\n"),
        ("procedure", "ma: '1.001193'\nten: a\nlinh_vuc: a\nket_qua: [Giấy khai sinh]\n"),
        ("procedure", "ma: '1.001193'\nten: {a: b}\nlinh_vuc: a\n"),
        ("procedure", "ma: '1.001193'\nten: ''\nlinh_vuc: a\n"),
        ("procedure", "ma: true\nten: a\nlinh_vuc: a\n"),
        ("commune", COMMUNE + "gio_lam_viec: [{thu: [9], tu: '07:30', den: '11:30'}]\n"),
        ("commune", COMMUNE + "gio_lam_viec: [{thu: [2], tu: 7h30, den: '11:30'}]\n"),
        ("commune", COMMUNE + "trang_web: http://xa.vn\n"),
        ("commune", COMMUNE + "man_hinh: {khoang_cach_m: 20}\n"),
        ("statistics", PERIOD + "tong_hop: {tiep_nhan: {tong: '1.000'}}\nnguon: [{ten: x}]\n"),
        ("statistics", PERIOD + "tong_hop: {tiep_nhan: {tong: -1}}\nnguon: [{ten: x}]\n"),
        ("statistics", PERIOD + "tong_hop: {}\nnguon: []\n"),
        ("board", "ten: a\ndon_vi: b\ndia_chi_trang: https://x.vn\ntinh: []\n"),
        ("synonyms", "dong_nghia: [[một mình]]\n"),
        ("citizen_words", "khai sinh:\n  tu: [a]\n"),
        ("life_events", "su_kien: [{ma: a, ten: b, thu_tuc: []}]\n"),
        ("fields", "- ma: a\n"),
        ("overlay", "noi_ap_dung: 'ba'\nma: '1.001193'\nnguon: [{ten: x}]\n"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_form_is_refused_by_both(name: str, text: str) -> None:
    kind = BY_NAME[name]
    assert read_content(text.encode(), "x.yml", kind.model).record is None
    assert _refusals(kind, text)


def test_the_command_writes_them_and_says_where(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["schema", "--output", str(tmp_path / "a/b")])
    assert result.exit_code == 0
    assert {
        path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "a/b").iterdir()
    } == schema_files()
    (tmp_path / "file").write_text("")
    result = CliRunner().invoke(cli, ["schema", "--output", str(tmp_path / "file/x")])
    assert result.exit_code == 1
    assert "Không tạo được" in result.output


def test_a_new_board_brings_the_schemas_and_its_files_name_them(tmp_path: Path) -> None:
    for arguments in (
        ["board", str(tmp_path), *scaffold.BOARD],
        ["commune", "10750", "--source", str(tmp_path), *scaffold.COMMUNE],
        ["procedure", "1.001193", "--source", str(tmp_path), *scaffold.PROCEDURE],
    ):
        assert CliRunner().invoke(cli, ["new", *arguments]).exit_code == 0
    made = files_of_kinds(tmp_path)
    words = {"citizen_words", "synonyms"}
    assert {kind.name for _, kind in made} == {"board", "fields", "commune", "procedure"} | words
    for file, kind in made:
        first = (tmp_path / file).read_text(encoding="utf-8").split("\n")[0]
        assert first == modeline(kind, file)
        schema = (tmp_path / file).parent / first.partition("$schema=")[2]
        assert json.loads(schema.read_text(encoding="utf-8")) == schema_of(kind)
    settings = json.loads((tmp_path / VSCODE).read_text(encoding="utf-8"))
    assert all((tmp_path / schema).is_file() for schema in settings["yaml.schemas"])


def test_an_editors_own_settings_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / VSCODE).write_text("{}", encoding="utf-8")
    assert CliRunner().invoke(cli, ["new", "board", str(tmp_path), *scaffold.BOARD]).exit_code == 0
    assert (tmp_path / VSCODE).read_text(encoding="utf-8") == "{}"
