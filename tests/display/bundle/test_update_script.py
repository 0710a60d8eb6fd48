"""The update scripts, run as an operator runs them; the one for Windows where Wine is asked for."""

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from generator.bundle.folder import current_script
from generator.bundle.skeleton import LOCK
from generator.bundle.verify import CURRENT, choose, current_of
from generator.lock import lock
from tests.build.trees import tree
from tests.display.bundle.small import MONDAY, TU_MINH, TUESDAY, bundle, key
from tests.display.bundle.update_scripts import ASKED_FOR, Run, linux, windows, windows_open


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return bundle(tmp_path / "máy & màn hình !", "bản một", signer=key()).folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return bundle(tmp_path / "usb", "bản hai", signer=key(), now=TUESDAY).folder


@pytest.fixture(scope="session")
def windows_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return windows(tmp_path_factory.mktemp("windows"))


@pytest.fixture(params=ASKED_FOR)
def update(request: pytest.FixtureRequest) -> Run:
    found: Run = linux if request.param == "sh" else request.getfixturevalue("windows_run")
    return found


def _refused(update: Run, folder: Path, stick: Path, why: str) -> None:
    before = tree(folder)
    done = update(folder, stick)
    assert done.code == 1
    assert done.says(why), done.text
    assert tree(folder) == before


def test_a_newer_release_goes_into_the_free_side(update: Run, folder: Path, stick: Path) -> None:
    done = update(folder, stick)
    assert done.code == 0, done.text
    assert done.says("ĐÃ CẬP NHẬT XONG")
    assert current_of(folder) == ("b", 20261117013000)
    assert choose(folder).side == "b"
    assert {path.name: path.read_bytes() for path in (folder / "b").iterdir()} == {
        path.name: path.read_bytes() for path in (stick / "a").iterdir()
    }


def test_update_after_update_goes_from_side_to_side(update: Run, folder: Path, tmp_path: Path) -> None:
    for number in range(1, 4):
        says, now = f"bản {number}", TUESDAY + timedelta(days=number)
        stick = bundle(tmp_path / f"usb{number}", says, signer=key(), now=now).folder
        assert update(folder, stick).code == 0
        assert choose(folder).side == "ba"[(number - 1) % 2]


def test_the_side_that_the_stick_shows_is_taken(update: Run, folder: Path, stick: Path) -> None:
    bundle(stick.parent, "bản ba", signer=key(), now=TUESDAY + timedelta(days=1))
    assert update(folder, stick).code == 0
    assert current_of(folder) == ("b", 20261118013000)


def test_the_same_release_is_not_copied_again(update: Run, folder: Path, stick: Path) -> None:
    update(folder, stick)
    _refused(update, folder, stick, "MÀN HÌNH ĐÃ DÙNG BẢN NÀY")


def test_an_older_release_is_refused(update: Run, folder: Path, tmp_path: Path) -> None:
    old = bundle(tmp_path / "usb", "cũ", signer=key(), now=MONDAY - timedelta(days=1)).folder
    _refused(update, folder, old, "BẢN TRÊN USB CŨ HƠN BẢN ĐANG DÙNG")


def test_another_commune_is_refused(update: Run, folder: Path, tmp_path: Path) -> None:
    other = bundle(tmp_path / "usb", commune=TU_MINH, signer=key(), now=TUESDAY).folder
    _refused(update, folder, other, "BẢN TRÊN USB LÀ CỦA XÃ KHÁC")


def test_another_key_and_no_key_are_refused(update: Run, folder: Path, tmp_path: Path) -> None:
    for name, signer in (("theirs", key("theirs")), ("none", None)):
        other = bundle(tmp_path / name, "x", signer=signer, now=TUESDAY).folder
        _refused(update, folder, other, "BẢN TRÊN USB KÝ BẰNG KHÓA KHÁC, HOẶC CHƯA KÝ")


