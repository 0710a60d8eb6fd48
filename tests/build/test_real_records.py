"""The 373 real records of the national database as a second board: import, check, build."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.site.build import build
from tests import scaffold
from tests.build.conftest import DAY
from tests.open_data.again import one_form, take, whole

pytestmark = pytest.mark.shared_data


def test_all_real_records_import_pass_the_check_and_build(shared_data: Path, tmp_path: Path) -> None:
    board = tmp_path / "board"
    run = CliRunner().invoke
    assert run(cli, ["new", "board", str(board), *scaffold.BOARD]).exit_code == 0
    files = sorted(str(file) for file in (shared_data / "procedures").glob("*.jsonl"))
    imported = run(cli, ["import", *files, "--into", str(board)])
    assert imported.exit_code == 0, imported.output
    checked = run(cli, ["check", "--source", str(board)])
    assert checked.exit_code == 0, checked.output
    built = build(board, tmp_path / "site", DAY)
    assert built.pages
    pages = list((tmp_path / "site/thu-tuc").glob("*.*/index.html"))
    assert len(pages) == 373
    for form in ("json", "csv"):
        package = one_form(form, tmp_path / "site/du-lieu/v1", tmp_path / form)
        assert take(package, tmp_path / f"from-{form}").problems == []
        assert whole(tmp_path / f"from-{form}") == whole(board)


def test_the_longest_real_name_stands_whole_on_its_page(shared_data: Path, tmp_path: Path) -> None:
    board = tmp_path / "board"
    CliRunner().invoke(cli, ["new", "board", str(board), *scaffold.BOARD])
    files = sorted(str(file) for file in (shared_data / "procedures").glob("*.jsonl"))
    CliRunner().invoke(cli, ["import", *files, "--into", str(board)])
    build(board, tmp_path / "site", DAY)
    heads = [
        page.read_text(encoding="utf-8").partition("<h1")[2].partition(">")[2].partition("</h1>")[0]
        for page in (tmp_path / "site/thu-tuc").glob("*.*/index.html")
    ]
    assert max(map(len, heads)) > 900
