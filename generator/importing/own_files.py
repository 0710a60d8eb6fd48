"""Which files are open data of ours, and their records: lists of any length, tables with those beside them.

A list is read line by line, as it was written, so that a province's figures of three years (60 MB) need no
more memory than one record.  A table is known by its columns, and by its name where two have the same.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

from generator.csv_text import rows_of_csv
from generator.importing import own_data
from generator.importing.draft import Draft
from generator.importing.input_file import decode
from generator.importing.own_data import Item
from generator.importing.unreadable import Unreadable, refuse
from generator.open_data.datasets import (
    CITIZEN_WORDS,
    COMMUNES,
    FIELDS,
    LIFE_EVENTS,
    OVERLAYS,
    PROCEDURES,
    PROPOSALS,
    SETTINGS,
    STATISTICS,
    SYNONYMS,
    Dataset,
)
from generator.open_data.tables import WrongTable, records_of
from generator.problems import Problem, Severity

ORDER = (
    *(SETTINGS, FIELDS, COMMUNES, STATISTICS, PROCEDURES),
    *(LIFE_EVENTS, PROPOSALS, OVERLAYS, SYNONYMS, CITIZEN_WORDS),
)
"""What others refer to comes first."""

MOST_TABLE = 100_000_000
"""Bytes of one table: tables are held in memory, rows of a record may stand anywhere in them."""
_LONGEST_LINE = 5_000_000
_LONGEST_HEADER = 10_000
_EMPTY = "[\n\n]\n"
"""What a set without any record is published as."""


def files_of_package(path: Path, text: str) -> list[Path] | None:
    """The data files beside our ``datapackage.json``, in the order to import them; None for anything else.

    Each set is taken once: as JSON, or as tables where the JSON was left behind.
    """
    value = own_data.value_of(text)
    if not isinstance(value, dict) or value.get("profile") != "data-package":
        return None
    forms = ("{}.json", "csv/{}.csv", "csv-excel/{}.csv")
    every = [[path.parent / form.format(dataset.name) for form in forms] for dataset in ORDER]
    found = [next((file for file in files if file.is_file()), None) for files in every]
    if not any(found):
        hint = "Tải cả thư mục du-lieu/v1 rồi nhập lại."
        raise refuse(path.name, "import-package", "Bên cạnh tệp này không có tệp dữ liệu nào.", hint)
    return [file for file in found if file and file.stat().st_size > len(_EMPTY)]


def read_own_file(path: Path, problems: list[Problem]) -> Iterator[Draft] | None:
    """The drafts of a list or a table of ours, one by one; None for anything else.  Raises Unreadable.

    ``problems`` gets those of broken records while drafts are taken.
    """
    if not path.is_file():
        return None  # a pipe can be read once only, and not by this
    try:
        with path.open("rb") as file:
            start = file.readline(_LONGEST_HEADER)
            if start == b"[\n":
                dataset = own_data.dataset_of(_value(file.readline(_LONGEST_LINE)))
                return _list(path, dataset, problems) if dataset else None
    except OSError:
        return None  # whoever reads other inputs says why
    header = _header(start)
    if same := [dataset for dataset in ORDER if dataset.layout.tables[0].header == header]:
        return _table(path, _named(path, same), problems)
    if header in _side_tables():
        hint = "Nhập bảng chính (ví dụ xa.csv) với các bảng kèm nằm cùng thư mục."
        raise _refused(path, "Đây là bảng kèm của một bảng dữ liệu mở, không nhập riêng được.", hint)
    return None


def _list(path: Path, dataset: Dataset, problems: list[Problem]) -> Iterator[Draft]:
    with path.open("rb") as file:
        yield from own_data.drafts(dataset, _items(file, path.name, problems), path.name, problems)


def _items(file: BinaryIO, name: str, problems: list[Problem]) -> Iterator[Item]:
    file.readline()
    line = 1
    while text := file.readline(_LONGEST_LINE):
        line += 1
        if text.strip() == b"]":
            return
        yield line, _value(text)
    message = "Tệp bị cắt ngang: thiếu dấu ] ở cuối."
    problems.append(
        Problem(name, line, 1, "import-own-cut", Severity.ERROR, message, "Tải lại tệp từ trang của bảng.")
    )


def _value(line: bytes) -> object:
    return own_data.value_of(line.strip().removesuffix(b","))


def _table(path: Path, dataset: Dataset, problems: list[Problem]) -> Iterator[Draft]:
    main, *beside = dataset.layout.tables
    files = {main.name: path} | {table.name: path.with_name(f"{table.name}.csv") for table in beside}
    missing = [file.name for file in files.values() if not file.is_file()]
    if missing:
        named = ", ".join(missing)
        hint = "Tải cả thư mục csv (hoặc csv-excel) rồi nhập lại."
        raise _refused(path, f"Bên cạnh bảng này thiếu bảng kèm: {named}.", hint)
    try:
        records = records_of(dataset, {name: _text(file) for name, file in files.items()})
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
        raise _refused(file, f"Không mở được tệp: {error.strerror}.", "") from None
    if len(content) > MOST_TABLE:
        raise _refused(file, f"Bảng lớn hơn {MOST_TABLE // 1_000_000} MB.", "Nhập tệp JSON cùng tên.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(content, file.name)  # which says where, and raises


def _refused(file: Path, message: str, hint: str) -> Unreadable:
    return refuse(file.name, "import-own-table", message, hint or None)


def _header(line: bytes) -> tuple[str, ...]:
    try:
        return tuple(next(rows_of_csv(line.decode("utf-8-sig")), ()))
    except ValueError:
        return ()


@cache
def _side_tables() -> set[tuple[str, ...]]:
    return {table.header for dataset in ORDER for table in dataset.layout.tables[1:]}
