"""The side sheets of our own form -> what they add to each commune's report."""

from generator.importing.draft import Place
from generator.importing.figures.counts import count, points
from generator.importing.figures.draft import FiguresDraft
from generator.importing.figures.labels import plain
from generator.importing.workbook.sheet import CellKind, Sheet
from generator.reading.yaml_text import Data
from generator.statistics_form.layout import CODE_LABEL, SIDES, Column, Kind, Side


def side_of(sheet: Sheet) -> Side | None:
    """Which part of a report a sheet holds, told by its name and its labels; None for any other sheet."""
    side = next((each for each in SIDES if sheet.name == each.name), None)
    return side if side and _head(sheet, side) else None


def read_side(sheet: Sheet, side: Side, file: str, drafts: dict[str, FiguresDraft]) -> list[str]:
    """Add what the rows hold to the drafts, by commune; sentences for rows of communes that are not there."""
    found = _head(sheet, side)
    assert found
    head, code_at, columns = found
    left = []
    for number in sheet.rows():
        code = sheet.at(number, code_at)
        cells = {c.label: cell for c, at in columns if at and (cell := sheet.at(number, at)) and _is_open(c)}
        if number <= head or not cells or number in sheet.hidden:
            continue
        draft = drafts.get(code.text) if code else None
        if draft is None:
            said = " | ".join(cell.text for cell in sheet.row(number))[:200]
            left.append(
                f"{Place(file, number, sheet.name)}: không rõ của xã nào trong tệp này nên không nhập: {said}"
            )
            continue
        _add(side, {c: at for c, at in columns if at}, sheet, number, draft)
    return left


def _is_open(column: Column) -> bool:
    """Whether people fill the column; codes and names of the index are there before."""
    return column.key != "ma" and column.label != "Tên nhóm, chỉ số"


def _head(sheet: Sheet, side: Side) -> tuple[int, int, list[tuple[Column, int]]] | None:
    """The row of the labels, the column of the code, and the column of each label (0: not there)."""
    wanted = {plain(column.label): column for column in side.columns}
    for number in sheet.rows():
        at = {plain(cell.text): cell.column for cell in sheet.row(number) if cell.row == number}
        if plain(CODE_LABEL) in at and wanted.keys() & at.keys():
            return number, at[plain(CODE_LABEL)], [(c, at.get(text, 0)) for text, c in wanted.items()]
    return None


def _add(side: Side, columns: dict[Column, int], sheet: Sheet, number: int, draft: FiguresDraft) -> None:
    values = {
        column.key: value
        for column, at in columns.items()
        if (value := _value(column, at, sheet, number, draft))
    }
    if not values:
        return
    if side.key == "giai_trinh":
        draft.values["giai_trinh"] = values[""]
        return
    record: dict[str, Data] = {key: value for key, value in values.items() if key}
    if not side.many:
        draft.values[side.key] = record
        return
    rows = draft.values.setdefault(side.key, [])
    assert isinstance(rows, list)
    if side.key == "chi_so_766" and "diem" not in record:
        draft.leave(f"Trang «{side.name}», dòng {number}: chưa có điểm đạt nên không nhập.")
        return
    rows.append(record)


def _value(column: Column, at: int, sheet: Sheet, number: int, draft: FiguresDraft) -> str | None:
    cell = sheet.at(number, at)
    if cell is None:
        return None
    if column.kind is Kind.COUNT:
        return count(cell, draft)
    if column.kind is Kind.POINTS:
        return points(cell, draft)
    if cell.kind in (CellKind.FAULT, CellKind.DATE):
        draft.doubt(
            f"Trang «{sheet.name}», ô {cell.name} không phải là chữ mà là «{cell.text}» nên không nhập."
        )
        return None
    return cell.text
