"""The update scripts as an operator runs them: the one for Linux, and the one for Windows under Wine.

``CONGKHAI_WINE=1`` asks for Wine.  Its certutil computes nothing, so one that does is compiled first, by
``x86_64-w64-mingw32-gcc``.  Wine's cmd is not Windows' own: what passes here has still not been seen there.
"""

import os
import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ASKED_FOR = ("sh", "bat") if os.environ.get("CONGKHAI_WINE") else ("sh",)
"""Endings of the scripts that are tried."""


@dataclass(frozen=True)
class Said:
    """How a script ended; what it said stands there without marks, as the Windows one says it."""

    code: int
    text: str

    def says(self, words: str) -> bool:
        """Whether a line begins with ``words``."""
        return any(line.startswith(unmarked(words)) for line in self.text.splitlines())


Run = Callable[..., Said]
"""Run the script of a folder with a folder of a stick."""


@dataclass(frozen=True)
class Windows:
    """A Windows that runs ``cap-nhat.bat``."""

    environment: Mapping[str, str]

    def __call__(self, folder: Path, *sticks: Path) -> Said:
        """Run the script of a folder with folders of sticks."""
        command = ["wine", "cmd", "/c", "cap-nhat.bat", *map(_drive, sticks)]
        return _said(command, cwd=folder, env=self.environment)


@contextmanager
def windows_open(path: Path, update: Run) -> Iterator[None]:
    """While this lasts, another window writes into the file at ``path``."""
    assert isinstance(update, Windows)
    script = Path(update.environment["WINEPREFIX"]) / "drive_c/giu.bat"
    script.write_bytes(
        b"@echo off\r\ncall :giu 2>%1\r\nexit /b 0\r\n:giu\r\necho x\r\nset /p X=\r\nexit /b 0\r\n"
    )
    command = ["wine", "cmd", "/c", "C:\\giu.bat", path.name]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=path.parent, env=update.environment, **pipes) as window:
        assert window.stdout
        assert window.stdout.readline().strip() == b"x"
        yield
        window.communicate(b"\r\n", timeout=20)


def unmarked(text: str) -> str:
    """``ĐÃ CẬP NHẬT`` as ``DA CAP NHAT``."""
    letters = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def linux(folder: Path, *sticks: Path) -> Said:
    """Run ``cap-nhat.sh``."""
    return _said(["sh", str(folder / "cap-nhat.sh"), *map(str, sticks)], cwd="/")


def windows(prefix: Path) -> Windows:
    """Run ``cap-nhat.bat`` in a Windows that lives in ``prefix``."""
    environment = {
        **os.environ,
        "WINEPREFIX": str(prefix),
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "certutil.exe=n;mscoree=;mshtml=",
        "LC_ALL": "C.UTF-8",
    }
    subprocess.run(["wineboot", "--init"], env=environment, check=True, capture_output=True)
    source, program = Path(__file__).with_name("certutil.c"), prefix / "drive_c/windows/system32/certutil.exe"
    compiler = "x86_64-w64-mingw32-gcc"
    program.unlink(missing_ok=True)
    subprocess.run([compiler, "-municode", str(source), "-o", str(program)], check=True, capture_output=True)

    return Windows(environment)


def _drive(path: Path) -> str:
    return "Z:" + str(path).replace("/", "\\")


def _said(command: list[str], cwd: str | Path, env: Mapping[str, str] | None = None) -> Said:
    options: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
    done = subprocess.run(
        command, stdout=subprocess.PIPE, check=False, cwd=cwd, env=env, timeout=120, **options
    )
    return Said(done.returncode, unmarked(done.stdout.decode(errors="replace")))
