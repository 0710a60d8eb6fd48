"""Workbooks made to do harm, one maker for each attack, and the good one that they are made of."""

import struct
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import pairwise
from typing import Any

from openpyxl import Workbook

from tests.importing.boards import CODE

SHEET = "xl/worksheets/sheet1.xml"
ROWS = [["Mã số", "Tên", "Lĩnh vực"], [CODE, "Đăng ký khai sinh", "Hộ tịch"]]


def good(rows: list[list[Any]] = ROWS) -> bytes:
    """A workbook that imports."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def changed(
    replace: Mapping[str, Callable[[bytes], bytes]] | None = None, add: Mapping[str, bytes] | None = None
) -> bytes:
    """The good workbook with some parts changed and some added."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(good())) as archive,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as other,
    ):
        for name in archive.namelist():
            content = archive.read(name)
            other.writestr(name, (replace or {}).get(name, bytes)(content))
        for name, content in (add or {}).items():
            other.writestr(name, content)
    return out.getvalue()


def in_sheet(old: bytes, new: bytes) -> bytes:
    """The good workbook with one place of its sheet written otherwise."""

    def replaced(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, new)

    return changed({SHEET: replaced})


def zip_bomb() -> bytes:
    """A part of 300 MB of zeros in 300 KB."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(changed())) as archive,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as big,
    ):
        for name in archive.namelist():
            big.writestr(name, archive.read(name))
        with big.open("xl/media/image1.png", "w", force_zip64=True) as member:
            for _ in range(300):
                member.write(bytes(1_000_000))
    return out.getvalue()


def zip_bomb_that_lies_about_its_size() -> bytes:
    """The same, with a directory that states one byte."""
    content = bytearray(zip_bomb())
    place = content.rindex(b"PK\x01\x02", 0, content.rindex(b"xl/media/image1.png"))
    content[place + 24 : place + 28] = struct.pack("<I", 1)
    return bytes(content)


def cell_at_the_end_of_the_sheet() -> bytes:
    row = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    return in_sheet(b"</sheetData>", row)


def merged_ranges(count: int = 100_000) -> bytes:
    ranges = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (row, row) for row in range(5, 5 + count))
    return in_sheet(b"</sheetData>", b"</sheetData><mergeCells>" + ranges + b"</mergeCells>")


def overlapping_ranges() -> bytes:
    """Few ranges, each over the whole of a used area of a million cells."""
    row = b'<row r="9999"><c r="ALL9999" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    ranges = b"<mergeCells>" + b'<mergeCell ref="A1:ALL9999"/>' * 50 + b"</mergeCells>"
    return in_sheet(b"</sheetData>", row + ranges)


def billion_laughs() -> bytes:
    lines = ['<!DOCTYPE x [<!ENTITY a "ha">']
    names = "abcdefghij"
    lines += [f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names)]
    return changed({SHEET: lambda content: "".join(lines).encode() + b"]>" + content})


def outside_entity() -> bytes:
    declared = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return changed({"xl/workbook.xml": lambda content: declared + content})


def doctype_in_utf_16() -> bytes:
    """Bytes that no search for ``<!DOCTYPE`` in UTF-8 finds."""

    def encoded(content: bytes) -> bytes:
        text = content.decode().split("?>", 1)[-1]
        return f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x>{text}'.encode("utf-16")

    return changed({"xl/workbook.xml": encoded})


def macros() -> bytes:
    return changed(add={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def macros_by_type_alone() -> bytes:
    """An .xlsm whose program part has another name."""
    plain, enabled = b"spreadsheetml.sheet.main+xml", b"macroEnabled.main+xml"
    return changed({"[Content_Types].xml": lambda content: content.replace(plain, enabled)})


def old_macro_sheet() -> bytes:
    return changed(add={"xl/macrosheets/sheet1.xml": b"<x/>"})


def external_links() -> bytes:
    return changed(add={"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})


def data_connection() -> bytes:
    return changed(add={"xl/connections.xml": b"<connections/>"})


def embedded_object() -> bytes:
    return changed(add={"xl/embeddings/oleObject1.bin": b"MZ"})


def path_traversal() -> bytes:
    return changed(add={"../../etc/cron.d/x": b"x"})


def absolute_path() -> bytes:
    return changed(add={"/etc/cron.d/x": b"x"})


def backslash_path() -> bytes:
    return changed(add={"xl\\..\\..\\x": b"x"})


def duplicate_entries() -> bytes:
    """Two sheets of one name: one program would read the first, another the last."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(good())) as archive, zipfile.ZipFile(out, "w") as other:
        for name in archive.namelist():
            other.writestr(name, archive.read(name))
        other.writestr(SHEET.upper(), b"<x/>")
    return out.getvalue()


