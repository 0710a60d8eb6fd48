"""Disks that are full, forbidden or broken, at every single call that changes a file."""

import errno
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.release.live import Mode
from generator.release.publish import publish
from generator.release.rollback import rollback
from generator.site.build import build
from tests import scaffold
from tests.build.conftest import ROOT
from tests.build.trees import tree
from tests.powerless import powerless
from tests.release.faults import Disk, Write, faulty, watching
from tests.release.small import (
    DAY,
    RECORD,
    Pending,
    clean,
    pending,
    pending_in,
    pending_way_back,
    rename,
    served,
)

ERRORS = {errno.ENOSPC: "ổ đĩa đã đầy", errno.EACCES: "không có quyền", errno.EIO: "ổ đĩa báo lỗi"}
MODES: tuple[Mode, ...] = ("symlink", "copy")


def _run(*arguments: str) -> Result:
    return CliRunner(env={"CONGKHAI_TODAY": DAY.isoformat()}).invoke(cli, arguments)


def _publish(board: Path, web: Path) -> Result:
    return _run("publish", "--source", str(board), "--to", str(web), "--workers", "1")


@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
@pytest.mark.parametrize("mode", MODES)
def test_every_write_that_fails_leaves_the_served_site_and_is_named(
    mode: Mode, number: int, plain: Path, memory: Path
) -> None:
    work, writes = pending_in(mode, plain, memory)
    assert len(work.writes) > 200
    _fail_at(work, writes, number)


@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
def test_so_does_every_kind_of_write_that_only_open_data_and_displays_bring(
    number: int, board: Path, plain: Path, memory: Path
) -> None:
    """One of all the writes to which the same functions led, where these led to none on the plain board."""
    work, known = (pending(each, memory / each.name, "symlink") for each in (board, plain))
    kinds = {way: write for write, way in reversed(work.writes.items()) if way not in known.writes.values()}
    assert len(work.writes) > 600
    assert len(kinds) > 10
    _fail_at(work, list(kinds.values()), number)


@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
@pytest.mark.parametrize("mode", MODES)
def test_so_does_every_write_of_the_way_back(mode: Mode, number: int, plain: Path, memory: Path) -> None:
    work = pending_way_back(plain, memory, mode)
    for write in work.writes:
        work.restore()
        with faulty(Disk(write, number, lasting=number == errno.ENOSPC)) as disk:
            done = _run("rollback", "--to", str(work.web))
        assert disk.refused, f"never came to {write}"
        assert "Traceback" not in done.output
        if done.exit_code:
            assert served(work.web) in (work.old, work.new), write  # only the last step comes after the move
            assert any(str(path) in done.output for path in disk.refused), (disk.refused, done.output)
            assert ERRORS[number] in done.output
        else:
            assert served(work.web) == work.new, write


def _fail_at(work: Pending, writes: list[Write], number: int) -> None:
    """Publish once for each of ``writes``, which fails each time."""
    untouched, refusals = tree(work.kept), 0
    for write in writes:
        work.restore()
        with faulty(Disk(write, number, lasting=number == errno.ENOSPC)) as disk:
            done = _publish(work.board, work.web)
        assert disk.refused, f"never came to {write}"
        assert done.exception is None or isinstance(done.exception, SystemExit), (write, done.exception)
        assert "Traceback" not in done.output
        if done.exit_code:
            refusals += 1
            assert served(work.web) == work.old, write
            assert any(str(path) in done.output for path in disk.refused), (disk.refused, done.output)
            assert ERRORS[number] in done.output
        else:  # only what is remembered for speed, or what is cleared away afterwards
            assert served(work.web) == work.new, write
    assert refusals > len(writes) / 2
    assert tree(work.kept) == untouched
    assert _publish(work.board, work.web).exit_code == 0
    assert served(work.web) == work.new


def test_nothing_is_written_but_through_the_calls_that_these_tests_refuse(board: Path, memory: Path) -> None:
    for mode in MODES:
        for name in (f"Tên {mode}", "Tên khác"):
            rename(board, name)
            with watching(memory) as found:
                publish(board, memory / mode, DAY, mode, workers=1)
                build(board, memory / "site", DAY, workers=1)
            assert found == []
        with watching(memory) as found:
            rollback(memory / mode)
        assert found == []
    with watching(memory) as found:
        (memory / "beside").write_text("x")
        (memory / "beside").unlink()
    assert len(found) == 2