def test_a_damaged_stick_is_refused(update: Run, folder: Path, stick: Path) -> None:
    data = stick / "a/du-lieu-1.js"
    whole = data.read_bytes()
    for content in (whole[:-30], whole.replace(b"hai", b"haj"), None):
        data.unlink() if content is None else data.write_bytes(content)
        _refused(update, folder, stick, "BẢN TRÊN USB BỊ HỎNG HOẶC THIẾU TỆP")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "congkhai 10750 20261117013000",
        "congkhai 10750 $(reboot) x",
        "congkhai 10750 2026 x",
        'congkhai 10750 20261117013000 x"&echo x>la.txt&"',
        '"&echo x>la.txt&"',
        "congkhai 10750 %TEMP% ^&echo x>la.txt",
        "\x00\xff",
    ],
)
def test_a_stick_that_says_nonsense_is_refused(update: Run, folder: Path, stick: Path, line: str) -> None:
    (stick / "a/version.txt").write_bytes(line.encode("latin-1"))
    _refused(update, folder, stick, "BẢN TRÊN USB BỊ HỎNG HOẶC THIẾU TỆP")


def test_names_on_the_stick_do_not_lead_out_of_the_side(update: Run, folder: Path, stick: Path) -> None:
    sums = stick / "a/SHA256SUMS.txt"
    digest = sums.read_text()[:64]
    names = ("../../loader/loader.js", "../key.js", '"&echo x>la.txt&".js')
    sums.write_text(sums.read_text() + "".join(f"{digest}  {name}\r\n" for name in names))
    before = tree(folder / "loader")
    update(folder, stick)
    assert tree(folder / "loader") == before
    assert not (folder / "key.js").exists()
    assert not (folder / "la.txt").exists()


def test_no_stick_and_a_wrong_folder_are_said(update: Run, folder: Path, tmp_path: Path) -> None:
    _refused(update, folder, tmp_path / "nowhere", "KHÔNG THẤY BẢN MỚI")
    (tmp_path / "empty").mkdir()
    _refused(update, folder, tmp_path / "empty", "BẢN TRÊN USB BỊ HỎNG HOẶC THIẾU TỆP")


def test_the_side_that_the_display_fell_back_to_is_not_touched(
    update: Run, folder: Path, stick: Path, tmp_path: Path
) -> None:
    """current.js points at a damaged side: the display runs on the other one, which must stay as it is."""
    update(folder, stick)
    (folder / "b/du-lieu-1.js").write_bytes(b"hong")
    assert choose(folder).side == "a"
    shown = tree(folder / "a")
    later = bundle(tmp_path / "later", "bản ba", signer=key(), now=TUESDAY + timedelta(days=1)).folder
    assert update(folder, later).code == 0
    assert tree(folder / "a") == shown
    assert choose(folder).side == "b"


@pytest.mark.parametrize("cut", ["before current.js", "and version.txt lost"])
def test_the_newest_release_is_not_touched_though_current_js_names_the_other(
    update: Run, folder: Path, stick: Path, tmp_path: Path, cut: str
) -> None:
    """An update was cut off just before its last step: the display shows that release already."""
    update(folder, stick)
    (folder / CURRENT).write_bytes(current_script("a", 20261116013000))
    if "lost" in cut:
        shutil.rmtree(folder / "a")
        (folder / "b/version.txt").unlink()
    assert choose(folder).side == "b"
    shown = tree(folder / "b")
    later = bundle(tmp_path / "later", "bản ba", signer=key(), now=TUESDAY + timedelta(days=1)).folder
    assert update(folder, later).code == 0
    assert tree(folder / "b") == shown
    assert current_of(folder) == ("a", 20261118013000)


def test_an_update_that_was_cut_off_before_its_last_step_is_finished(
    update: Run, folder: Path, stick: Path
) -> None:
    """A display that was running all the time looks at current.js only."""
    update(folder, stick)
    (folder / CURRENT).write_bytes(current_script("a", 20261116013000))
    sides = tree(folder / "a"), tree(folder / "b")
    done = update(folder, stick)
    assert done.says("ĐÃ CẬP NHẬT XONG")
    assert current_of(folder) == ("b", 20261117013000)
    assert (tree(folder / "a"), tree(folder / "b")) == sides
    _refused(update, folder, stick, "MÀN HÌNH ĐÃ DÙNG BẢN NÀY")


@pytest.mark.parametrize("content", [None, b"", b"garbage", current_script("b", 1)])
def test_whatever_current_js_says_the_update_ends_on_a_whole_release(
    update: Run, folder: Path, stick: Path, content: bytes | None
) -> None:
    (folder / CURRENT).unlink()
    if content is not None:
        (folder / CURRENT).write_bytes(content)
    assert update(folder, stick).code == 0
    assert choose(folder).manifest
    assert current_of(folder) == (choose(folder).side, 20261117013000)