def thousands_of_parts() -> bytes:
    return changed(add={f"xl/media/{number}.png": b"" for number in range(3000)})


def truncated() -> bytes:
    content = good()
    return content[: len(content) // 2]


def truncated_member() -> bytes:
    """The directory is whole, the packed bytes of the sheet are not."""
    content = bytearray(changed())
    with zipfile.ZipFile(BytesIO(bytes(content))) as archive:
        start = archive.getinfo(SHEET).header_offset + 30 + len(SHEET)
    content[start + 4 : start + 60] = bytes(56)
    return bytes(content)


def empty_archive() -> bytes:
    out = BytesIO()
    zipfile.ZipFile(out, "w").close()
    return out.getvalue()


def encrypted_member() -> bytes:
    content = bytearray(good())
    place = content.index(b"PK\x01\x02")
    content[place + 8] |= 1
    return bytes(content)


def encrypted_workbook() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")


def old_excel() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "Workbook".encode("utf-16-le")


def binary_workbook() -> bytes:
    plain, binary = (
        b"openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"ms-excel.sheet.binary.main",
    )
    return changed({"[Content_Types].xml": lambda content: content.replace(plain, binary)})


def not_a_workbook() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    return out.getvalue()


def formula_never_calculated() -> bytes:
    return good([*ROWS, ["=A2", "Tên", "Hộ tịch"]])


def many_cells(rows: int = 60_000) -> bytes:
    row = b'<row r="%d">' + b'<c t="n"><v>1</v></c>' * 10 + b"</row>"
    data = b"".join(row % number for number in range(3, 3 + rows))
    return in_sheet(b"</sheetData>", data + b"</sheetData>")


ATTACKS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "a zip bomb": (zip_bomb, "import-zip-bomb"),
    "a zip bomb that lies about its size": (zip_bomb_that_lies_about_its_size, "import-broken-workbook"),
    "thousands of parts": (thousands_of_parts, "import-zip-bomb"),
    "a cell at XFD1048576": (cell_at_the_end_of_the_sheet, "import-far-cell"),
    "a hundred thousand merged ranges": (merged_ranges, "import-merged"),
    "merged ranges that lie over each other": (overlapping_ranges, "import-merged"),
    "more cells than any table has": (many_cells, "import-too-many-cells"),
    "entities that multiply": (billion_laughs, "import-doctype"),
    "an entity that reads a file": (outside_entity, "import-doctype"),
    "a document type hidden in UTF-16": (doctype_in_utf_16, "import-doctype"),
    "macros": (macros, "import-macros"),
    "macros told by the type alone": (macros_by_type_alone, "import-macros"),
    "a macro sheet of 1992": (old_macro_sheet, "import-macros"),
    "links to other workbooks": (external_links, "import-external"),
    "a connection to data elsewhere": (data_connection, "import-external"),
    "an embedded object": (embedded_object, "import-external"),
    "a name that climbs out": (path_traversal, "import-odd-archive"),
    "an absolute name": (absolute_path, "import-odd-archive"),
    "a name with backslashes": (backslash_path, "import-odd-archive"),
    "two parts of one name": (duplicate_entries, "import-odd-archive"),
    "half a file": (truncated, "import-broken-workbook"),
    "a part cut off": (truncated_member, "import-broken-workbook"),
    "an empty archive": (empty_archive, "import-not-workbook"),
    "another archive": (not_a_workbook, "import-not-workbook"),
    "a binary workbook": (binary_workbook, "import-not-workbook"),
    "an encrypted part": (encrypted_member, "import-password"),
    "an encrypted workbook": (encrypted_workbook, "import-password"),
    "an old .xls": (old_excel, "import-old-excel"),
    "a formula never calculated": (formula_never_calculated, "import-formula"),
}
"""Attack -> what makes the file, and the code that it is refused with."""
