"""One import: inputs -> drafts -> the board's folder -> a report."""

from collections.abc import Iterable
from pathlib import Path

from generator.importing.csv_table import read_csv
from generator.importing.draft import Draft
from generator.importing.importer import Importer
from generator.importing.input_file import Kind, decode, open_input
from generator.importing.json_lines import read_json_lines
from generator.importing.report import Outcome, Report
from generator.importing.tables import read_table
from generator.importing.text_edit import NotEditable
from generator.importing.unreadable import Unreadable, refuse
from generator.importing.workbook.bounded import read_bounded
from generator.importing.workbook.sheet import Sheet
from generator.problems import Problem, Severity


def run_import(inputs: Iterable[Path], root: Path) -> Report:
    """Import every input in turn; a faulty one does not stop the others."""
    report = Report()
    try:
        importer = Importer(root)
    except NotEditable:
        message = "Tệp danh mục lĩnh vực đang có lỗi; hãy chạy «congkhai check», sửa rồi nhập lại."
        report.problems.append(Problem("content/fields.yml", 1, 1, "import-fields", Severity.ERROR, message))
        return report
    for path in inputs:
        for draft in _drafts(path, importer, report):
            _put(draft, importer, report)
    report.fields = importer.fields.added
    return report


def _put(draft: Draft, importer: Importer, report: Report) -> None:
    result = importer.put(draft)
    report.records.append(result)
    if result.outcome is Outcome.REFUSED:
        place, message = draft.place, f"{draft.code}: {result.doubtful[0]}"
        report.problems.append(Problem(place.file, place.row, 1, "import-refused", Severity.ERROR, message))


def _drafts(path: Path, importer: Importer, report: Report) -> list[Draft]:
    try:
        kind, content = open_input(path, path.name)
        if kind is Kind.JSON_LINES:
            drafts, problems = read_json_lines(decode(content, path.name), path.name)
            report.problems += problems
            return drafts
        if kind is Kind.CSV:
            return _tables([read_csv(decode(content, path.name), path.name)], path.name, importer, report)
        sheets, hidden = read_bounded(content, path.name)
        report.left += hidden
        return _tables(sheets, path.name, importer, report)
    except Unreadable as error:
        report.problems.append(error.problem)
        return []


def _tables(sheets: list[Sheet], file: str, importer: Importer, report: Report) -> list[Draft]:
    drafts: list[Draft] = []
    found = False
    for sheet in sheets:
        reading = read_table(sheet, file, importer.fields.keys)
        if reading is not None:
            found = True
            drafts += reading.drafts
            report.left += reading.left
        elif sheet.cells:
            report.left.append(f"{file}: trang «{sheet.name}» không có bảng thủ tục nên không nhập.")
    if not found:
        hint = "Bảng cần một dòng tiêu đề có cột mã (Mã TTHC, Mã số …) và cột tên (Tên TTHC, Tên thủ tục …)."
        raise refuse(file, "import-no-table", "Không tìm thấy bảng thủ tục trong tệp này.", hint)
    return drafts