def test_one_update_at_a_time(update: Run, folder: Path, stick: Path) -> None:
    """The one who makes releases holds the lock, as another window would; who dies gives it back."""
    before = tree(folder)
    if update is linux:
        with lock(folder / LOCK, 0, signed=False):
            done = update(folder, stick)
    else:
        with windows_open(folder / LOCK, update):
            done = update(folder, stick)
    assert done.code == 1
    assert done.says("ĐANG CÓ CỬA SỔ CẬP NHẬT KHÁC"), done.text
    assert tree(folder) == before
    assert update(folder, stick).says("ĐÃ CẬP NHẬT XONG")


def test_the_maker_waits_for_a_window_that_updates(folder: Path, stick: Path, tmp_path: Path) -> None:
    slow = tmp_path / "tools"
    slow.mkdir()
    (slow / "cp").write_text(f'#!/bin/sh\n: >"{slow}/begun"\nsleep .3\nexec {shutil.which("cp")} "$@"\n')
    (slow / "cp").chmod(0o755)
    environment = os.environ | {"PATH": f"{slow}:{os.environ['PATH']}"}
    window = subprocess.Popen(["sh", str(folder / "cap-nhat.sh"), str(stick)], env=environment)
    while not (slow / "begun").exists():
        assert window.poll() is None
        time.sleep(0.02)
    second = linux(folder, stick)
    assert second.says("ĐANG CÓ CỬA SỔ CẬP NHẬT KHÁC"), second.text
    made = bundle(folder.parent, "bản ba", signer=key(), now=TUESDAY + timedelta(days=1))
    assert window.wait(timeout=10) == 0
    assert made.side == "a", "the window had pointed at b before"
    assert choose(folder).side == "a"


def test_a_full_disk_leaves_the_release_that_is_shown(folder: Path, stick: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "cp").write_text("#!/bin/sh\nexit 1\n")
    (tools / "cp").chmod(0o755)
    environment = os.environ | {"PATH": f"{tools}:{os.environ['PATH']}"}
    command = ["sh", str(folder / "cap-nhat.sh"), str(stick)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.stderr.startswith("KHÔNG CHÉP ĐƯỢC")
    assert choose(folder).side == "a"


def test_the_start_script_opens_the_screen_in_its_own_profile(folder: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    said = tmp_path / "said.txt"
    (tools / "chromium").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{said}"\n')
    (tools / "chromium").chmod(0o755)
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(tmp_path), "MOT_LAN": "1"}
    subprocess.run(["sh", str(folder / "mo-ki-ot.sh")], check=True, env=environment, timeout=20)
    words = said.read_text(encoding="utf-8").splitlines()
    assert words[:2] == ["--kiosk", str(folder / "ki-ot.html")]
    assert f"--user-data-dir={tmp_path}/.local/share/congkhai/10750-ki-ot-" in said.read_text()


def test_a_stick_and_the_disk_have_profiles_of_their_own(folder: Path, tmp_path: Path) -> None:
    """What was tried from a stick is not remembered by the screen on the disk, and the other way round."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "chromium").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >>"{tmp_path}/said.txt"\n')
    (tools / "chromium").chmod(0o755)
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(tmp_path), "MOT_LAN": "1"}
    stick = tmp_path / "media/usb" / folder.name
    shutil.copytree(folder, stick)
    for place in (folder, stick, folder):
        subprocess.run(["sh", str(place / "mo-ki-ot.sh")], check=True, env=environment, timeout=20)
    words = (tmp_path / "said.txt").read_text(encoding="utf-8").splitlines()
    first, second, again = (word for word in words if word.startswith("--user-data-dir="))
    assert first == again != second


@pytest.mark.skipif(not shutil.which("flock"), reason="the script does without where there is no flock")
def test_a_screen_that_is_open_is_not_opened_a_second_time(folder: Path, tmp_path: Path) -> None:
    """A browser hands a second start to the first and ends: the script would open windows forever."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "chromium").write_text(f'#!/bin/sh\necho x >>"{tmp_path}/opened"\nexec sleep 20\n')
    (tools / "chromium").chmod(0o755)
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(tmp_path), "MOT_LAN": "1"}

    def start(page: str) -> subprocess.Popen[str]:
        command = ["sh", str(folder / f"mo-{page}.sh")]
        return subprocess.Popen(
            command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
        )

    first = start("ki-ot")
    try:
        while not (tmp_path / "opened").exists():
            assert first.poll() is None
            time.sleep(0.02)
        second = start("ki-ot")
        assert second.communicate(timeout=10)[1] == "Màn hình này đang mở rồi.\n"
        assert second.returncode == 1
        assert (tmp_path / "opened").read_text() == "x\n"
    finally:
        os.killpg(first.pid, signal.SIGKILL)
        first.communicate()


