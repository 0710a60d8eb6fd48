"""The bundles of the sample board's communes, made by the command, open both screens without a network."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.bundle.verify import choose, files_of
from generator.cli import cli
from tests.build.trees import tree
from tests.display.bundle.conftest import Display

ROOT = Path(__file__).parents[3]
COMMUNES = ("10891", "10750", "10792")


def _run(*arguments: str | Path, today: str = "2026-11-22") -> Result:
    return CliRunner(env={"CONGKHAI_TODAY": today}).invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    assert _run("keygen", "--output", folder / "k.pem").exit_code == 0
    for code in COMMUNES:
        done = _run("bundle", code, "--source", ROOT, "--output", folder, "--sign", folder / "k.pem", "--zip")
        assert done.exit_code == 0, done.output
    return folder


@pytest.mark.browser
@pytest.mark.xdist_group("bundle")
@pytest.mark.parametrize("screen", ["man-hinh", "ki-ot"])
@pytest.mark.parametrize("code", COMMUNES)
def test_a_screen_opens_with_no_error_and_no_request(
    display: Display, made: Path, code: str, screen: str
) -> None:
    page = display.page()
    page.goto((made / f"BANG-{code}" / f"{screen}.html").as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    name = {"10891": "Tứ Minh", "10750": "Phú Thái", "10792": "An Thành"}[code]
    assert name in page.inner_text("#man")
    assert page.evaluate("congkhai.display.source.notice") is None
    assert display.wrong == []


def test_a_release_holds_every_file_that_its_screens_name(made: Path) -> None:
    folder = made / "BANG-10750"
    found = choose(folder)
    assert found.side and found.manifest
    files = files_of(folder, found.side, found.manifest)
    for screen in json.loads(files["screens.json"]).values():
        assert {*screen["styles"], *screen["scripts"]} <= files.keys()
    received = json.loads(files["ki-ot/du-lieu.json"])["received"]
    assert {f"thu-tuc/{code}.json" for code in received} <= files.keys()
    assert "common/fonts/OFL.txt" in files, "the fonts' licence goes with the fonts"


def test_the_zip_unpacks_to_the_same_folder(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made / "BANG-10750.zip") as archive:
        archive.extractall(tmp_path)
        rights = {info.filename: info.external_attr >> 16 & 0o777 for info in archive.infolist()}
    assert tree(tmp_path / "BANG-10750") == tree(made / "BANG-10750")
    assert rights["BANG-10750/cap-nhat.sh"] == 0o755
    assert rights["BANG-10750/index.html"] == 0o644


def test_the_same_board_on_the_same_day_makes_the_same_bytes(made: Path, tmp_path: Path) -> None:
    _run("bundle", "10750", "--source", ROOT, "--output", tmp_path, "--sign", made / "k.pem", "--zip")
    assert tree(tmp_path / "BANG-10750") == tree(made / "BANG-10750")
    assert (tmp_path / "BANG-10750.zip").read_bytes() == (made / "BANG-10750.zip").read_bytes()


def test_the_command_updates_the_folder_that_is_there(made: Path, tmp_path: Path) -> None:
    shutil.copytree(made / "BANG-10750", tmp_path / "BANG-10750")
    command = ("bundle", "10750", "--source", ROOT, "--output", tmp_path, "--sign", made / "k.pem")
    assert "không có gì thay đổi" in _run(*command).output
    assert "ghi bên B" in _run(*command, today="2026-11-23").output
    assert choose(tmp_path / "BANG-10750").side == "b"


def test_what_cannot_be_made_is_said_in_a_sentence(made: Path, tmp_path: Path) -> None:
    unknown = _run("bundle", "99999", "--source", ROOT, "--output", tmp_path)
    assert (unknown.exit_code, "không có xã nào mang mã «99999»" in unknown.output) == (1, True)
    unsigned = _run("bundle", "10750", "--source", ROOT, "--output", made)
    assert (unsigned.exit_code, "Hãy thêm --sign" in unsigned.output) == (1, True)
    again = _run("keygen", "--output", made / "k.pem")
    assert (again.exit_code, "không bao giờ bị ghi đè" in again.output) == (1, True)
    assert "Traceback" not in unknown.output + unsigned.output + again.output
