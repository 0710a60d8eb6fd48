"""The forms for people without git: what they offer follows the models, what they load is what was pinned."""

import base64
import hashlib
import io
import json
import os
import tarfile
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner

from generator.admin import program
from generator.admin.config import configuration, forms
from generator.admin.make import hosts, page, write_admin
from generator.commands.admin import admin
from generator.model.commune import Commune
from generator.model.convert import record_of
from generator.model.procedure import Procedure, Scope
from generator.model.record import keys
from generator.model.settings import BoardSettings, CatalogueField
from generator.model.statistics import StatisticsReport
from generator.reading import yaml_text
from generator.reading.kinds import kind_of

ROOT = Path(__file__).parents[2]
FIELDS = (CatalogueField(key="ho-tich", name="Hộ tịch"), CatalogueField(key="chung-thuc", name="Chứng thực"))
GITHUB = {"name": "github", "repo": "ubnd/bang", "branch": "main"}


def made() -> dict[str, Any]:
    return configuration(FIELDS, GITHUB, "https://congkhai.example/", "Bảng thử")


def form(forms: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(each for each in forms if each["name"] == name)


@pytest.mark.parametrize("model", [Procedure, Commune, StatisticsReport])
def test_every_key_has_a_form_and_only_what_must_be_there_is_required(model: Any) -> None:
    found = {each["name"]: each["required"] for each in forms(model)}
    wanted = {each.key: each.required for each in keys(model)}
    assert found == wanted
    assert all(each["label"] and each["hint"] for each in forms(model))


def test_new_files_go_where_the_board_reads_them() -> None:
    values = {"{{ma}}": "10750", "{{xa}}": "10750", "{{slug}}": "2025-07-16"}
    for collection in made()["collections"]:
        path = collection["path"]
        for name, value in values.items():
            path = path.replace(name, value)
        assert kind_of(f"{collection['folder']}/{path}.{collection['extension']}"), collection["name"]
        assert collection["delete"] is False


def test_choices_are_those_of_the_model_in_words() -> None:
    procedure = made()["collections"][0]["fields"]
    options = form(procedure, "tham_quyen")["options"]
    assert [option["value"] for option in options] == list(get_args(Scope))
    assert options[0]["label"] == "Thẩm quyền của xã"
    field = form(procedure, "linh_vuc")
    assert (field["default"], [option["value"] for option in field["options"]]) == (
        "ho-tich",
        ["ho-tich", "chung-thuc"],
    )


def test_values_that_other_readers_retype_stay_texts() -> None:
    output = made()["output"]
    assert output["yaml"]["quote"] == "double"
    assert output["omit_empty_optional_fields"] is True
    procedure = forms(Procedure)
    assert form(procedure, "ngay_ra_soat")["widget"] == "string"
    assert form(form(procedure, "cach_thuc_thuc_hien")["fields"], "phi_le_phi")["widget"] == "text"
    assert form(procedure, "ma")["pattern"][0].startswith("^[1-9]")


def test_the_page_calls_nobody_but_the_git_host_and_quotes_what_it_shows() -> None:
    shown = page('Bảng "A" <b>', hosts({"name": "gitea", "base_url": "https://git.xa.example/kho"}))
    policy = shown.split('content="default-src')[1].split('">')[0]
    assert "https://git.xa.example" in policy
    assert "github" not in policy
    assert "'unsafe-eval'" not in policy
    assert "<title>Biên tập: Bảng &quot;A&quot; &lt;b&gt;</title>" in shown
    assert "https://api.github.com" in page("A", hosts(GITHUB))


def archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return out.getvalue()


def pinned(content: bytes) -> program.Package:
    """The package as if ``content`` were the archive that was chosen."""
    digest = "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()
    return replace(program.CMS, integrity=digest)


def whole() -> dict[str, bytes]:
    """Every file that is taken from the package, the addresses of other hosts in its program."""
    files = {f"package/{name}": b"x" for name in program.CMS.files}
    files["package/dist/sveltia-cms.js"] = "|".join(program.LOCAL).encode()
    return files | {
        "package/locales/vi.json": b"{}",
        "package/../evil.js": b"x",
        "package/postinstall.js": b"x",
    }


def test_the_program_comes_without_the_addresses_of_other_hosts_and_nothing_else_comes() -> None:
    content = archive(whole())
    files = program.unpacked(pinned(content), content)
    assert b"https://" not in files["sveltia-cms.js"]
    translation = f"npm/@sveltia/cms@{program.CMS.version}/locales/vi.json"
    assert files.keys() == {*program.CMS.files.values(), translation}


def test_another_archive_than_the_pinned_one_is_refused() -> None:
    with pytest.raises(program.NotFetched, match="không đúng bản đã chọn"):
        program.unpacked(program.CMS, archive(whole()))


@pytest.mark.parametrize("missing", ["package/LICENSE.txt", "package/dist/sveltia-cms.js"])
def test_a_package_without_a_file_is_refused(missing: str) -> None:
    content = archive({name: said for name, said in whole().items() if name != missing})
    with pytest.raises(program.NotFetched, match="thiếu tệp"):
        program.unpacked(pinned(content), content)


def test_a_program_that_calls_elsewhere_than_known_is_refused() -> None:
    content = archive(whole() | {"package/dist/sveltia-cms.js": b"fetch('https://cdn.example')"})
    with pytest.raises(program.NotFetched, match="cần được xem lại"):
        program.unpacked(pinned(content), content)


def test_the_folder_is_written_whole_and_the_same_twice(tmp_path: Path) -> None:
    settings = record_of(
        BoardSettings, yaml_text.parse((ROOT / "content/board.yml").read_text(encoding="utf-8"))
    )
    for _ in range(2):
        names = write_admin(tmp_path, {"fonts/a.woff2": b"font"}, settings, FIELDS, GITHUB)
        assert names == ["config.yml", "fonts/a.woff2", "index.html"]
        assert json.loads((tmp_path / "config.yml").read_bytes())["backend"] == GITHUB


def test_the_command_without_npm_says_what_is_missing_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    output = tmp_path / "quan-tri"
    result = CliRunner().invoke(
        admin, ["--source", str(ROOT), "--output", str(output), "--repo", "a/b"], catch_exceptions=True
    )
    assert isinstance(result.exception, program.NotFetched)
    assert "Hãy cài Node.js" in str(result.exception)
    assert not output.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--repo", "mot-chu"], "CHỦ/TÊN"),
        (["--repo", "a/b", "--base-url", "http://x.example"], "https://"),
        (["--repo", "a/b", "--base-url", "https://x.example; script-src *"], "https://"),
        (["--repo", "a/b", "--host", "gitea"], "--base-url"),
    ],
)
def test_wrong_usage_is_said(arguments: list[str], said: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(admin, ["--source", str(ROOT), "--output", str(tmp_path), *arguments])
    assert (result.exit_code, said in result.output) == (2, True)


@pytest.mark.browser
@pytest.mark.skipif("CONGKHAI_NPM" not in os.environ, reason="fetches a package: set CONGKHAI_NPM=1")
def test_the_real_program_reaches_its_login_without_a_call_to_any_other_host(tmp_path: Path) -> None:
    from tests.admin.served import login_screen

    result = CliRunner().invoke(
        admin, ["--source", str(ROOT), "--output", str(tmp_path / "quan-tri"), "--repo", "ubnd/bang"]
    )
    assert result.exit_code == 0, result.output
    text, requests, failed = login_screen(tmp_path, "quan-tri/")
    assert "Đăng nhập bằng" in text
    assert [address for address in requests if not address.startswith(("http://127.0.0.1:", "blob:"))] == []
    assert failed == ["npm/none.json"]
