import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.site.build import build
from tests.build.conftest import DAY, ROOT
from tests.build.trees import tree

MKDOCS = {"CONGKHAI_TODAY": DAY.isoformat(), "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
"""The plugin of this checkout, wherever another one is installed."""


def _build_outside(board: Path, output: Path, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "generator", "build", "--source", str(board), "--output", str(output)]
    variables = os.environ | {"CONGKHAI_TODAY": DAY.isoformat(), "PYTHONPATH": str(ROOT)} | environment
    subprocess.run(command, env=variables, check=True, capture_output=True, cwd=output.parent)
    return tree(output)


def test_one_worker_and_three_make_the_same_bytes(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.site.batches.BATCH", 3)
    one = build(sample, tmp_path / "one", DAY, workers=1)
    shutil.rmtree(sample / ".congkhai")
    three = build(sample, tmp_path / "three", DAY, workers=3)
    assert one.pages == three.pages
    assert tree(tmp_path / "one") == tree(tmp_path / "three")


def test_time_zone_locale_hash_seed_and_folder_do_not_show(sample: Path, tmp_path: Path) -> None:
    first = _build_outside(
        sample, tmp_path / "a", TZ="Asia/Ho_Chi_Minh", PYTHONHASHSEED="1", LC_ALL="C.UTF-8"
    )
    elsewhere = tmp_path / "elsewhere" / "deep"
    shutil.copytree(sample, elsewhere, ignore=shutil.ignore_patterns(".congkhai"))
    second = _build_outside(elsewhere, tmp_path / "b", TZ="America/New_York", PYTHONHASHSEED="2", LC_ALL="C")
    assert first == second


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
