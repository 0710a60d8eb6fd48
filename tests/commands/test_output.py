"""What a command prints may not get through: the disk is full, or nobody reads on."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.build.conftest import ROOT

FULL = Path("/dev/full")


def _run(*arguments: str, output: Path) -> subprocess.CompletedProcess[str]:
    with output.open("w") as stream:
        return subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            stdout=stream,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=ROOT,
        )


@pytest.mark.skipif(not FULL.exists(), reason="no such device here")
@pytest.mark.parametrize("arguments", [("--version",), ("check",), ("schema",)], ids=lambda each: each[0])
def test_a_full_disk_behind_the_output_is_a_sentence(arguments: tuple[str, ...]) -> None:
    done = _run(*arguments, output=FULL)
    assert done.returncode == 1
    assert done.stderr == "Không in được kết quả ra: ổ đĩa đã đầy.\n"


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_output_changes_nothing_else(closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m generator --version {closed}', sys.executable],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_what_else_the_system_refuses_is_not_called_a_fault_of_the_output(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused() -> None:
        raise OSError(errno.EADDRINUSE, "in use")

    monkeypatch.setattr("generator.cli.cli", refused)
    with pytest.raises(OSError, match="in use"):
        main()


def test_the_whole_output_is_there_when_the_program_ends(tmp_path: Path) -> None:
    done = _run("schema", output=tmp_path / "schema")
    assert done.returncode == 0
    assert (tmp_path / "schema").read_text(encoding="utf-8").endswith("\n")
