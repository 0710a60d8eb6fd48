"""Files are changed in one move or not at all, and every refusal names the path."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import disk
from generator.failures import CannotAccess
from generator.lock import Busy, lock
from generator.site.output import LeadsOut, Output


def test_a_refusal_names_the_path_and_the_reason_in_words(tmp_path: Path) -> None:
    file = tmp_path / "a/b"
    with pytest.raises(CannotAccess) as refused:
        disk.write_new(file, b"x")
    assert str(refused.value) == f"Không ghi được «{file}»: không có tệp hoặc thư mục này."


def test_replacing_leaves_files_that_share_their_bytes_alone(tmp_path: Path) -> None:
    disk.write_new(tmp_path / "old", b"1")
    disk.link_or_copy(tmp_path / "old", tmp_path / "release")
    disk.replace(tmp_path / "old", b"2")
    assert (tmp_path / "release").read_bytes() == b"1"


def test_a_disk_without_hard_links_gets_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(old: Path, new: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    disk.write_new(tmp_path / "old", b"1")
    disk.link_or_copy(tmp_path / "old", tmp_path / "new")
    assert (tmp_path / "new").read_bytes() == b"1"


def test_a_failed_replacement_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.write_new(tmp_path / "a", b"1")

    def full(handle: int, content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(CannotAccess, match="ổ đĩa đã đầy"):
        disk.replace(tmp_path / "a", b"2")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"1"


def test_the_remains_of_a_killed_replacement_are_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / f".a{disk.TEMPORARY}").write_bytes(b"half")
    disk.replace(tmp_path / "a", b"whole", durable=True)
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_only_one_holds_a_lock_and_the_other_is_told_who(tmp_path: Path) -> None:
    said: list[str] = []
    with (
        lock(tmp_path / "x.lock", 0),
        pytest.raises(Busy, match=f"Tiến trình {os.getpid()} đang"),
        lock(tmp_path / "x.lock", 0.1, said.append),
    ):
        pass
    assert said == [f"Đang chờ tiến trình {os.getpid()} làm xong …"]


def test_the_lock_of_a_process_that_died_is_free(tmp_path: Path) -> None:
    code = (
        f"from generator.lock import lock; from pathlib import Path; import os, signal\n"
        f"with lock(Path({str(tmp_path / 'x.lock')!r}), 0): os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode < 0
    assert int((tmp_path / "x.lock").read_text()) > 0
    with lock(tmp_path / "x.lock", 0):
        pass


@pytest.mark.parametrize(
    "path", ["../a", "/a", "a/../b", "..", ".", "a//b", "a/", "a\\b", "c:a", "a\0", "", "a\n"]
)
def test_a_path_that_leads_out_is_never_written_or_deleted(path: str, tmp_path: Path) -> None:
    output = Output(tmp_path / "site")
    with pytest.raises(LeadsOut):
        output.write(path, b"x")
    with pytest.raises(LeadsOut):
        output.remove([path])
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_the_output_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/xa").symlink_to(tmp_path / "outside")
    with pytest.raises(LeadsOut):
        Output(tmp_path / "site").write("xa/10750/index.html", b"x")
    assert list((tmp_path / "outside").iterdir()) == []
