import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.site.build import build
from tests.build.conftest import DAY, ROOT
from tests.build.trees import tree

MKDOCS = {"CONGKHAI_TODAY": DAY.isoformat(), "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
"""The plugin of this checkout, wherever another one is installed."""


TURN_THE_CLOCK = """
import datetime, time
_far = 2_000_000_000.5
time.time = lambda: _far
time.time_ns = lambda: int(_far * 1e9)
time.localtime = lambda seconds=_far, _real=time.localtime: _real(seconds)
time.gmtime = lambda seconds=_far, _real=time.gmtime: _real(seconds)
"""
LIST_BACKWARDS = """
import os
_listdir, _scandir = os.listdir, os.scandir
os.listdir = lambda *a: sorted(_listdir(*a), reverse=True)
class _Backwards:
    def __init__(self, entries): self.entries = iter(entries)
    def __iter__(self): return self
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *a): pass
    def close(self): pass
os.scandir = lambda *a: _Backwards(sorted(_scandir(*a), key=lambda entry: entry.name, reverse=True))
"""
RUN = """
import sys
from generator.cli import cli
def run(commands):
    for command in commands:
        sys.argv = ["congkhai", *command]
        try:
            cli()
        except SystemExit as ended:
            if ended.code:
                raise
"""
KEY = "khoa.pem"
SMALL_BATCHES = """
import generator.pieces
generator.pieces.BATCH = 3
"""


def _build_outside(
    board: Path,
    output: Path,
    umask: int = -1,
    before: str = "",
    **environment: str,
) -> dict[str, bytes]:
    """Build in a process of its own, which first runs the code ``before``."""
    _run_outside(
        [["build", "--source", str(board), "--output", str(output)]], output, umask, before, environment
    )
    return tree(output)


def _make_outside(
    board: Path, output: Path, umask: int = -1, before: str = "", workers: int = 1, **environment: str
) -> dict[str, bytes]:
    """Build, publish and bundle; the bytes of all three, but for what tells who is at work."""
    source, crew = ["--source", str(board)], ["--workers", str(workers)]
    commands = [
        ["build", *source, *crew, "--output", str(output / "site")],
        ["publish", *source, *crew, "--to", str(output / "web")],
        ["bundle", "10750", *source, "--output", str(output / "bundle"), "--sign", str(board / KEY), "--zip"],
    ]
    output.mkdir()
    _run_outside(commands, output, umask, before, environment)
    own = ("web/.congkhai/", "bundle/.")
    return {path: content for path, content in tree(output).items() if not path.startswith(own)}


def _run_outside(
    commands: list[list[str]], output: Path, umask: int, before: str, environment: dict[str, str]
) -> None:
    start = f"{before}\n{RUN}\nrun({commands!r})"
    variables = os.environ | {"CONGKHAI_TODAY": DAY.isoformat(), "PYTHONPATH": str(ROOT)} | environment
    command = [sys.executable, "-c", start]
    done = subprocess.run(
        command, env=variables, capture_output=True, cwd=output.parent, umask=umask, check=False, text=True
    )
    assert done.returncode == 0, done.stderr


def _copied_backwards(source: Path, target: Path) -> Path:
    """A copy whose files were made in the opposite order: some file systems list them so."""
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file() and ".congkhai" not in path.parts:
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    return target


def test_one_worker_and_three_make_the_same_bytes(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.pieces.BATCH", 3)
    one = build(sample, tmp_path / "one", DAY, workers=1)
    shutil.rmtree(sample / ".congkhai")
    three = build(sample, tmp_path / "three", DAY, workers=3)
    assert one.pages == three.pages
    assert tree(tmp_path / "one") == tree(tmp_path / "three")


def test_eight_ways_to_run_do_not_show(sample: Path, tmp_path: Path) -> None:
    """Folder, time zone, locale, hash seed, umask, clock, order of files, number of workers.

    What is built, what is published (so also the names of releases), what displays get, signed and packed.
    """
    assert CliRunner().invoke(cli, ["keygen", "--output", str(sample / KEY)]).exit_code == 0
    first = _make_outside(sample, tmp_path / "first", TZ="UTC", PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    assert {path.partition("/")[0] for path in first} == {"site", "web", "bundle"}
    assert {path.split("/")[1] for path in first if path.startswith("web/")} == {"releases"}
    assert {"bundle/BANG-10750/index.html", "bundle/BANG-10750.zip"} < first.keys()
    elsewhere = tmp_path / "elsewhere" / "deep"
    reordered = _copied_backwards(sample, tmp_path / "reordered")
    shutil.copytree(sample, elsewhere, ignore=shutil.ignore_patterns(".congkhai"))
    variations: dict[str, Callable[[Path], dict[str, bytes]]] = {
        "folder": lambda out: _make_outside(elsewhere, out),
        "time zone": lambda out: _make_outside(sample, out, TZ="Pacific/Kiritimati"),
        "locale": lambda out: _make_outside(sample, out, LC_ALL="C", LANG="vi_VN", PYTHONUTF8="0"),
        "hash seed": lambda out: _make_outside(sample, out, PYTHONHASHSEED="4242"),
        "umask": lambda out: _make_outside(sample, out, umask=0o077),
        "clock": lambda out: _make_outside(sample, out, before=TURN_THE_CLOCK),
        "order of files": lambda out: _make_outside(reordered, out, before=LIST_BACKWARDS),
        "workers": lambda out: _make_outside(sample, out, before=SMALL_BATCHES, workers=3),
    }
    for number, (name, run) in enumerate(variations.items()):
        for folder in (sample, elsewhere, reordered):
            shutil.rmtree(folder / ".congkhai", ignore_errors=True)  # nothing may come from an earlier run
        assert run(tmp_path / f"{number}") == first, name


def test_mkdocs_build_makes_the_same_site(sample: Path, tmp_path: Path) -> None:
    ours = _build_outside(sample, tmp_path / "ours")
    variables = os.environ | MKDOCS
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(tmp_path / "theirs")]
    subprocess.run(command, env=variables, check=True, capture_output=True, cwd=sample)
    assert tree(tmp_path / "theirs") == ours


def test_mkdocs_build_fails_with_the_problems_of_a_broken_board(sample: Path, tmp_path: Path) -> None:
    (sample / "procedures/ho-tich/1.001193.yml").write_text("ten: a: b\n", encoding="utf-8")
    variables = os.environ | MKDOCS
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, cwd=sample)
    assert done.returncode != 0
    assert "1.001193.yml:1:7" in done.stderr
