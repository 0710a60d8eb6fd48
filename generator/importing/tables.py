"""A sheet with a table -> drafts: the national portal's list, a decision's table or a plain CSV."""

import re
from dataclasses import dataclass, field

from generator.importing.draft import Draft, Place
from generator.importing.field_keys import FieldKeys
from generator.importing.table_header import Header, find_header
from generator.importing.table_record import decision_day, table_record
from generator.importing.table_rows import Aside, Row, read_rows
from generator.importing.workbook.sheet import Range, Sheet
from generator.model.text import base_code
from generator.model.times import parse_date
from generator.reading.yaml_text import Data

PORTAL = "Cổng Dịch vụ công quốc gia, danh sách thủ tục hành chính"
_PORTAL_COLUMNS = frozenset(("ma", "ten", "co_quan_ban_hanh", "co_quan_thuc_hien", "linh_vuc"))
_DECISION = re.compile(
    r"Quyết định số\s*:?\s*(\d+[a-z]?/[\w-]+(?:/[\w-]+)?)"
    r"(?:\s*,?\s*ngày\s+(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*(\d{4}))?"
)


@dataclass(slots=True)
class TableReading:
    """Drafts of one sheet, and sentences about what stands outside of them."""

    drafts: list[Draft] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def read_table(sheet: Sheet, file: str, fields: FieldKeys) -> TableReading | None:
    """None where the sheet has no head with a code's and a name's column."""
    header = find_header(sheet)
    if header is None:
        return None
    reading = TableReading()
    decision = _decision(sheet, header, reading, file)
    first: dict[str, Draft] = {}
    merged: Range | None = None
    for row in read_rows(sheet, header, fields):
        if isinstance(row, Aside):
            reading.left.append(f"{file}: {row.sentence}")
            continue
        draft = _draft(row, header, Place(file, row.number, sheet.name), decision)
        earlier = first.setdefault(base_code(draft.code), draft)
        if earlier is draft:
            reading.drafts.append(draft)
        elif merged is not None and row.merged == merged:
            _continue(earlier, draft)
        else:
            reading.left.append(_repeated(earlier, draft))
        merged = row.merged
    return reading


def _draft(row: Row, header: Header, place: Place, decision: tuple[str, str | None] | None) -> Draft:
    draft = table_record(row, place)
    day = decision_day(row, draft)
    number = draft.values.get("so_quyet_dinh")
    if number is None and decision is not None:
        number, day = decision
        draft.put("so_quyet_dinh", number)
    draft.put("nguon", [_source(header, place, number, day)])
    return draft


def _source(header: Header, place: Place, number: Data, day: str | None) -> dict[str, Data]:
    if header.keys - {"tt"} == _PORTAL_COLUMNS:
        return {"ten": PORTAL}
    name = f"Quyết định số {number}" if number else f"Bảng thủ tục hành chính, tệp {place.file}"
    return {"ten": name, "ngay": day} if day else {"ten": name}


def _decision(
    sheet: Sheet, header: Header, reading: TableReading, file: str
) -> tuple[str, str | None] | None:
    """The one decision that the lines above the table name; several are a choice for people."""
    texts = [cell.text for number in range(1, header.top) for cell in sheet.row(number)]
    for text in texts:
        reading.left.append(f"{file}: dòng đầu trang «{' '.join(text.split())}»")
    found = {match.groups() for text in texts for match in _DECISION.finditer(" ".join(text.split()))}
    if len(found) != 1:
        return None
    number, day, month, year = found.pop()
    try:
        return number, parse_date(f"{day}/{month}/{year}").isoformat() if day else None
    except ValueError:
        return number, None


def _continue(earlier: Draft, draft: Draft) -> None:
    """A second row under one merged code: its channels, notes and laws join the first row's."""
    for key, value in draft.values.items():
        known = earlier.values.get(key)
        if isinstance(known, list) and isinstance(value, list):
            known += [item for item in value if item not in known]
        elif known is None:
            earlier.values[key] = value
        elif known != value:
            earlier.doubt(
                f"Dòng {draft.place.row} ghi «{key}» khác dòng {earlier.place.row}; không nhập «{value}»."
            )
    for sentence in draft.doubts:
        earlier.doubt(sentence)
    for sentence in draft.left:
        earlier.leave(sentence)


def _repeated(earlier: Draft, draft: Draft) -> str:
    differing = [key for key, value in draft.values.items() if earlier.values.get(key) != value]
    said = "; ".join(f"{key}: {draft.values[key]}" for key in differing)
    what = f"khác ở {said}" if differing else "nội dung như nhau"
    return f"{draft.place}: mã {draft.code} đã có ở dòng {earlier.place.row} nên không nhập lại ({what})."
