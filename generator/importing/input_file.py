"""An input file, opened with care and told apart by what it holds, never by its name."""

import io
import zipfile
import zlib
from enum import Enum
from pathlib import Path

from generator.problems import Problem, Severity

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000
_CHUNK = 1 << 20


class Kind(Enum):
    """What a file holds."""

    WORKBOOK = "xlsx"
    JSON_LINES = "jsonl"
    CSV = "csv"


class Unreadable(Exception):
    """A whole input that cannot be read, with the problem to report."""

    def __init__(self, problem: Problem):
        super().__init__(problem.message)
        self.problem = problem


def refuse(file: str, code: str, message: str, suggestion: str | None = None) -> Unreadable:
    """The exception for a fault that no row or cell can be blamed for."""
    return Unreadable(Problem(file, 1, 1, code, Severity.ERROR, message, suggestion))


def open_input(path: Path, name: str) -> tuple[Kind, bytes]:
    """The kind and the bytes of a file.  Raises Unreadable."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise refuse(name, "import-unreadable", f"Không mở được tệp: {error.strerror}.") from None
    if len(content) > MAX_BYTES:
        raise refuse(name, "import-too-large", f"Tệp lớn hơn {MAX_BYTES // 1_000_000} MB nên không đọc.")
    if content.startswith(b"PK\x03\x04"):
        _check_archive(content, name)
        return Kind.WORKBOOK, content
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        hint = "Mở bằng Excel rồi lưu lại dạng .xlsx (không đặt mật khẩu)."
        raise refuse(
            name, "import-old-excel", "Tệp Excel đời cũ (.xls) hoặc có mật khẩu nên không đọc được.", hint
        )
    text = decode(content, name).lstrip()
    if not text:
        raise refuse(name, "import-empty", "Tệp không có nội dung.")
    return (Kind.JSON_LINES if text.startswith(("{", "[")) else Kind.CSV), content


def decode(content: bytes, name: str) -> str:
    """UTF-8 text with ``\\n`` line ends.  Raises Unreadable."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = Problem(
            name,
            line,
            1,
            "import-not-utf8",
            Severity.ERROR,
            "Tệp không phải bảng tính .xlsx, cũng không phải văn bản mã UTF-8 nên không đọc được.",
            "Nếu là tệp CSV, hãy lưu lại với mã UTF-8.",
        )
        raise Unreadable(problem) from None
    return text.replace("\r\n", "\n")


def _check_archive(content: bytes, name: str) -> None:
    """Unpack once, counting: what the archive says of its own sizes is not believed."""
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "[Content_Types].xml" not in archive.namelist():
                raise refuse(name, "import-not-workbook", "Tệp nén này không phải là bảng tính .xlsx.")
            for member in archive.infolist():
                total += _unpacked(archive, member, name, MAX_UNPACKED - total)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise refuse(name, "import-broken-workbook", "Tệp bảng tính bị hỏng hoặc có mật khẩu.") from None
    except (ValueError, zlib.error):
        raise refuse(name, "import-broken-workbook", "Tệp bảng tính bị hỏng.") from None


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, allowed: int) -> int:
    size = 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > allowed:
                limit = MAX_UNPACKED // 1_000_000
                raise refuse(name, "import-zip-bomb", f"Tệp giải nén ra hơn {limit} MB nên không đọc.")
            if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
                raise refuse(
                    name, "import-doctype", "Tệp bảng tính chứa khai báo lạ (DOCTYPE) nên không đọc."
                )
    return size
