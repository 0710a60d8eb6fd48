"""The sheets of an edited catalogue -> one draft for each procedure, told by the labels of the sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.catalogue_workbook import layout
from generator.catalogue_workbook.layout import Column, Part
from generator.importing.draft import Draft, Place, Rank
from generator.importing.workbook.sheet import Cell, Sheet
from generator.problems import Problem, Severity

_DEEPEST_HEAD = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a part's sheet: its numbers as they stand, and its cells column by column."""

    row: int
    numbers: tuple[Cell | None, ...]
    group: tuple[Cell | None, ...]
    cells: tuple[Cell | None, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said of the item: a row that was cleared."""
        return not any(self.cells)


@dataclass(slots=True)
class CatalogueDraft(Draft):
    """One procedure as the workbook has it.  A column or a sheet that was taken out is not in it."""

    digest: str = ""
    cells: dict[Column, Cell | None] = field(default_factory=dict)
    lines: dict[str, list[Line]] = field(default_factory=dict)
    """Key of the list -> its rows, in the order of the sheet."""


@dataclass(slots=True)
class CatalogueReading:
    """Drafts of one workbook, and sentences about what stands outside of them."""

    drafts: list[CatalogueDraft] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet with a head; ``at``: label -> number of its column."""

    sheet: Sheet
    head: int
    at: dict[str, int]

    def rows(self) -> Iterator[int]:
        """Every row below the head that says something, hidden by a filter or not."""
        return (row for row in self.sheet.rows() if row > self.head)

    def cell(self, row: int, label: str) -> Cell | None:
        return self.sheet.at(row, self.at[label]) if label in self.at else None

    def where(self, row: int, file: str) -> str:
        return f"{file}, trang «{self.sheet.name}», dòng {row}"


def read_catalogue(sheets: Sequence[Sheet], file: str, fields: dict[str, str]) -> CatalogueReading | None:
    """None where this is no workbook of ours; ``fields``: key -> word."""
    main = next((found for sheet in sheets if (found := _table(sheet, (layout.CODE, layout.DIGEST)))), None)
    if main is None:
        return None
    reading = CatalogueReading()
    drafts = _drafts(main, file, layout.main_columns(fields), reading)
    others = {sheet.name: sheet for sheet in sheets if sheet is not main.sheet}
    for part in layout.PARTS:
        _read_part(others.pop(part.name, None), part, file, drafts, reading)
    for name in others.keys() - {layout.GUIDE, layout.CHOICES}:
        reading.left.append(f"{file}: trang «{name}» không thuộc mẫu xuất ra nên không nhập.")
    reading.drafts = list(drafts.values())
    return reading


def _table(sheet: Sheet, needed: Sequence[str]) -> _Table | None:
    for row in range(1, _DEEPEST_HEAD + 1):
        at = {cell.text: cell.column for cell in reversed(sheet.row(row))}
        if all(label in at for label in needed):
            return _Table(sheet, row, at)
    return None


def _drafts(
    main: _Table, file: str, columns: Sequence[Column], reading: CatalogueReading
) -> dict[str, CatalogueDraft]:
    known = [column for column in columns if column.label in main.at]
    for column in columns:
        if column.label not in main.at:
            said = f"{file}: trang «{main.sheet.name}» không còn cột «{column.label}» nên mục ấy giữ nguyên."
            reading.left.append(said)
    _strangers(main, {*(column.label for column in columns), layout.DIGEST}, file, reading)
    drafts: dict[str, CatalogueDraft] = {}
    for row in main.rows():
        code, digest = main.cell(row, layout.CODE), main.cell(row, layout.DIGEST)
        if code is None:
            reading.problems.append(_without_code(file, main.sheet, row))
            continue
        if code.text in drafts:
            message = f"{main.where(row, file)}: mã {code.text} đã có ở dòng trên; mỗi thủ tục chỉ một dòng."
            hint = "Bỏ một trong hai dòng rồi nhập lại."
            reading.problems.append(Problem(file, row, 1, "import-code-twice", Severity.ERROR, message, hint))
            drafts[code.text].doubt("Mã này có hai dòng, không rõ lấy dòng nào.")
            drafts[code.text].digest = "hai dòng"
            continue
        draft = CatalogueDraft(code.text, Place(file, row, main.sheet.name), Rank.FULL)
        draft.digest = digest.text if digest else ""
        draft.cells = {column: main.cell(row, column.label) for column in known}
        drafts[code.text] = draft
    return drafts


def _strangers(table: _Table, known: set[str], file: str, reading: CatalogueReading) -> None:
    for label in table.at:
        if label not in known:
            reading.left.append(f"{file}: trang «{table.sheet.name}» có cột «{label}» lạ nên không nhập.")


def _without_code(file: str, sheet: Sheet, row: int) -> Problem:
    message = f"Trang «{sheet.name}», dòng {row}: có chữ mà không có mã thủ tục nên không nhập dòng này."
    hint = "Ghi mã thủ tục vào cột đầu tiên, hoặc xóa cả dòng."
    return Problem(file, row, 1, "import-code-missing", Severity.ERROR, message, hint)


def _read_part(
    sheet: Sheet | None,
    part: Part,
    file: str,
    drafts: dict[str, CatalogueDraft],
    reading: CatalogueReading,
) -> None:
    table = _table(sheet, part.labels) if sheet else None
    if table is None:
        why = "không còn đủ cột" if sheet else "không có trong tệp"
        if any(draft.digest for draft in drafts.values()) or sheet:
            reading.left.append(f"{file}: trang «{part.name}» {why} nên phần ấy giữ nguyên.")
        return
    _strangers(table, set(part.labels), file, reading)
    for draft in drafts.values():
        draft.lines[part.key] = []
    strange: dict[str, int] = {}
    for row in table.rows():
        code, line = table.cell(row, layout.CODE), _line(table, row, part)
        if code is None:
            reading.problems.append(_without_code(file, table.sheet, row))
        elif code.text in drafts:
            drafts[code.text].lines[part.key].append(line)
        else:
            strange[code.text] = strange.get(code.text, 0) + 1
    for text, count in strange.items():
        said = f"{file}: trang «{part.name}» có {count} dòng của mã {text}"
        reading.left.append(f"{said}, mã ấy không có ở trang «{layout.MAIN}» nên không nhập.")


def _line(table: _Table, row: int, part: Part) -> Line:
    number = (layout.GROUP, layout.NUMBER) if part.within else (layout.NUMBER,)
    return Line(
        row,
        tuple(table.cell(row, label) for label in number),
        tuple(table.cell(row, column.label) for column in part.group),
        tuple(table.cell(row, column.label) for column in part.columns),
    )
