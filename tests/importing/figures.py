"""Tables of figures as real systems export them, and a board to import them into."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from generator.importing.figures.draft import Told
from generator.importing.report import RecordReport, Report
from generator.importing.run import run_import
from tests.check.base import write_board
from tests.importing.boards import read

PHU_THAI = "10750"

_GAP = [None, None, None]

FORM: Sequence[list[Any]] = [
    ["Biểu số II.06a/VPCP/KSTT", None, "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"],
    [None, None, "Kỳ báo cáo: Quý III năm 2025"],
    [None, None, "(Từ ngày 01/07/2025 đến ngày 30/09/2025)"],
    ["Đơn vị báo cáo: UBND xã Phú Thái", None, None, "Đơn vị tính: Số hồ sơ TTHC"],
    [
        *("TT", "Lĩnh vực, công việc giải quyết theo cấp", "Tiếp nhận", *_GAP),
        *("Số lượng hồ sơ đã giải quyết", *_GAP, "Số lượng hồ sơ đang giải quyết"),
    ],
    [
        *(None, None, "Tổng số", "Trong kỳ", None, "Từ kỳ trước", "Tổng số", "Trước hạn"),
        *("Đúng hạn (Bao gồm cả hồ sơ chờ bổ sung và trả lại/xin rút)", "Quá hạn", "Tổng số"),
        *("Trong hạn (Bao gồm cả hồ sơ chờ bổ sung và hồ sơ khác)", "Quá hạn"),
    ],
    [None, None, None, "Trực tuyến", "Trực tiếp, dịch vụ bưu chính"],
    ["(1)", "(2)", "(3)=(4)+(5)+(6)", *(f"({number})" for number in range(4, 14))],
]
"""The head of Biểu 06 by field, with merged cells as in ``FORM_MERGED``."""

FORM_MERGED = (
    *("A5:A7", "B5:B7", "C5:F5", "G5:J5", "K5:M5", "C6:C7", "D6:E6", "F6:F7"),
    *(f"{column}6:{column}7" for column in "GHIJKLM"),
)

HO_TICH: list[Any] = [1, "Hộ tịch", 1234, 1000, 200, 34, 1200, 900, 250, 50, 34, 30, 4]
TOTAL: list[Any] = [None, "Tổng cộng", "1.934", "1.500", "400", 34, "1.850", "1.400", "390", 60, 84, 80, 4]
CHUNG_THUC: list[Any] = [2, "Chứng thực", 700, 500, 200, 0, 650, 500, 140, 10, 50, 50, 0]

PERIOD = "2025-09-30"


def book(folder: Path, sheets: Mapping[str, Sequence[Sequence[Any]]], merged: Sequence[str] = ()) -> Path:
    """A workbook of these sheets; the ranges are merged in each."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for reference in merged:
            sheet.merge_cells(reference)
    workbook.save(folder / "bieu-06.xlsx")
    return folder / "bieu-06.xlsx"


def form(folder: Path, *rows: Sequence[Any], head: Sequence[Sequence[Any]] = FORM) -> Path:
    """Biểu 06 by field with these rows."""
    return book(folder, {"Bieu 06": [*head, *rows]}, FORM_MERGED)


def put(folder: Path, file: Path, **told: Any) -> tuple[Path, Report]:
    """Import into a board with xã Phú Thái, Hộ tịch and Chứng thực."""
    root = write_board(folder / "bang", {}) if not (folder / "bang").exists() else folder / "bang"
    return root, run_import([file], root, Told(**told))


def one(folder: Path, file: Path, **told: Any) -> tuple[dict[str, Any], RecordReport]:
    """The data and the report of the one file of figures that an import makes."""
    root, report = put(folder, file, **told)
    assert not report.problems, report.problems
    (record,) = report.records
    assert record.file
    return dict(read(root / record.file)), record


def report_file(root: Path, period: str = PERIOD, commune: str = PHU_THAI) -> Path:
    """Where a report stands."""
    return root / "content/communes" / commune / "statistics" / f"{period}.yml"
