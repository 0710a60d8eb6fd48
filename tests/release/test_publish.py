"""Releases are whole or not there, and the way back is always open."""

import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.lock import Busy, lock
from generator.place import NotOurs
from generator.release.live import Mode, WrongMode
from generator.release.manifest import Manifest, NotWhole
from generator.release.publish import Published, publish
from generator.release.rollback import releases, rollback
from generator.release.shelf import NoRelease
from generator.site.build import build
from tests.build.conftest import ROOT
from tests.build.trees import tree
from tests.release.small import DAY, clean, rename, served

MODES: tuple[Mode, ...] = ("symlink", "copy")


def _publish(board: Path, folder: Path, mode: Mode | None = None) -> Published:
    return publish(board, folder, DAY, mode, workers=1)


def _run(*arguments: str) -> tuple[int, str]:
    done = CliRunner(env={"CONGKHAI_TODAY": DAY.isoformat()}).invoke(cli, arguments)
    return done.exit_code, done.output


@pytest.mark.parametrize("mode", MODES)
def test_what_is_served_is_the_built_site_and_named_by_its_manifest(
    mode: Mode, board: Path, tmp_path: Path
) -> None:
    done = _publish(board, tmp_path / "web", mode)
    build(board, tmp_path / "site", DAY)
    assert served(tmp_path / "web") == tree(tmp_path / "site")
    assert done.release == Manifest.of(tmp_path / "site").name
    manifest = json.loads((tmp_path / f"web/releases/{done.release}.json").read_text(encoding="utf-8"))
    assert manifest["files"].keys() == tree(tmp_path / "site").keys()


def test_a_site_under_a_name_for_examples_is_published_with_a_warning(board: Path, tmp_path: Path) -> None:
    done = _publish(board, tmp_path / "web")
    assert done.release
    assert "address-reserved" in {problem.code for problem in done.problems}


def test_a_symlink_host_serves_a_link_and_a_copy_host_a_folder(board: Path, tmp_path: Path) -> None:
    done = _publish(board, tmp_path / "a")
    assert str((tmp_path / "a/current").readlink()) == f"releases/{done.release}"
    _publish(board, tmp_path / "b", "copy")
    assert not (tmp_path / "b/current").is_symlink()
    with pytest.raises(WrongMode):
        _publish(board, tmp_path / "b", "symlink")
    assert _publish(board, tmp_path / "b").release == done.release


@pytest.mark.parametrize("mode", MODES)
def test_three_releases_are_kept_and_the_way_back_goes_one_by_one(
    mode: Mode, board: Path, tmp_path: Path
) -> None:
    web = tmp_path / "web"
    names, trees = [], []
    for number in range(4):
        rename(board, f"Tên {number}")
        names.append(_publish(board, web, mode).release)
        trees.append(served(web))
    assert [name for name, _ in releases(web)] == names[1:]
    kept = {path.name for path in (web / "releases").iterdir()}
    assert kept == {f"{name}{ending}" for name in names[1:] for ending in ("", ".json")}
    for number in (2, 1):
        assert rollback(web) == names[number]
        assert served(web) == trees[number]
    with pytest.raises(NoRelease):
        rollback(web)
    assert rollback(web, names[3]) == names[3]
    assert served(web) == trees[3]
    assert releases(web) == [(name, name == names[3]) for name in names[1:]]


def test_publishing_what_was_published_before_makes_it_the_latest(board: Path, tmp_path: Path) -> None:
    web = tmp_path / "web"
    names = []
    for name in ("A", "B", "A"):
        rename(board, name)
        names.append(_publish(board, web).release)
    assert names[0] == names[2]
    assert [name for name, _ in releases(web)] == [names[1], names[0]]
    assert rollback(web) == names[1]


@pytest.mark.parametrize("mode", MODES)
def test_a_damaged_release_is_refused(mode: Mode, board: Path, tmp_path: Path) -> None:
    web = tmp_path / "web"
    first = _publish(board, web, mode).release
    rename(board, "Tên mới")
    _publish(board, web, mode)
    before = served(web)
    page = web / f"releases/{first}/thu-tuc/1.001190/index.html"
    whole = page.read_bytes()
    for damage in (b"", whole[:-1], whole.replace(b"a", b"b", 1)):
        page.unlink(missing_ok=True)
        page.write_bytes(damage)
        with pytest.raises(NotWhole, match=r"1\.001190"):
            rollback(web)
    page.unlink()
    with pytest.raises(NotWhole, match="thiếu"):
        rollback(web)
    page.write_bytes(whole)
    (page.parent / "them.html").write_bytes(b"x")
    with pytest.raises(NotWhole, match="thừa"):
        rollback(web)
    (page.parent / "them.html").unlink()
    page.unlink()
    page.symlink_to("/etc/hostname")
    with pytest.raises(NotWhole):
        rollback(web)
    page.unlink()
    page.write_bytes(whole)
    manifest = web / f"releases/{first}.json"
    kept = manifest.read_bytes()
    manifest.write_bytes(kept.replace(b"index", b"indey", 1))
    with pytest.raises(NotWhole, match=r"\.json"):
        rollback(web)
    assert served(web) == before
    manifest.write_bytes(kept)
    assert rollback(web) == first


