"""An input file, opened with care and told apart by what it holds, never by its name."""

from enum import Enum
from pathlib import Path

from generator.importing.unreadable import Unreadable, refuse
from generator.problems import Problem, Severity

MAX_BYTES = 20_000_000
_WORKBOOK = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLD = b"\xd0\xcf\x11\xe0"


class Kind(Enum):
    """What a file holds."""

    WORKBOOK = "xlsx"
    JSON_LINES = "jsonl"
    CSV = "csv"


def open_input(path: Path, name: str) -> tuple[Kind, bytes]:
    """The kind and the bytes of a file.  Raises Unreadable."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise refuse(name, "import-unreadable", f"Không mở được tệp: {error.strerror}.") from None
    if len(content) > MAX_BYTES:
        raise refuse(name, "import-too-large", f"Tệp lớn hơn {MAX_BYTES // 1_000_000} MB nên không đọc.")
    if content.startswith(_WORKBOOK):
        return Kind.WORKBOOK, content
    if content.startswith(_OLD):
        raise _old(content, name)
    text = decode(content, name).lstrip()
    if not text:
        raise refuse(name, "import-empty", "Tệp không có nội dung.")
    return (Kind.JSON_LINES if text.startswith(("{", "[")) else Kind.CSV), content


def _old(content: bytes, name: str) -> Unreadable:
    """A compound file ([MS-CFB]): an .xls, or an .xlsx encrypted with a password ([MS-OFFCRYPTO])."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        hint = "Mở bằng Excel, bỏ mật khẩu rồi lưu lại dạng .xlsx."
        return refuse(name, "import-password", "Tệp Excel có mật khẩu nên không đọc được.", hint)
    hint = "Mở bằng Excel rồi lưu lại dạng .xlsx."
    return refuse(name, "import-old-excel", "Tệp Excel đời cũ (.xls) nên không đọc được.", hint)


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
