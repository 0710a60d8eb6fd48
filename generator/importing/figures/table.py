"""One sheet with a table of figures -> a report for each commune that it speaks of."""

from generator.importing.draft import Place
from generator.importing.figures.begin import FiguresReading, begin, commune_of
from generator.importing.figures.counts import count, points
from generator.importing.figures.draft import FiguresDraft, Known
from generator.importing.figures.head import Head, find_head
from generator.importing.figures.rows import About, Row, read_rows
from generator.importing.figures.title import Title, read_title
from generator.importing.workbook.sheet import Sheet
from generator.reading.yaml_text import Data
from generator.statistics.form import PATHS
from generator.statistics.index766 import GROUPS


def read_figures(sheet: Sheet, file: str, known: Known) -> FiguresReading | None:
    """None where the sheet has no head with columns that count dossiers."""
    head = find_head(sheet)
    if head is None:
        return None
    title = read_title(sheet, head.top)
    reading = FiguresReading()
    rows = _rows(sheet, head, file, reading)
    units = [row for row in rows if row.about is About.UNIT]
    if units or (not any(row.about is About.FIELD for row in rows) and "commune" in head.columns):
        for row in rows:
            _unit(row, sheet, title, file, known, reading)
    else:
        _one(rows, sheet, head, title, file, known, reading)
    for number, label in head.others.items():
        if any(sheet.at(row, number) for row in range(head.bottom + 1, sheet.last_row + 1)):
            reading.left.append(
                f"{_where(file, sheet)}: cột «{label}» không có mục tương ứng nên không nhập."
            )
    return reading


def _rows(sheet: Sheet, head: Head, file: str, reading: FiguresReading) -> list[Row]:
    rows = []
    for found in read_rows(sheet, head):
        if isinstance(found, str):
            reading.left.append(f"{file}: {found}")
        else:
            rows.append(found)
    return rows


def _where(file: str, sheet: Sheet) -> str:
    return f"{file}, trang «{sheet.name}»" if sheet.name else file


def _one(
    rows: list[Row], sheet: Sheet, head: Head, title: Title, file: str, known: Known, reading: FiguresReading
) -> None:
    """A table by field: all rows are of one commune."""
    code = commune_of(sheet, title, known)
    draft = begin(code or "", Place(file, head.top, sheet.name), title, known, None, reading)
    if draft is None:
        return
    totals = [row for row in rows if row.about is About.TOTAL]
    fields = [row for row in rows if row.about is About.FIELD]
    if not totals and fields:
        draft.doubt("Bảng không có dòng tổng số; không tự cộng các lĩnh vực thay cho nguồn.")
    for row in totals[1:]:
        draft.leave(f"Dòng {row.number} là dòng tổng thứ hai nên không nhập.")
    draft.values["tong_hop"] = _cells(totals[0], draft) if totals else {}
    by_field: list[Data] = [found for row in fields if (found := _field_row(row, draft, known))]
    draft.put("theo_linh_vuc", by_field)
    reading.drafts.append(draft)


def _field_row(row: Row, draft: FiguresDraft, known: Known) -> dict[str, Data] | None:
    cells = _cells(row, draft)
    if not cells:
        return None
    given = row.cells.get("field_key")
    key = known.fields.find(given.text) if given else None
    key = key or known.fields.find(row.name)
    if key is None:
        draft.new_fields.append(row.name)
    return {"linh_vuc": key or row.name, **cells}


def _unit(row: Row, sheet: Sheet, title: Title, file: str, known: Known, reading: FiguresReading) -> None:
    """A row of a table by unit: a report of its own."""
    if row.about is About.TOTAL:
        reading.left.append(
            f"{_where(file, sheet)}: dòng {row.number} là dòng cộng của cả bảng nên không nhập."
        )
        return
    given = row.cells.get("commune")
    code = given.text.zfill(5) if given and given.text.isdigit() else known.commune(row.name)
    if code not in known.communes:
        said = f"{given.text} {row.name}".strip() if given else row.name
        reading.left.append(
            f"{_where(file, sheet)}: dòng {row.number}, «{said}»: bảng công khai không có xã này."
        )
        return
    draft = begin(code or "", Place(file, row.number, sheet.name), title, known, row, reading)
    if draft is None:
        return
    draft.values["tong_hop"] = _cells(row, draft)
    _portal(row, draft)
    reading.drafts.append(draft)


def _cells(row: Row, draft: FiguresDraft) -> dict[str, Data]:
    """The counts of a row under the keys of the YAML file."""
    values: dict[str, Data] = {}
    for key, path in PATHS.items():
        number = count(row.cells.get(key), draft)
        if number is None:
            continue
        group = values
        for name in path[:-1]:
            inner = group.setdefault(name, {})
            assert isinstance(inner, dict)
            group = inner
        group[path[-1]] = number
    return values


def _portal(row: Row, draft: FiguresDraft) -> None:
    """The rate that the portal prints and its points, with the number that they are taken of."""
    whole = count(row.cells.get("received_total"), draft)
    percent = points(row.cells.get("portal_percent"), draft)
    in_time = count(row.cells.get("portal_on_time"), draft)
    if percent and whole and whole != "0":
        rate: dict[str, Data] = {"ty_le": percent, "tong_ho_so": whole}
        draft.values["ty_le_cua_cong"] = rate | ({"dung_han": in_time} if in_time else {})
    elif percent or in_time:
        draft.leave("Tỷ lệ của Cổng không có tổng số hồ sơ đi kèm nên không nhập.")
    if reached := points(row.cells.get("index_progress"), draft):
        draft.values["chi_so_766"] = [
            {"ma": "tien-do", "diem": reached, "diem_toi_da": str(GROUPS["tien-do"].maximum)}
        ]
