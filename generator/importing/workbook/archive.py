"""What the archive of a workbook may hold (ECMA-376 part 2): looked at before anything in it is parsed.

What an archive says of its own sizes is not believed; a part that could run, fetch or declare something is
refused by name, and nothing is ever unpacked to the disk.
"""

import re
import zipfile
import zlib
from collections import Counter
from io import BytesIO
from typing import IO
from xml.parsers import expat

from generator.importing.unreadable import refuse

MAX_UNPACKED = 200_000_000
MOST_PARTS = 2_000
_CHUNK = 1 << 20
_TYPES = "[Content_Types].xml"
_PASSWORD = 0x1
"""The flag of an encrypted member (APPNOTE.TXT 4.4.4)."""

_MACROS = re.compile(r"vbaproject\.bin$|vbadata\.xml$|/macrosheets/|/activex/", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"/externallinks/|/connections\.xml$|/querytables/|/embeddings/|/webextensions/", re.IGNORECASE
)
_SAVE_AGAIN = "Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx."


def check_archive(content: bytes, file: str) -> None:
    """Refuse what no table needs.  Raises Unreadable; costs at most ``MAX_UNPACKED`` bytes of unpacking."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            _check_names([member.filename for member in members], file)
            if any(member.flag_bits & _PASSWORD for member in members):
                hint = "Mở bằng Excel, bỏ mật khẩu rồi lưu lại dạng .xlsx."
                raise refuse(file, "import-password", "Tệp bảng tính có mật khẩu nên không đọc được.", hint)
            total = 0
            for member in members:
                total += _unpacked(archive, member, file, MAX_UNPACKED - total)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        message = "Tệp bảng tính bị hỏng hoặc bị cắt ngang."
        hint = "Chép hoặc tải lại tệp từ nguồn, mở thử bằng Excel, rồi nhập lại."
        raise refuse(file, "import-broken-workbook", message, hint) from None
    except (ValueError, zlib.error, expat.ExpatError):
        raise refuse(file, "import-broken-workbook", "Tệp bảng tính bị hỏng.", _SAVE_AGAIN) from None


def _check_names(names: list[str], file: str) -> None:
    if _TYPES not in names:
        hint = "Nếu bảng tính nằm trong tệp nén, hãy giải nén rồi chọn tệp .xlsx bên trong."
        raise refuse(file, "import-not-workbook", "Tệp nén này không phải là bảng tính .xlsx.", hint)
    if len(names) > MOST_PARTS:
        message = f"Tệp bảng tính gồm hơn {MOST_PARTS} phần nên không đọc."
        raise refuse(file, "import-zip-bomb", message, _SAVE_AGAIN)
    twice = [name for name, count in Counter(map(str.lower, names)).items() if count > 1]
    if twice:
        message = f"Tệp bảng tính có hai phần cùng tên «{_printable(twice[0])}», không rõ đọc phần nào."
        raise refuse(file, "import-odd-archive", message, _SAVE_AGAIN)
    if odd := [name for name in names if _leads_outside(name)]:
        message = f"Tệp bảng tính có phần mang tên dẫn ra ngoài tệp: «{_printable(odd[0])}»."
        raise refuse(file, "import-odd-archive", message, _SAVE_AGAIN)
    if any(_MACROS.search(f"/{name}") for name in names):
        raise _macros(file)
    if outside := [name for name in names if _OUTSIDE.search(f"/{name}")]:
        message = f"Tệp bảng tính lấy dữ liệu từ nơi khác («{_printable(outside[0])}») nên không đọc."
        hint = "Mở bằng Excel, chọn Dữ liệu > Sửa liên kết > Ngắt liên kết, rồi lưu lại dạng .xlsx."
        raise refuse(file, "import-external", message, hint)


def _leads_outside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in parts


def _printable(name: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in name[:80])


def _macros(file: str) -> Exception:
    hint = "Mở bằng Excel, chọn «Lưu thành», dạng «Excel Workbook (.xlsx)», rồi nhập tệp mới."
    return refuse(
        file, "import-macros", "Tệp bảng tính có macro (chương trình kèm theo) nên không đọc.", hint
    )


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: str, allowed: int) -> int:
    size, is_types = 0, member.filename == _TYPES
    is_xml = member.filename.lower().endswith((".xml", ".rels", ".vml"))
    with archive.open(member) as stream:
        if is_xml and _declares(stream):
            message = "Tệp bảng tính chứa khai báo lạ (DOCTYPE) nên không đọc."
            raise refuse(file, "import-doctype", message, _SAVE_AGAIN)
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > allowed:
                limit = MAX_UNPACKED // 1_000_000
                hint = "Xem có đúng tệp không. Đúng thì mở bằng Excel, chỉ giữ trang có bảng, rồi lưu lại."
                raise refuse(file, "import-zip-bomb", f"Tệp giải nén ra hơn {limit} MB nên không đọc.", hint)
            if is_types and b"macroEnabled" in chunk:
                raise _macros(file)
            if is_types and b"sheet.binary" in chunk:
                message = "Tệp là bảng tính dạng nhị phân (.xlsb) nên không đọc được."
                raise refuse(file, "import-not-workbook", message, _SAVE_AGAIN)
    return size


class _Begun(Exception):
    """The root element has begun: from here on no DTD can follow (XML 1.0, production 1)."""


def _declares(stream: IO[bytes]) -> bool:
    """Whether an XML part declares a document type; read no further than its root element."""
    parser = expat.ParserCreate()
    found = []

    def stop(*_: object) -> None:
        raise _Begun

    def note(*_: object) -> None:
        found.append(True)
        raise _Begun

    parser.StartDoctypeDeclHandler = note
    parser.StartElementHandler = stop
    try:
        read = 0
        while (chunk := stream.read(_CHUNK // 16)) and read < MAX_UNPACKED:
            read += len(chunk)
            parser.Parse(chunk)
    except _Begun:
        return bool(found)
    except expat.ExpatError:
        return False  # no XML at all: whether that matters is for whoever needs the part
    return False
