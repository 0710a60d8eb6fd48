"""Thành phần hồ sơ: papers by case, with counts that are counts."""

from generator.importing.draft import Draft
from generator.importing.json_object import Source, items, record, text
from generator.reading.yaml_text import Data

MOST_COPIES = 99
"""More is not a count: the model refuses it."""
UNUSUAL_COPIES = 10
"""More is imported, and doubted: dates and form numbers ran into this cell in real records."""


def documents(source: Source, draft: Draft) -> None:
    """Every case with its papers; a paper without a name is told, not imported."""
    cases: list[Data] = []
    for case in items(source, "documents", dict, draft):
        name = text(case, "case", draft)
        rows = enumerate(items(case, "items", dict, draft), start=1)
        papers: list[Data] = [paper for number, row in rows if (paper := _paper(row, number, draft))]
        if papers:
            cases.append(record(truong_hop=name, giay_to=papers))
        elif name:
            draft.doubt(f"Trường hợp «{name}» không có giấy tờ nào nên không nhập.", public=True)
    draft.put("thanh_phan_ho_so", cases)


def _paper(item: Source, number: int, draft: Draft) -> dict[str, Data] | None:
    name = text(item, "name", draft)
    originals, copies = (_count(item, key, name, draft) for key in ("originals", "copies"))
    form = text(item, "form_file", draft)
    if name is None:
        said = f"{originals or 0} bản chính, {copies or 0} bản sao" + (f", mẫu {form}" if form else "")
        draft.doubt(f"Giấy tờ thứ {number}: nguồn không ghi tên ({said}) nên không nhập.", public=True)
        return None
    return record(ten=name, mau_don=form, ban_chinh=originals, ban_sao=copies)


def _count(item: Source, key: str, name: str | None, draft: Draft) -> str | None:
    value = item.get(key)
    if value is None:
        return None
    what = "bản chính" if key == "originals" else "bản sao"
    paper = f"Giấy tờ «{_short(name or '')}»"
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_COPIES:
        draft.doubt(f"{paper}: nguồn ghi {value} {what}, không phải số bản nên không nhập.", public=True)
        return None
    if value > UNUSUAL_COPIES:
        draft.doubt(f"{paper}: nguồn ghi {value} {what}, nhiều khác thường.", public=True)
    return str(value)


def _short(text: str, length: int = 60) -> str:
    return f"{text[:length]}…" if len(text) > length else text