def test_who_ends_the_start_script_ends_the_browser(folder: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "chromium").write_text(f'#!/bin/sh\necho $$ >"{tmp_path}/opened"\nexec sleep 60\n')
    (tools / "chromium").chmod(0o755)
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(tmp_path)}
    script = subprocess.Popen(["sh", str(folder / "mo-ki-ot.sh")], env=environment, start_new_session=True)
    opened = tmp_path / "opened"
    try:
        while not (opened.exists() and opened.read_text().endswith("\n")):
            assert script.poll() is None
            time.sleep(0.02)
        script.terminate()
        assert script.wait(timeout=10) == 0
        end = time.monotonic() + 5
        words = Path(f"/proc/{int(opened.read_text())}/cmdline")
        while words.exists() and words.read_bytes():  # none: dead, and waiting for somebody to ask how
            assert time.monotonic() < end
            time.sleep(0.05)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(script.pid, signal.SIGKILL)


@pytest.mark.parametrize("wrapped", [False, True], ids=["link to snap", "script that calls it"])
def test_a_browser_that_is_locked_up_in_a_snap_is_left_alone(
    folder: Path, tmp_path: Path, wrapped: bool
) -> None:
    """It can write no profile here and read no folder outside the home, and says nothing of it."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("snap", "google-chrome"):
        (tools / name).write_text(f'#!/bin/sh\nprintf %s {name} >"{tmp_path}/opened"\n')
        (tools / name).chmod(0o755)
    if wrapped:
        (tools / "chromium").write_text('#!/bin/sh\nexec /snap/bin/chromium "$@"\n')
        (tools / "chromium").chmod(0o755)
    else:
        (tools / "chromium").symlink_to(tools / "snap")
    (tools / "chromium-browser").symlink_to(tools / "chromium")
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(tmp_path), "MOT_LAN": "1"}
    subprocess.run(["sh", str(folder / "mo-ki-ot.sh")], check=True, env=environment, timeout=20)
    assert (tmp_path / "opened").read_text() == "google-chrome"


def _start_among(folder: Path, tools: Path) -> subprocess.CompletedProcess[str]:
    """Start a screen where no program is known but those in ``tools`` and what a system always has."""
    for name in ("cksum", "cut", "dirname", "grep", "head", "mkdir", "readlink", "sh"):
        (tools / name).symlink_to(str(shutil.which(name)))
    return subprocess.run(
        [str(tools / "sh"), str(folder / "mo-ki-ot.sh")],
        env={"PATH": str(tools), "HOME": str(tools)},
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )


def test_without_a_browser_the_start_script_says_what_is_missing(folder: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    done = _start_among(folder, tools)
    assert done.returncode == 1
    assert "Không tìm thấy Chromium" in done.stderr
    assert "snap" not in done.stderr


def test_where_the_only_browser_is_locked_up_in_a_snap_the_start_script_says_so(
    folder: Path, tmp_path: Path
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "chromium").write_text('#!/bin/sh\nexec /snap/bin/chromium "$@"\n')
    (tools / "chromium").chmod(0o755)
    done = _start_among(folder, tools)
    assert done.returncode == 1
    assert "bản snap" in done.stderr
    assert "Không tìm thấy Chromium" in done.stderr


def test_both_sides_may_come_from_sticks_and_from_the_maker_in_turn(
    update: Run, folder: Path, stick: Path
) -> None:
    update(folder, stick)
    made = bundle(folder.parent, "bản ba", signer=key(), now=MONDAY)
    assert (made.side, made.version) == ("a", 20261117013001)
    assert choose(folder).side == "a"
