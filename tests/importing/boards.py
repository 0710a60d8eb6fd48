"""Small boards and sources that the tests of the import share."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from generator.importing.report import RecordReport, Report
from generator.importing.run import run_import
from generator.reading import yaml_text
from generator.reading.yaml_text import Data

CODE = "1.001193"


def source(**changes: Any) -> dict[str, Any]:
    """A full record as the national database gives it."""
    record = {
        "code": CODE,
        "name": "Thủ tục đăng ký khai sinh",
        "field": "Hộ tịch",
        "levels": ["Cấp Xã"],
        "methods": [{"channel": "in_person", "time_text": "1 Ngày", "fee_text": "Miễn phí(Nếu đúng hạn.)"}],
        "steps": "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.",
        "source_url": "https://example.vn/khai-sinh",
    }
    return {**record, **changes}


def json_file(folder: Path, *records: dict[str, Any]) -> Path:
    """Records as JSON lines."""
    path = folder / "nguon.jsonl"
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    return path


def workbook(folder: Path, rows: Sequence[Sequence[Any]], name: str = "bang.xlsx", **more: Any) -> Path:
    """One sheet with these rows; ``merged``: ranges, ``hidden``: rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for merged in more.get("merged", ()):
        sheet.merge_cells(merged)
    for hidden in more.get("hidden", ()):
        sheet.row_dimensions[hidden].hidden = True
    book.save(folder / name)
    return folder / name


def board(folder: Path) -> Path:
    """An empty board."""
    root = folder / "bang"
    root.mkdir(exist_ok=True)
    return root


def put(root: Path, *files: Path) -> Report:
    """Import, expecting that the inputs can be read."""
    report = run_import(files, root)
    assert not report.problems, report.problems
    return report


def only(report: Report) -> RecordReport:
    """The one record of a report."""
    (record,) = report.records
    return record


def record_file(root: Path, field: str = "ho-tich", code: str = CODE) -> Path:
    """Where a procedure stands."""
    return root / "procedures" / field / f"{code}.yml"


def read(path: Path) -> dict[str, Data]:
    """A file's data, as the board reads it."""
    data = yaml_text.parse(yaml_text.decode(path.read_bytes()))
    assert isinstance(data, dict)
    return data
