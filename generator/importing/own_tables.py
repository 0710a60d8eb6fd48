"""Tables of ours with those beside them -> drafts: published by this version of the program or another.

A table is known by its columns, and by its name where two have the same.  ``datapackage.json`` says which
columns and which tables there were when it was published; where it was left behind, today's are expected.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.csv_text import table_rows
from generator.importing import own_data
from generator.importing.draft import Draft
from generator.importing.input_file import decode
from generator.importing.own_data import ORDER
from generator.importing.unreadable import Unreadable, refuse
from generator.open_data.datasets import Dataset
from generator.open_data.reading import WrongTable, records_of
from generator.problems import Problem

MOST_TABLE = 100_000_000
"""Bytes of one table: tables are held in memory, rows of a record may stand anywhere in them."""
_MOST_PACKAGE = 5_000_000

Headers = Mapping[str, tuple[str, ...]]
"""The columns of tables, by the names of the tables."""

_OURS: Headers = {table.name: table.header for dataset in ORDER for table in dataset.layout.tables}


def read_table(path: Path, start: bytes, problems: list[Problem]) -> Iterator[Draft] | None:
    """The drafts of the table that begins with the line ``start``; None for anything else.

    Raises Unreadable, at the latest while drafts are taken.
    """
    header = _cells(start)
    headers = _told(path.parent) or _told(path.parent.parent) or _OURS
    likeness = {each: own_data.alike(set(header), set(headers.get(each.name, ()))) for each in ORDER}
    if (most := max(likeness.values())) >= own_data.MOST_ALIKE:
        same = [each for each in ORDER if likeness[each] == most]
        return _drafts(path, _named(path, same), headers, problems)
    if header in [columns for name, columns in _OURS.items() if name not in _mains()]:
        hint = "Nhập bảng chính (ví dụ xa.csv) với các bảng kèm nằm cùng thư mục."
        raise _refused(path, "Đây là bảng kèm của một bảng dữ liệu mở, không nhập riêng được.", hint)
    return None


def _mains() -> set[str]:
    return {dataset.name for dataset in ORDER}


def _told(folder: Path) -> Headers | None:
    """What the package's description says, where one lies in ``folder``."""
    file = folder / "datapackage.json"
    try:
        text = file.read_bytes() if file.is_file() and file.stat().st_size < _MOST_PACKAGE else b""
        package: Any = own_data.value_of(text)
        tables = [each for each in package["resources"] if "schema" in each]
        told = {str(t["name"]): tuple(str(f["name"]) for f in t["schema"]["fields"]) for t in tables}
    except (OSError, TypeError, KeyError):
        return None
    return told if told.keys() & _OURS.keys() else None


def _drafts(path: Path, dataset: Dataset, headers: Headers, problems: list[Problem]) -> Iterator[Draft]:
    known = {table.name for table in dataset.layout.tables}
    if newer := [name for name in headers if name.startswith(f"{dataset.name}-") and name not in known]:
        hint = "Cài bản congkhai mới hơn rồi nhập lại."
        raise _refused(path, f"Bảng kèm {newer[0]}.csv là của một phiên bản congkhai mới hơn.", hint)
    files = {name: path.with_name(f"{name}.csv") for name in known if name in headers} | {dataset.name: path}
    if missing := sorted(file.name for file in files.values() if not file.is_file()):
        hint = "Tải cả thư mục csv (hoặc csv-excel) rồi nhập lại."
        raise _refused(path, f"Bên cạnh bảng này thiếu bảng kèm: {', '.join(missing)}.", hint)
    try:
        records = records_of(dataset, {name: _text(file) for name, file in files.items()}, headers)
    except WrongTable as error:
        hint = "Tải lại tệp từ trang của bảng; đừng thêm, bớt cột và dòng."
        raise _refused(files[error.table], f"Bảng không còn như đã xuất: {error.said}.", hint) from None
    yield from own_data.drafts(dataset, enumerate(records, start=2), path.name, problems)


def _named(path: Path, same: list[Dataset]) -> Dataset:
    """The set of a table whose columns several sets have: the file's name tells, as a browser saves it."""
    found = [dataset for dataset in same if path.name.startswith(dataset.name)] if len(same) > 1 else same
    if not found:
        names = " hoặc ".join(f"{dataset.name}.csv" for dataset in same)
        raise _refused(path, "Các cột này có ở nhiều tập dữ liệu.", f"Đặt lại tên tệp như cũ: {names}.")
    return found[0]


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_TABLE + 1)
    except OSError as error:
        raise _refused(file, f"Không mở được tệp: {error.strerror}.", None) from None
    if len(content) > MOST_TABLE:
        raise _refused(file, f"Bảng lớn hơn {MOST_TABLE // 1_000_000} MB.", "Nhập tệp JSON cùng tên.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(content, file.name)  # which says where, and raises


def _refused(file: Path, message: str, hint: str | None) -> Unreadable:
    return refuse(file.name, "import-own-table", message, hint)


def _cells(line: bytes) -> tuple[str, ...]:
    try:
        return tuple(next(table_rows(line.decode("utf-8-sig")), ()))
    except ValueError:
        return ()
