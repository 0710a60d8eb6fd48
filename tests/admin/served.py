"""The folder of the forms in Chromium, as an editor in Vietnam opens it."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.chromium import chromium


def login_screen(folder: Path, path: str) -> tuple[str, list[str], list[str]]:
    """What the page says once it is ready, every address that it asked for, and what was not there."""
    requests: list[str] = []
    failed: list[str] = []
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server,
        chromium() as browser,
    ):
        Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_context(locale="vi-VN").new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on(
            "response",
            lambda answer: failed.append(answer.url.partition(path)[2]) if answer.status >= 400 else None,
        )
        page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
        page.get_by_role("button", name="Đăng nhập bằng").first.wait_for(timeout=60_000)
        page.wait_for_load_state("networkidle")
        text = page.inner_text("body")
        server.shutdown()
    return text, requests, sorted(set(failed))


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
