"""``mkdocs serve`` works as people who know MkDocs expect: YAML that is saved shows, as Markdown does."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.preview.conftest import CODE, PATIENCE, small_board

ROOT = Path(__file__).parents[2]


def test_a_saved_yaml_file_shows(tmp_path: Path) -> None:
    root = small_board(tmp_path / "bang")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    ours = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=root, env=ours, stderr=subprocess.DEVNULL) as process:
        try:
            page = f"http://127.0.0.1:{port}/thu-tuc/{CODE}/"
            _until(page, "Thủ tục đăng ký khai sinh")
            file = root / f"procedures/ho-tich/{CODE}.yml"
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("đăng ký khai sinh", "đã sửa xong"), encoding="utf-8")
            _until(page, "Thủ tục đã sửa xong")
        finally:
            process.terminate()


def _until(page: str, wanted: str) -> None:
    end, found = time.monotonic() + PATIENCE, ""
    while wanted not in found:
        assert time.monotonic() < end, found[:500]
        time.sleep(0.1)
        try:
            with urllib.request.urlopen(page, timeout=PATIENCE) as answer:
                found = answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            continue
