"""Watch, build, show, until interrupted."""

import json
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

from generator import children
from generator.preview.screen import Screen
from generator.preview.server import PreviewServer
from generator.preview.watching import watching

Tell = Callable[[str], None]

_QUIET = 0.1
"""Seconds without a change before a build begins: an editor saves in several steps."""


@contextmanager
def previewing(root: Path, host: str, port: int, tell: Tell, panel: bool = True) -> Iterator[PreviewServer]:
    """Serve the board at ``root``, rebuilt at each save.  Raises OSError where the port is taken."""
    with tempfile.TemporaryDirectory(prefix="congkhai-preview-") as folder, watching(root) as changed:
        screen = Screen()
        site = Path(folder) / "site"
        with PreviewServer(host, port, site, screen, panel) as server:
            builder = _Builder(root, Path(folder), site, screen, changed, tell)
            threads = (
                Thread(target=server.serve_forever, daemon=True),
                Thread(target=builder.run, daemon=True),
            )
            for thread in threads:
                thread.start()
            try:
                yield server
            finally:
                builder.stop()
                threads[1].join()
                server.shutdown()


class _Builder:
    """Builds whenever something changed, one build after the other."""

    def __init__(self, root: Path, folder: Path, site: Path, screen: Screen, changed: Event, tell: Tell):
        places = (root, site, folder / "state" / "keep.json")
        self._command = children.python("-m", "generator.preview.child", *map(str, places))
        self._screen, self._changed, self._tell = screen, changed, tell
        self._over = False

    def run(self) -> None:
        self._changed.set()
        while not self._over:
            self._changed.wait()
            while self._changed.is_set() and not self._over:
                self._changed.clear()
                time.sleep(_QUIET)
            if not self._over:
                self._build()

    def stop(self) -> None:
        self._over = True
        self._changed.set()

    def _build(self) -> None:
        self._screen.show(busy=True)
        with subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=children.environment(),
        ) as process:
            assert process.stdout
            first = process.stdout.readline()
            self._site(json.loads(first) if first.endswith(b"\n") else _died())
            watcher = Thread(target=self._hurry, args=(process,), daemon=True)
            watcher.start()
            second = process.stdout.readline()
            process.kill()
            watcher.join()
        if second.endswith(b"\n"):
            self._screen.show(problems=tuple(json.loads(second)["problems"]))

    def _site(self, result: dict[str, Any]) -> None:
        now = self._screen.now
        failure = result.get("failure", "")
        pages_changed = result["site"] and (result["changed"] or not now.site)
        # A build that failed as such says nothing of files: what was known of them stays.
        problems = now.problems if failure else tuple(result["problems"])
        self._screen.show(
            site=now.site + 1 if pages_changed else now.site,
            current=result["site"],
            busy=False,
            failure=failure,
            problems=problems,
        )
        self._tell(_sentence(result, shown_before=now.site > 0))

    def _hurry(self, process: subprocess.Popen[bytes]) -> None:
        """Advice on wording is not waited for once something else was saved."""
        while process.poll() is None:
            if self._changed.wait(0.05):
                process.kill()
                return


def _died() -> dict[str, Any]:
    return {
        "site": False,
        "failure": "Lần dựng này dừng đột ngột (có thể do hết bộ nhớ). Hãy lưu lại tệp để thử lại.",
    }


def _sentence(result: dict[str, Any], *, shown_before: bool) -> str:
    if result.get("failure"):
        return str(result["failure"])
    errors = sum(problem["severity"] == "error" for problem in result["problems"])
    if not result["site"]:
        seen = "trang đang xem là bản còn đúng gần nhất" if shown_before else "sửa xong thì trang hiện ra"
        return f"Còn {errors} lỗi; {seen}."
    return f"Đã dựng lại: {result['changed']} tệp thay đổi, {len(result['problems']) - errors} cảnh báo."
