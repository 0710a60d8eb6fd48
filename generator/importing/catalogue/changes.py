"""What an edited workbook changes in one record: only cells that say something else than was exported."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from generator.catalogue_workbook import layout
from generator.catalogue_workbook.cells import ELSEWHERE, compared, read, shown, unescaped
from generator.catalogue_workbook.layout import Column, Kind, Part
from generator.catalogue_workbook.rows import PlainRow, digest_of, items, value_at
from generator.importing.catalogue.book import CatalogueDraft, Line
from generator.importing.refusal import Refusal
from generator.importing.workbook.sheet import Cell, CellKind
from generator.model.times import parse_date
from generator.reading.yaml_text import Data


@dataclass(slots=True)
class Changes:
    """``values``: key -> its new value, None to take it out; ``told``: what a person changed, in words.

    ``places``: where in the workbook a value of the result was written, by its path in the record.
    """

    values: dict[str, Data] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    places: dict[tuple[str | int, ...], str] = field(default_factory=dict)


def changes_of(record: Mapping[str, Data], draft: CatalogueDraft) -> Changes:
    """Compare a record with its rows.  Raises Refusal, naming the cell, for what no value can be made of."""
    found = Changes()
    for column, cell in draft.cells.items():
        _main_cell(record, column, cell, found)
    for part in layout.PARTS:
        if part.key in draft.lines:
            _part(record, part, draft.lines[part.key], found)
    return found


def digest_of_draft(draft: CatalogueDraft) -> str | None:
    """The digest of what the workbook says now; None where a sheet or a column is gone.  Raises Refusal."""
    if len(draft.lines) < len(layout.PARTS) or len(draft.cells) < len(layout.main_columns({})):
        return None
    parts = {part.key: _plain_rows(draft.lines[part.key], part) for part in layout.PARTS}
    return digest_of(_texts(draft.cells.values()), parts)


def _plain_rows(lines: Sequence[Line], part: Part) -> list[PlainRow]:
    ordered = _ordered(line for line in lines if not line.is_empty)
    ranks = {number: rank for rank, number in enumerate(dict.fromkeys(n[0] for n, _ in ordered), start=1)}
    return [
        ((ranks[numbers[0]],) if part.within else (), _texts(line.group), _texts(line.cells))
        for numbers, line in ordered
    ]


def _texts(cells: Iterable[Cell | None]) -> tuple[str, ...]:
    return tuple(cell.text if cell else "" for cell in cells)


def _main_cell(record: Mapping[str, Data], column: Column, cell: Cell | None, found: Changes) -> None:
    old = value_at(dict(record), column.path)
    new = _value(cell, column, old)
    key = column.path[0]
    found.places[column.path] = f"trang «{layout.MAIN}», ô {cell.name}" if cell else f"trang «{layout.MAIN}»"
    if new is old or column.path == ("ma",):
        return
    found.told.append(f"{column.label} ({cell.name})" if cell else f"{column.label} (xóa)")
    if len(column.path) == 1:
        found.values[key] = new
        return
    group = deepcopy(found.values.get(key, record.get(key)))
    group = group if isinstance(group, dict) else {}
    found.values[key] = _with(group, column.path[1:], new) or None


def _part(record: Mapping[str, Data], part: Part, lines: Sequence[Line], found: Changes) -> None:
    old = items(record.get(part.key))
    ordered = _ordered(line for line in lines if not line.is_empty)
    new = _cases(old, part, ordered, found) if part.within else _flat(old, part, ordered, found, (part.key,))
    if new != old:
        found.values[part.key] = new or None
        found.told.append(f"{part.name} ({len(old)} → {len(new)} mục)" if len(new) != len(old) else part.name)


def _flat(
    old: list[Data],
    part: Part,
    lines: Sequence[tuple[tuple[float, ...], Line]],
    found: Changes,
    path: tuple[str | int, ...],
) -> list[Data]:
    """The items of the rows; a row that bears the number of an old item is that item, edited."""
    made: list[Data] = []
    free = dict(enumerate(old, start=1))
    for numbers, line in lines:
        was = free.pop(int(numbers[-1]), None) if numbers[-1].is_integer() else None
        made.append(_item(was, part.columns, line.cells))
        found.places[(*path, len(made) - 1)] = f"trang «{part.name}», dòng {line.row}"
    return made


def _cases(
    old: list[Data], part: Part, lines: Sequence[tuple[tuple[float, ...], Line]], found: Changes
) -> list[Data]:
    assert part.within
    made: list[Data] = []
    free = dict(enumerate(old, start=1))
    for number in dict.fromkeys(numbers[0] for numbers, _ in lines):
        rows = [(numbers, line) for numbers, line in lines if numbers[0] == number]
        was = free.pop(int(number), None) if number.is_integer() else None
        case = _item(was, part.group, _common(rows, part))
        path = (part.key, len(made), part.within)
        papers = _flat(items(value_at(was, (part.within,))), part, rows, found, path)
        made.append({**case, part.within: papers})
    return made


def _common(rows: Sequence[tuple[tuple[float, ...], Line]], part: Part) -> tuple[Cell | None, ...]:
    """What all rows of one case say of it; a row that was added may leave it out."""
    common = []
    for place in range(len(part.group)):
        said = [line.group[place] for _, line in rows]
        filled = [cell for cell in said if cell]
        if len({cell.text for cell in filled}) > 1:
            first, other = filled[0], next(cell for cell in filled if cell.text != filled[0].text)
            raise Refusal(
                f"Trang «{part.name}»: cùng một trường hợp mà ô {first.name} và ô {other.name} ghi khác "
                "nhau. Hãy ghi như nhau, hoặc đổi số trường hợp."
            )
        common.append(filled[0] if filled else None)
    return tuple(common)


def _ordered(lines: Iterator[Line]) -> list[tuple[tuple[float, ...], Line]]:
    """By their numbers; a row without one stands after the row above it."""
    above: tuple[float, ...] = ()
    found = []
    for line in lines:
        numbers = tuple(
            _number(cell) if cell else (above[place] if place < len(above) else 0.5)
            for place, cell in enumerate(line.numbers)
        )
        if line.numbers[-1] is None and numbers[-1].is_integer():
            numbers = (*numbers[:-1], numbers[-1] + 1e-6)  # never mistaken for the item above
        above = numbers
        found.append((numbers, line))
    return sorted(found, key=lambda each: each[0])  # rows of the same number stay as they stand


def _number(cell: Cell) -> float:
    try:
        number = float(cell.text.replace(",", "."))
    except ValueError:
        raise Refusal(f"Ô {cell.name} ghi «{cell.text[:40]}», không phải số thứ tự.") from None
    if not 0 <= number <= 100_000:
        raise Refusal(f"Ô {cell.name} ghi «{cell.text[:40]}», không phải số thứ tự.")
    return number


def _item(was: Data, columns: Sequence[Column], cells: Sequence[Cell | None]) -> dict[str, Data]:
    made: dict[str, Data] = deepcopy(was) if isinstance(was, dict) else {}
    for column, cell in zip(columns, cells, strict=True):
        old = value_at(was, column.path)
        new = _value(cell, column, old)
        if new is not old:
            made = _with(made, column.path, new)
    return made


def _with(group: dict[str, Data], path: tuple[str, ...], value: Data) -> dict[str, Data]:
    key, *rest = path
    if rest:
        inner = group.get(key)
        value = _with(inner if isinstance(inner, dict) else {}, tuple(rest), value) or None
    return {**group, key: value} if value is not None else {k: v for k, v in group.items() if k != key}


def _value(cell: Cell | None, column: Column, old: Data) -> Data:
    """The value that a cell states; ``old`` itself where it states what was exported."""
    before = shown(old, column)
    if cell is None:
        return None if before else old
    said = unescaped(cell.text)
    if compared(said) == compared(before) or (column.kind is Kind.DAY and _same_day(said, before)):
        return old
    if ELSEWHERE in (said, before):
        raise Refusal(f"Ô {cell.name} («{column.label}») không sửa được ở bảng tính; hãy sửa trong tệp YAML.")
    _refuse_retyped(cell, column)
    return read(said, column)


def _refuse_retyped(cell: Cell, column: Column) -> None:
    """A number or a date that a spreadsheet made of a text is not what somebody wrote."""
    if cell.kind is CellKind.FAULT:
        raise Refusal(f"Ô {cell.name} («{column.label}») báo lỗi {cell.text}; hãy ghi lại ô ấy.")
    if cell.kind is CellKind.NUMBER and column.kind is not Kind.COUNT:
        raise Refusal(
            f"Ô {cell.name} («{column.label}») là số {cell.text}, không phải chữ: Excel có thể đã đổi 50.000 "
            "thành 50. Đặt dạng ô là Text (Văn bản) rồi gõ lại."
        )
    if cell.kind is CellKind.DATE and column.kind is not Kind.DAY:
        raise Refusal(
            f"Ô {cell.name} («{column.label}») bị Excel đổi thành ngày {cell.text}. Đặt dạng ô là Text "
            "(Văn bản) rồi gõ lại."
        )


def _same_day(one: str, other: str) -> bool:
    try:
        return parse_date(one) == parse_date(other)
    except ValueError:
        return False