@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
def test_a_failing_disk_in_a_worker_is_a_sentence_too(
    number: int, board: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.pieces.BATCH", 1)
    page = memory / "site/thu-tuc/1.001191/index.html"

    with faulty(Disk(Write("open", page, 0), number)):
        done = _run("build", "--source", str(board), "--output", str(memory / "site"), "--workers", "2")
    assert done.exit_code == 1
    assert f"«{page}»: {ERRORS[number]}" in done.output
    assert _run("build", "--source", str(board), "--output", str(memory / "site")).exit_code == 0
    assert tree(memory / "site") == clean(board, memory / "clean")


def test_what_begins_a_board_names_the_path_that_failed(memory: Path) -> None:
    with faulty(Disk()) as whole:
        _run("new", "board", str(memory / "b"), *scaffold.BOARD)
    assert len(whole.writes) > 5
    for write in whole.writes:
        shutil.rmtree(memory / "b", ignore_errors=True)
        with faulty(Disk(write, errno.ENOSPC)) as disk:
            done = _run("new", "board", str(memory / "b"), *scaffold.BOARD)
        assert done.exit_code == 1, write
        assert f"«{disk.refused[0]}»: ổ đĩa đã đầy" in done.output


def _command(board: Path, web: Path) -> list[str]:
    return [sys.executable, "-m", "generator", "publish", "--source", str(board), "--to", str(web)]


ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "CONGKHAI_TODAY": DAY.isoformat()}


def test_a_file_system_that_is_really_full(board: Path, memory: Path) -> None:
    """A tmpfs of a few pages, mounted for this test in a name space of its own."""
    probe = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", str(memory)]
    if not shutil.which("unshare") or subprocess.run(probe, capture_output=True).returncode:
        pytest.skip("nobody may mount a file system here; the other tests refuse writes by other means")
    web = memory / "web"
    web.mkdir()
    publish_it = " ".join(_command(board, web))
    script = f"""
set -u
mount -t tmpfs -o size=4m none {web}
{publish_it} > {memory}/first 2>&1 || exit 3
find -L {web}/current -type f -exec sha256sum {{}} + | sort > {memory}/before
dd if=/dev/zero of={web}/.congkhai/filler bs=4k 2>/dev/null
sed -i 's/^ten:.*/ten: "{"Tên dài " * 900}"/' {board / RECORD}
{publish_it} > {memory}/second 2>&1; echo $? > {memory}/code
find -L {web}/current -type f -exec sha256sum {{}} + | sort > {memory}/after
"""
    command = ["unshare", "-rm", "sh", "-c", script]
    done = subprocess.run(command, env=ENVIRONMENT, cwd=ROOT, capture_output=True)
    assert done.returncode == 0, (memory / "first").read_text()
    said = (memory / "second").read_text(encoding="utf-8")
    assert (memory / "code").read_text().strip() == "1"
    assert "ổ đĩa đã đầy" in said
    assert str(web) in said
    assert "Traceback" not in said
    assert (memory / "before").read_bytes() == (memory / "after").read_bytes() != b""


def test_a_limit_on_the_size_of_files_is_met_like_a_full_disk(board: Path, memory: Path) -> None:
    web = memory / "web"
    publish(board, web, DAY, workers=1)
    old = served(web)
    rename(board, "Tên dài " * 900)
    done = subprocess.run(
        _command(board, web),
        env=ENVIRONMENT,
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000)),
    )
    assert done.returncode == 1
    assert "tệp lớn quá mức cho phép" in done.stderr
    assert str(web) in done.stderr
    assert "Traceback" not in done.stderr
    assert served(web) == old


def test_folders_that_may_not_be_written_to(board: Path, memory: Path) -> None:
    web = memory / "web"
    publish(board, web, DAY, workers=1)
    old = served(web)
    rename(board, "Tên mới")
    for folder in (".congkhai/site/thu-tuc/1.001190", ".congkhai", "releases", "."):
        (web / folder).chmod(0o555)
        command = powerless(_command(board, web), to="write")
        done = subprocess.run(command, env=ENVIRONMENT, cwd=ROOT, capture_output=True, text=True)
        (web / folder).chmod(0o755)
        assert done.returncode == 1, folder
        assert "không có quyền" in done.stderr, done.stderr
        assert str(web) in done.stderr
        assert "Traceback" not in done.stderr
        assert served(web) == old
    assert publish(board, web, DAY, workers=1).release
    assert build(board, memory / "site", DAY, workers=1).pages
    assert served(web) == tree(memory / "site")
