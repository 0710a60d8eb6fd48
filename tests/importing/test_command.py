"""``congkhai import``: exit codes, and one report in two forms."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands.import_ import import_
from tests.importing.boards import CODE, board, json_file, record_file, source


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(import_, [str(argument) for argument in arguments])


def test_a_clean_import_ends_with_0_and_says_what_it_did(tmp_path: Path) -> None:
    result = _run(json_file(tmp_path, source(ministry="bo-tu-phap")), "--into", board(tmp_path))
    assert result.exit_code == 0
    assert f"{CODE}: tạo mới → procedures/ho-tich/{CODE}.yml (nguon.jsonl, dòng 1)" in result.output
    assert "- Mục «ministry» của nguồn không có mục tương ứng nên không nhập." in result.output
    assert "Lĩnh vực mới: ho-tich: Hộ tịch" in result.output
    assert "Tổng số 1 bản ghi: tạo mới 1, cập nhật 0, không đổi 0, không nhập 0" in result.output
    assert record_file(tmp_path / "bang").is_file()


def test_the_json_report_holds_everything(tmp_path: Path) -> None:
    result = _run(json_file(tmp_path, source(fax="1")), "--into", board(tmp_path), "--format", "json")
    data = json.loads(result.output)
    assert data["tong_so"]["tao_moi"] == 1
    (record,) = data["ban_ghi"]
    assert (record["code"], record["outcome"], len(record["left"])) == (CODE, "tao_moi", 1)
    assert data["linh_vuc_moi"] == ["ho-tich: Hộ tịch"]


def test_an_error_ends_with_1_and_names_file_and_line(tmp_path: Path) -> None:
    result = _run(json_file(tmp_path, source(code="x")), "--into", board(tmp_path))
    assert result.exit_code == 1
    assert "LỖI nguon.jsonl, dòng 1, cột 1: x: Mã «x» không đúng dạng" in result.output


@pytest.mark.parametrize("arguments", [[], ["--into", "."], ["khong-co.jsonl", "--into", "."], [__file__]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert _run(*arguments).exit_code == 2


def test_a_broken_list_of_fields_stops_the_import_before_anything_is_written(tmp_path: Path) -> None:
    root = board(tmp_path)
    (root / "content").mkdir()
    (root / "content" / "fields.yml").write_text("linh_vuc: [", encoding="utf-8")
    result = _run(json_file(tmp_path, source()), "--into", root)
    assert result.exit_code == 1
    assert "content/fields.yml" in result.output
    assert not (root / "procedures").exists()


def test_fields_in_brackets_are_left_and_the_record_is_refused(tmp_path: Path) -> None:
    root = board(tmp_path)
    (root / "content").mkdir()
    text = "linh_vuc: [{ma: cu-tru, ten: Cư trú}]\n"
    (root / "content" / "fields.yml").write_text(text, encoding="utf-8")
    result = _run(json_file(tmp_path, source()), "--into", root)
    assert result.exit_code == 1
    assert (root / "content" / "fields.yml").read_text(encoding="utf-8") == text
    assert not (root / "procedures").exists()
