"""``congkhai preview`` over HTTP: builds at each save, keeps the last good page, answers nobody else."""

import http.client
import shutil
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.commands.preview import preview as command
from generator.preview.run import previewing
from generator.preview.screen import for_page
from tests.preview.conftest import CODE, Preview, small_board


def get(preview: Preview, path: str) -> str:
    with urllib.request.urlopen(preview.url + path) as answer:
        return str(answer.read().decode())


def test_a_page_comes_with_the_panel_and_under_the_policy_of_the_published_site(steady: Preview) -> None:
    with urllib.request.urlopen(steady.url) as answer:
        assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert b'<script src="/_congkhai/panel.js" data-site="1" defer></script></body>' in answer.read()


def test_a_save_changes_the_page(preview: Preview) -> None:
    text = preview.record.read_text(encoding="utf-8")
    preview.record.write_text(text.replace("đăng ký khai sinh", "đăng ký thật mới"), encoding="utf-8")
    preview.until(lambda state: state["site"] == 2 and state["current"])
    assert "đăng ký thật mới" in get(preview, f"thu-tuc/{CODE}/")


def test_an_error_is_told_with_its_line_and_the_last_good_page_stays(preview: Preview) -> None:
    before = get(preview, f"thu-tuc/{CODE}/")
    good = preview.record.read_text(encoding="utf-8")
    preview.record.write_text(good + "tenn: x\n", encoding="utf-8")
    state = preview.until(lambda state: not state["current"], f"/thu-tuc/{CODE}/")
    problem = state["problems"][0]
    line = good.count("\n") + 1
    assert (problem["file"], problem["line"]) == (f"procedures/ho-tich/{CODE}.yml", line)
    assert (problem["code"], problem["here"]) == ("key-unknown", True)
    assert problem["excerpt"] == [f"{line:>5} | tenn: x", "      | ^"]
    assert "ten" in problem["suggestion"]
    assert get(preview, f"thu-tuc/{CODE}/") == before
    preview.record.write_text(good, encoding="utf-8")
    state = preview.until(lambda state: state["current"])
    assert not [problem for problem in state["problems"] if problem["severity"] == "error"]


def test_a_broken_mkdocs_yml_is_a_sentence_and_the_preview_goes_on(preview: Preview) -> None:
    file = preview.root / "mkdocs.yml"
    good = file.read_text(encoding="utf-8")
    file.write_text("site_name: [", encoding="utf-8")
    failure = preview.until(lambda state: state["failure"])["failure"]
    assert failure.startswith("Không dựng được trang")
    assert "Traceback" not in failure
    file.write_text(good, encoding="utf-8")
    assert preview.until(lambda state: not state["failure"])["current"]


def test_a_new_folder_and_a_file_taken_away_are_seen(preview: Preview) -> None:
    fields = preview.root / "content/fields.yml"
    added = "  - ma: moi\n    ten: Lĩnh vực mới\n"
    fields.write_text(fields.read_text(encoding="utf-8") + added, encoding="utf-8")
    folder = preview.root / "procedures/moi"
    folder.mkdir()
    (folder / "2.000815.yml").write_text('ma: "2.000815"\nten: Mới\nlinh_vuc: moi\n', encoding="utf-8")
    preview.until(lambda _: _page(preview, "thu-tuc/2.000815/") == 200)
    shutil.rmtree(folder)
    preview.until(lambda _: _page(preview, "thu-tuc/2.000815/") == 404)


def _page(preview: Preview, path: str) -> int:
    try:
        with urllib.request.urlopen(preview.url + path) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code


def test_a_first_build_with_errors_shows_them_on_a_page_of_its_own(tmp_path: Path) -> None:
    root = small_board(tmp_path / "bang")
    record = root / f"procedures/ho-tich/{CODE}.yml"
    good = record.read_text(encoding="utf-8")
    record.write_text("ma: [", encoding="utf-8")
    said: list[str] = []
    with previewing(root, "127.0.0.1", 0, said.append) as server:
        shown = Preview(root, server, said)
        assert shown.until(lambda state: not state["busy"])["site"] == 0
        assert "Chưa có trang để xem" in get(shown, "bat-ky/")
        record.write_text(good, encoding="utf-8")
        shown.until(lambda state: state["site"] == 1)
        assert "khai sinh" in get(shown, f"thu-tuc/{CODE}/")
        record.write_text("ma: [", encoding="utf-8")
        shown.until(lambda state: not state["current"])
    assert said[0] == "Còn 1 lỗi; sửa xong thì trang hiện ra."
    assert said[-1] == "Còn 1 lỗi; trang đang xem là bản còn đúng gần nhất."


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1:1", "10.0.0.1:{port}", ""]
)
def test_another_name_in_the_host_header_is_refused(steady: Preview, host: str) -> None:
    port = steady.server.server_port
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.putrequest("GET", "/_congkhai/state", skip_host=True)
    connection.putheader("Host", host.format(port=port))
    connection.endheaders()
    answer = connection.getresponse()
    assert (answer.status, answer.read()) == (421, b"")
    connection.close()


@pytest.mark.parametrize(
    "path", ["../content/board.yml", "..%2f..%2fetc/passwd", "_congkhai/../../x", "_congkhai/run.py", "%00"]
)
def test_nothing_outside_the_site_is_served(steady: Preview, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", steady.server.server_port)
    connection.request("GET", f"/{path}")
    with connection.getresponse() as answer:
        assert answer.status in (400, 404)
        assert b"don_vi" not in answer.read()
    connection.close()
    assert _page(steady, "") == 200


def test_only_this_machine_can_be_asked() -> None:
    for address in ("0.0.0.0:8000", "192.168.1.5:8000", "8000", "127.0.0.1:x", "127.0.0.1:99999"):
        result = CliRunner().invoke(command, ["--source", "tests", "--address", address])
        assert (result.exit_code, "Traceback" in result.output) == (2, False)


def test_a_port_that_is_taken_is_said_with_another_to_try(tmp_path: Path) -> None:
    root = small_board(tmp_path / "bang")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(command, ["--source", str(root), "--address", f"127.0.0.1:{port}"])
    assert result.exit_code == 1
    assert f"Thử cổng khác: --address 127.0.0.1:{port + 1}" in result.output


def test_problems_of_the_page_come_first_and_errors_before_warnings() -> None:
    files = [
        ("content/communes/10750/commune.yml", "error"),
        ("procedures/ho-tich/1.001193.yml", "warning"),
        ("procedures/ho-tich/1.001193.yml", "error"),
        ("procedures/chung-thuc/2.000815.yml", "hint"),
    ]
    problems = tuple({"file": file, "severity": severity} for file, severity in files)
    ordered = [
        (one["file"][-12:], one["severity"], one["here"]) for one in for_page(problems, "/thu-tuc/1.001193/")
    ]
    assert ordered == [
        ("1.001193.yml", "error", True),
        ("1.001193.yml", "warning", True),
        ("/commune.yml", "error", False),
        ("2.000815.yml", "hint", False),
    ]
    assert [one["here"] for one in for_page(problems, "/xa/10750/")].count(True) == 1
    assert [one["here"] for one in for_page(problems, "/linh-vuc/ho-tich/")].count(True) == 2