@pytest.mark.parametrize("mode", MODES)
def test_publishing_again_mends_what_somebody_changed_in_place(
    mode: Mode, board: Path, tmp_path: Path
) -> None:
    web = tmp_path / "web"
    done = _publish(board, web, mode)
    before = served(web)
    (web / "current/thu-tuc/1.001190/index.html").write_bytes(b"defaced")
    (web / "current/index.html").unlink()
    assert _publish(board, web, mode).release == done.release
    assert served(web) == before


def test_a_release_shares_unchanged_files_with_the_last_and_none_with_the_next_build(
    board: Path, tmp_path: Path
) -> None:
    web = tmp_path / "web"
    first = _publish(board, web).release
    rename(board, "Tên mới")
    done = _publish(board, web)
    assert 0 < done.changed < 30

    def number(path: str) -> int:
        return (web / path).stat().st_ino

    assert number(f"releases/{first}/404.html") == number("current/404.html")
    assert number("current/404.html") != number(".congkhai/site/404.html")
    assert number(f"releases/{first}/thu-tuc/1.001190/index.html") != number(
        "current/thu-tuc/1.001190/index.html"
    )


def test_a_board_with_an_error_or_a_site_with_a_fault_leaves_everything(
    board: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = tmp_path / "web"
    _publish(board, web)
    before = tree(web / "current")
    prose = board / "content/pages/huong-dan.md"
    kept = prose.read_text(encoding="utf-8")
    prose.write_text(kept + "\n<a href='javascript:alert(1)'>x</a>\n", encoding="utf-8")
    code, output = _run("publish", "--source", str(board), "--to", str(web))
    assert code == 1
    assert "huong-dan/index.html" in output
    assert "[link-unsafe]" in output
    prose.write_text(kept, encoding="utf-8")
    rename(board, "")
    code, output = _run("publish", "--source", str(board), "--to", str(web))
    assert code == 1
    assert "giữ nguyên như cũ" in output
    assert tree(web / "current") == before


def test_a_folder_with_other_files_is_not_touched(board: Path, tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web/other").write_text("x")
    with pytest.raises(NotOurs):
        _publish(board, tmp_path / "web")
    (tmp_path / "web/.congkhai").mkdir()
    (tmp_path / "web/current").mkdir()
    with pytest.raises(WrongMode):
        _publish(board, tmp_path / "web")
    with pytest.raises(NoRelease):
        rollback(tmp_path)


def test_of_two_publishers_the_second_waits_and_then_fails_clearly(board: Path, tmp_path: Path) -> None:
    web = tmp_path / "web"
    said: list[str] = []
    with lock(web / ".congkhai/lock", 0), pytest.raises(Busy, match=str(os.getpid())):
        publish(board, web, DAY, workers=1, wait=0.1, waiting=said.append)
    assert len(said) == 1


def test_two_publishers_at_once_both_end_well(board: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(board, tmp_path / "other"))
    rename(other, "Tên khác")
    web = tmp_path / "web"
    command = [sys.executable, "-m", "generator", "publish", "--to", str(web), "--workers", "1", "--source"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "CONGKHAI_TODAY": DAY.isoformat()}
    both = [
        subprocess.Popen([*command, str(source)], env=environment, stdout=subprocess.DEVNULL)
        for source in (board, other)
    ]
    assert [one.wait(timeout=100) for one in both] == [0, 0]
    first = releases(web)
    assert len(first) == 2
    assert served(web) in [clean(board, tmp_path / "c1"), clean(other, tmp_path / "c2")]


def test_two_sources_for_one_folder_do_not_mix(board: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(board, tmp_path / "other"))
    rename(other, "Tên khác")
    web = tmp_path / "web"
    for source in (board, other, board):
        _publish(source, web)
        assert served(web) == clean(source, tmp_path / f"clean-{source.name}")


@pytest.mark.parametrize("mode", MODES)
def test_a_reader_never_sees_a_missing_page(mode: Mode, board: Path, tmp_path: Path) -> None:
    web = tmp_path / "web"
    _publish(board, web, mode)
    missing: list[OSError] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                (web / "current/thu-tuc/1.001190/index.html").read_bytes()
            except OSError as error:
                missing.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(8):
        rename(board, f"Tên {number % 2}")
        _publish(board, web, mode)
        rollback(web)
    stop.set()
    reader.join()
    assert missing == []


def test_releases_can_be_read_by_the_web_server_whatever_the_umask(board: Path, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        _publish(board, tmp_path / "web")
    finally:
        assert os.umask(before) == 0o077
    for path in (tmp_path / "web/releases").rglob("*"):
        assert path.stat().st_mode & 0o044 == 0o044, path


def test_the_commands_say_what_happened(board: Path, tmp_path: Path) -> None:
    web = str(tmp_path / "web")
    code, output = _run("publish", "--source", str(board), "--to", web, "--json")
    first = json.loads(output)
    assert code == 0
    assert first["pages"] > 10
    rename(board, "Tên mới")
    code, output = _run("publish", "--source", str(board), "--to", web)
    assert (code, "Đã phát hành bản " in output) == (0, True)
    assert _run("rollback", "--to", web) == (0, f"Đã quay lại bản {first['release']}.\n")
    code, output = _run("rollback", "--to", web, "--list")
    assert output.splitlines()[0] == f"{first['release']}  đang chạy"
    assert _run("audit", f"{web}/current") == (0, "0 lỗi, 0 cảnh báo.\n")
    code, output = _run("rollback", "--to", web, "--release", "ffff")
    assert (code, "đang có: " in output) == (1, True)
