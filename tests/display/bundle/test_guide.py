"""The operators' guide names every message, script and command; scripts are sound as far as text tells."""

import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest
import quickjs

from generator.bundle.folder import current_script
from generator.cli import cli
from generator.resources import theme
from tests.display.bundle.small import PHU_THAI, SCREENS, bundle, key
from tests.display.bundle.update_scripts import unmarked

GUIDE = Path(__file__).parents[3] / "docs/huong-dan-ki-ot.md"
ROW = re.compile(r"^\| `([a-z-]+)` \| (.+?) \| .+ \|$", re.M)


def _messages() -> dict[str, str]:
    context = quickjs.Context()
    context.eval("var self = this;")
    context.eval((theme() / "display/loader/messages.js").read_text(encoding="utf-8"))
    names = str(context.eval("Object.keys(congkhai.loader.messages).join(' ')")).split()
    return {name: str(context.eval(f"congkhai.loader.messages['{name}']")) for name in names}


PATHS_OF_BATCHES = "~dp0|DICH|NGUON|TRANG|GOC|TU|SANG"


def _guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return bundle(tmp_path, signer=key(), commune=PHU_THAI).folder


def _batches(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.bat"))


def test_the_guide_lists_exactly_the_messages_of_the_corner() -> None:
    assert dict(ROW.findall(_guide())) == _messages()


def test_every_code_that_a_display_can_give_has_a_message() -> None:
    scripts = [*(theme() / "display/loader").glob("*.js"), *(theme() / "display/online").glob("*.js")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in scripts if path.name != "messages.js")
    given = set(re.findall(r'(?:refuse|Refused|say)\("([a-z-]+)"', text))
    given |= set(re.findall(r'"((?:khong|khac|chu|cu|thieu|thua|tep|mat|tai|chua)-[a-z-]+)"', text))
    assert given == _messages().keys()


def test_the_guide_names_every_file_that_an_operator_meets(folder: Path) -> None:
    for path in folder.iterdir():
        assert f"`{path.name}`" in _guide(), path.name


def test_the_guide_names_no_command_or_option_that_does_not_exist() -> None:
    context = click.Context(cli)
    for line in re.findall(r"^congkhai .+$", _guide(), re.M):
        _, name, *words = line.split()
        command = cli.get_command(context, name)
        assert command, name
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("ending", ["bat", "sh"])
def test_the_guide_explains_what_the_update_says(folder: Path, ending: str) -> None:
    text = (folder / f"cap-nhat.{ending}").read_text(encoding="utf-8")
    said = {match.strip() for match in re.findall(r'(?:echo |")((?:[^\W\da-z_]{2,}[ ,]*){3,})', text)}
    assert len(said) == 9
    rows = _guide() if ending == "sh" else unmarked(_guide())
    assert [one for one in said if one not in rows and one.rstrip(" ,") not in rows] == []


def test_every_link_inside_the_guide_leads_somewhere() -> None:
    assert set(re.findall(r"\]\(#([^)]*)\)", _guide())) == set(re.findall(r'<a id="([^"]*)">', _guide()))


def test_batch_files_are_what_windows_reads_without_surprises(folder: Path) -> None:
    """ASCII, CRLF; no delayed expansion, so that ``!`` in a path stays; every path in quotes."""
    for path in _batches(folder):
        content = path.read_bytes()
        assert content.count(b"\r\n") == content.count(b"\n") > 1, path.name
        text = content.decode("ascii")
        assert "@MA_XA@" not in text
        assert "EnableDelayedExpansion" not in text
        assert not re.search(r"![A-Za-z_]+!", text)
        for line in text.splitlines():
            bare = re.sub(r'"[^"]*"', "", line)
            if not line.startswith("rem"):
                assert not re.search(rf"%(?:{PATHS_OF_BATCHES}|DUYET|HO_SO|~1\b)", bare), line
                assert line.replace('%DONG:"=%', "").count('"') % 2 == 0, line
            called = re.search(r"\bcall (.*)|cmd /c (.*)", line)
            if called and not line.startswith("rem"):
                assert not re.search(rf"%(?:{PATHS_OF_BATCHES})", called[0]), "call reads % twice"


def test_batch_files_jump_only_to_labels_that_they_have(folder: Path) -> None:
    for path in _batches(folder):
        text = path.read_text(encoding="ascii")
        labels = set(re.findall(r"^:(\w+)", text, re.M))
        targets = set(re.findall(r"(?:goto |call :)(\w+)", text))
        assert targets == labels, path.name


def test_what_windows_takes_from_a_file_is_what_we_write(folder: Path) -> None:
    """A line with another character than these is refused before any part of it is used in a command."""
    text = (folder / "cap-nhat.bat").read_text(encoding="ascii")
    checked = re.search(r'"delims=([^"]+)" %%X in \("0%DONG%"\)', text)
    assert checked
    allowed = set(checked[1])
    assert allowed == set("0123456789abcdefghijklmnopqrstuvwxyz.- ")
    for name in ("a/version.txt", "a/SHA256SUMS.txt"):
        lines = (folder / name).read_bytes().decode().split("\r\n")
        assert lines.pop() == ""
        assert set("".join(lines)) <= allowed
    parts = re.split("[(,);]+", current_script("b", 20261116013000).decode())
    assert parts[:2] == ["congkhaiCurrent", '"b"']


def test_a_batch_file_needs_no_tool_whose_words_differ_from_windows_to_windows(folder: Path) -> None:
    """Of all programs only certutil is asked for an answer: its second line is a digest in every language."""
    text = (folder / "cap-nhat.bat").read_text(encoding="ascii")
    assert set(re.findall(r"in \('(\S+)", text)) == {"certutil"}
    assert not re.search(r"\b(?:findstr|powershell|wmic|robocopy|xcopy)\b", text)


@pytest.mark.parametrize("name", ["cap-nhat", "mo-man-hinh", "mo-ki-ot", "mo-ca-hai", "loader/mo"])
def test_shell_scripts_are_plain_posix(folder: Path, name: str) -> None:
    path = folder / f"{name}.sh"
    assert path.stat().st_mode & 0o111
    assert path.read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    for shell in filter(None, map(shutil.which, ("dash", "sh"))):
        subprocess.run([shell, "-n", str(path)], check=True)


def test_no_browser_offers_to_translate_a_screen(folder: Path) -> None:
    """One whose own words are English lays its offer over the screen, and nobody takes it away."""
    for page in [
        *(folder / f"{screen.key}.html" for screen in SCREENS),
        theme() / "display/online/screen.html",
    ]:
        text = page.read_text(encoding="utf-8")
        assert '<meta name="google" content="notranslate">' in text
        assert ' translate="no"' in text


def test_each_screen_has_a_page_and_a_way_to_start_it(folder: Path) -> None:
    for screen in SCREENS:
        for ending in ("bat", "sh"):
            assert f" {screen.key} " in (folder / f"mo-{screen.key}.{ending}").read_text(encoding="utf-8")
            assert f" {screen.key} " in (folder / f"mo-ca-hai.{ending}").read_text(encoding="utf-8")
