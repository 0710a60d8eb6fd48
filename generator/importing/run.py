"""One import: inputs -> drafts -> the board's folder -> a report.

What a file holds is told by what stands in it: JSON is records (of the national database, or what a board
of ours published), a table is one of figures where its head names columns that count dossiers, and one of
procedures where it names codes and names.  A workbook that ``congkhai export`` wrote is told by its own
labels before any of these.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from generator.importing import own_data, own_files
from generator.importing.board_folder import BoardFolder
from generator.importing.catalogue.book import CatalogueDraft, read_catalogue
from generator.importing.catalogue.put import CatalogueImporter
from generator.importing.csv_table import read_csv
from generator.importing.draft import Draft
from generator.importing.fields_file import FieldsFile
from generator.importing.figures.book import read_book
from generator.importing.figures.draft import FiguresDraft, Known, Told
from generator.importing.figures.put import FiguresImporter
from generator.importing.importer import Importer
from generator.importing.input_file import Kind, decode, open_input
from generator.importing.json_lines import read_json_lines
from generator.importing.own_data import OwnDraft
from generator.importing.own_records import OwnRecords
from generator.importing.report import Outcome, RecordReport, Report
from generator.importing.tables import read_table
from generator.importing.text_edit import NotEditable
from generator.importing.unreadable import Unreadable, refuse
from generator.importing.workbook.bounded import read_bounded
from generator.importing.workbook.sheet import Sheet
from generator.problems import Problem, Severity


def run_import(inputs: Iterable[Path], root: Path, told: Told = Told()) -> Report:  # noqa: B008
    """Import every input in turn; a faulty one does not stop the others."""
    report = Report()
    try:
        run = _Run(root, told, report)
    except NotEditable:
        message = "Tệp danh mục lĩnh vực đang có lỗi nên chưa nhập được gì."
        hint = "Chạy «congkhai check», sửa tệp này rồi nhập lại."
        report.problems.append(
            Problem("content/fields.yml", 1, 1, "import-fields", Severity.ERROR, message, hint)
        )
        return report
    for path in inputs:
        try:
            for draft in run.read(path):
                run.put(draft)
        except Unreadable as error:
            report.problems.append(error.problem)
    report.fields = run.fields.added
    return report


class _Run:
    """What reading and writing share in one run."""

    def __init__(self, root: Path, told: Told, report: Report):
        self.folder = BoardFolder(root)
        self.fields = FieldsFile(self.folder)
        self.report = report
        self._told = told
        self._procedures = Importer(self.folder, self.fields)
        self._figures = FiguresImporter(self.folder, self.fields)
        self._catalogue = CatalogueImporter(self.folder)
        self._own = OwnRecords(self.folder, self.fields)

    def read(self, path: Path) -> Iterable[Draft]:
        """The drafts of one file.  Raises Unreadable, at the latest while they are taken."""
        own = own_files.read_own_file(path, self.report.problems)
        return self._read(path) if own is None else own

    def _read(self, path: Path) -> Iterable[Draft]:
        kind, content = open_input(path, path.name)
        if kind is Kind.JSON_LINES:
            text = decode(content, path.name)
            package = own_files.files_of_package(path, text)
            if package is None:
                return self._json(text, path.name)
            return chain.from_iterable(map(self._of_package, package))
        if kind is Kind.CSV:
            return self._tables([read_csv(decode(content, path.name), path.name)], path.name)
        sheets, hidden = read_bounded(content, path.name)
        self.report.left += hidden
        if exported := read_catalogue(sheets, path.name, self._catalogue.fields):
            self.report.left += exported.left
            self.report.problems += exported.problems
            return exported.drafts
        return self._tables(sheets, path.name)

    def _of_package(self, file: Path) -> Iterable[Draft]:
        own = own_files.read_own_file(file, self.report.problems)
        return (
            self._json(decode(open_input(file, file.name)[1], file.name), file.name) if own is None else own
        )

    def _json(self, text: str, name: str) -> Iterable[Draft]:
        own = own_data.read_own(text, name, self.report.problems)
        if own is not None:
            return own
        drafts, problems = read_json_lines(text, name)
        self.report.problems += problems
        return drafts

    def put(self, draft: Draft) -> None:
        """Write one draft and keep what became of it."""
        result = self._written(draft)
        self.report.records.append(result)
        if result.outcome is Outcome.REFUSED:
            message = f"{draft.code}: {result.doubtful[0]}"
            hint = "Sửa chỗ ấy trong tệp nguồn rồi nhập lại."
            place = draft.place
            self.report.problems.append(
                Problem(place.file, place.row, 1, "import-refused", Severity.ERROR, message, hint)
            )

    def _written(self, draft: Draft) -> RecordReport:
        if isinstance(draft, OwnDraft):
            return self._own.put(draft)
        if isinstance(draft, FiguresDraft):
            return self._figures.put(draft)
        if isinstance(draft, CatalogueDraft):
            return self._catalogue.put(draft)
        return self._procedures.put(draft)

    def _tables(self, sheets: list[Sheet], file: str) -> Sequence[Draft]:
        known = Known(self.folder.communes(), self.fields.keys, self._told)
        figures, others = read_book(sheets, file, known)
        self.report.left += figures.left
        self.report.problems += figures.problems
        drafts: list[Draft] = list(figures.drafts)
        found = len(others) < len(sheets)
        for sheet in others:
            reading = read_table(sheet, file, self.fields.keys)
            if reading is not None:
                found = True
                drafts += reading.drafts
                self.report.left += reading.left
            elif sheet.cells:
                where = f"{file}: trang «{sheet.name}»" if sheet.name else file
                self.report.left.append(f"{where} không có bảng thủ tục hay bảng số liệu nên không nhập.")
        if not found:
            raise _no_table(file)
        return drafts


def _no_table(file: str) -> Unreadable:
    hint = (
        "Bảng thủ tục cần cột mã (Mã TTHC, Mã số …) và cột tên (Tên TTHC …); bảng số liệu cần các cột như "
        "«Tiếp nhận», «Đã giải quyết», «Đang giải quyết»."
    )
    return refuse(
        file, "import-no-table", "Không tìm thấy bảng thủ tục hay bảng số liệu trong tệp này.", hint
    )
