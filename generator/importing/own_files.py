"""Which files are open data of ours, and their records, one after the other.

A list is read line by line, as it was written, so that a province's figures of three years (39 MB) need no
more memory than one record.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from generator.importing import own_data, own_tables
from generator.importing.draft import Draft
from generator.importing.own_data import ORDER, Item
from generator.importing.unreadable import refuse
from generator.open_data.datasets import Dataset
from generator.problems import Problem, Severity

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
    return own_tables.read_table(path, start, problems)


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
