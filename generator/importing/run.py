"""One import: inputs -> drafts -> the board's folder -> a report."""

from collections.abc import Iterable
from pathlib import Path

from generator.importing.draft import Draft
from generator.importing.importer import Importer
from generator.importing.input_file import Kind, Unreadable, decode, open_input
from generator.importing.json_lines import read_json_lines
from generator.importing.report import Outcome, Report
from generator.importing.text_edit import NotEditable
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
        return _once(drafts)
    except Unreadable as error:
        report.problems.append(error.problem)
        return []


def _once(drafts: list[Draft]) -> list[Draft]:
    return drafts
