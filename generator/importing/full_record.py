"""One JSON object of the national database's detail page -> a full draft (``muc_do: day_du``)."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.importing.draft import Draft, Place, Rank
from generator.importing.verbatim import clean, has_control, rejoin_applicants, split_steps
from generator.reading.yaml_text import Data
from generator.vietnamese import fold

DATABASE = "Cơ sở dữ liệu quốc gia về thủ tục hành chính"
MOST_COPIES = 99
"""More is not a count: the model refuses it."""
UNUSUAL_COPIES = 10
"""More is imported, and doubted: dates and form numbers ran into this cell in real records."""

_TEXTS = {
    "name": "ten",
    "summary": "tom_tat",
    "procedure_type": "loai_thu_tuc",
    "conditions": "yeu_cau_dieu_kien",
    "competent_authority": "co_quan_co_tham_quyen",
    "implementing_agency": "co_quan_thuc_hien",
    "delegated_agency": "co_quan_duoc_uy_quyen",
    "coordinating_agency": "co_quan_phoi_hop",
    "receiving_address": "dia_chi_tiep_nhan",
    "decision_no": "so_quyet_dinh",
    "formality_id": "formality_id",
}
_LEVELS = {"cap xa": "xa", "cap tinh": "tinh", "cap bo": "bo", "co quan khac": "khac"}
_CHANNELS = {"in_person": "truc_tiep", "online": "truc_tuyen", "postal": "buu_chinh"}
_WARNINGS = {
    "legal_tail": "Phần cuối của căn cứ pháp lý không tách được số, ký hiệu; cần đối chiếu với nguồn.",
    "time_unit_missing": "Có thời hạn chỉ ghi con số; nguồn không ghi đơn vị (ngày, ngày làm việc hay giờ).",
    "documents_label_cut": "Tên một trường hợp trong thành phần hồ sơ bị cắt cụt; cần đối chiếu với nguồn.",
}
_DATE = re.compile(r"(\d{2})-(\d{2})-(\d{4})")

Source = Mapping[str, Any]


def full_record(source: Source, place: Place) -> Draft:
    """Everything the model has a key for; the rest is named in ``left``."""
    draft = Draft(_text(source, "code", None) or "", place, Rank.FULL)
    draft.values["muc_do"] = "day_du"
    for key, official in _TEXTS.items():
        draft.put(official, _text(source, key, draft))
    draft.field_name = _text(source, "field", draft)
    draft.put(
        "trinh_tu_thuc_hien", [{"buoc": step} for step in split_steps(_text(source, "steps", draft) or "")]
    )
    for read in (_levels, _applicants, _channels, _documents, _results, _legal_basis, _sources, _warnings):
        read(source, draft)
    _name_what_is_left(source, draft)
    if any(has_control(text) for text in _texts(source)):
        draft.doubt("Nguồn có ký tự điều khiển không nhìn thấy được; đã thay bằng dấu cách.", public=True)
    return draft


def _text(source: Source, key: str, draft: Draft | None) -> str | None:
    value = source.get(key)
    if isinstance(value, str):
        return clean(value) or None
    if value not in (None, [], {}) and draft is not None:
        draft.leave(f"Mục «{key}» của nguồn không phải là chữ nên không nhập.")
    return None


def _items(source: Source, key: str, kind: type, draft: Draft) -> Iterator[Any]:
    value = source.get(key) or []
    items = value if isinstance(value, list) else [value]
    for item in items:
        if isinstance(item, kind):
            yield item
        else:
            draft.leave(f"Một phần tử của mục «{key}» không đúng dạng nên không nhập.")


def _record(**values: Data) -> dict[str, Data]:
    return {key: value for key, value in values.items() if value}


def _levels(source: Source, draft: Draft) -> None:
    levels: dict[str, None] = {}
    for item in _items(source, "levels", str, draft):
        if level := _LEVELS.get(fold(clean(item))):
            levels[level] = None
        else:
            draft.leave(f"Cấp thực hiện «{clean(item)}» không có trong danh sách nên không nhập.")
    draft.put("cap_thuc_hien", list(levels))


def _applicants(source: Source, draft: Draft) -> None:
    parts = list(_items(source, "applicants", str, draft))
    applicants = rejoin_applicants(parts)
    if len(applicants) < len(parts):
        draft.doubt("Đối tượng thực hiện bị nguồn cắt ở dấu phẩy; đã nối lại.")
    draft.put("doi_tuong_thuc_hien", list(applicants))


def _channels(source: Source, draft: Draft) -> None:
    rows: list[Data] = []
    for item in _items(source, "methods", dict, draft):
        kind = _CHANNELS.get(str(item.get("channel")))
        texts = [_text(item, key, draft) for key in ("time_text", "fee_text", "description")]
        if kind is None:
            said = "; ".join(text for text in texts if text)
            draft.leave(f"Hình thức nộp «{item.get('channel')}» không rõ là gì nên không nhập: {said}")
            continue
        rows.append(_record(hinh_thuc=kind, thoi_han=texts[0], phi_le_phi=texts[1], mo_ta=texts[2]))
    draft.put("cach_thuc_thuc_hien", rows)


def _documents(source: Source, draft: Draft) -> None:
    cases: list[Data] = []
    for case in _items(source, "documents", dict, draft):
        name = _text(case, "case", draft)
        papers: list[Data] = [
            paper for item in _items(case, "items", dict, draft) if (paper := _paper(item, draft))
        ]
        if papers:
            cases.append(_record(truong_hop=name, giay_to=papers))
        elif name:
            draft.doubt(f"Trường hợp «{name}» không có giấy tờ nào nên không nhập.", public=True)
    draft.put("thanh_phan_ho_so", cases)


def _paper(item: Source, draft: Draft) -> dict[str, Data] | None:
    name = _text(item, "name", draft)
    originals, copies = (_count(item, key, name, draft) for key in ("originals", "copies"))
    form = _text(item, "form_file", draft)
    if name is None:
        said = f"{originals or 0} bản chính, {copies or 0} bản sao" + (f", mẫu {form}" if form else "")
        draft.doubt(f"Nguồn có dòng giấy tờ không ghi tên ({said}) nên không nhập.", public=True)
        return None
    return _record(ten=name, mau_don=form, ban_chinh=originals, ban_sao=copies)


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


def _results(source: Source, draft: Draft) -> None:
    results: list[Data] = []
    for item in _items(source, "results", dict, draft):
        name, code = _text(item, "name", draft), _text(item, "result_code", draft)
        if name:
            results.append(_record(ten=name, ma=code))
        elif code:
            draft.doubt(f"Kết quả {code} không có tên nên không nhập.", public=True)
    draft.put("ket_qua", results)


def _legal_basis(source: Source, draft: Draft) -> None:
    texts: list[Data] = []
    for item in _items(source, "legal_basis", dict, draft):
        number, title = _text(item, "number", draft), _text(item, "title", draft)
        if title is None and number is not None:
            title = number
            draft.doubt(
                f"Căn cứ pháp lý {number}: nguồn để trống trích yếu, ghi lại số ký hiệu.", public=True
            )
        if title is None:
            draft.doubt("Nguồn có dòng căn cứ pháp lý để trống nên không nhập.")
            continue
        issued, issuer = _day(item, draft), _text(item, "issuer", draft)
        texts.append(
            _record(so_ky_hieu=number, trich_yeu=title, ngay_ban_hanh=issued, co_quan_ban_hanh=issuer)
        )
    draft.put("can_cu_phap_ly", texts)


def _day(item: Source, draft: Draft) -> str | None:
    text = _text(item, "issued_date", draft)
    if text is None:
        return None
    if match := _DATE.fullmatch(text):
        return f"{match[3]}-{match[2]}-{match[1]}"
    draft.doubt(f"Ngày ban hành «{text}» không có dạng ngày-tháng-năm nên không nhập.", public=True)
    return None


def _sources(source: Source, draft: Draft) -> None:
    link, file = _text(source, "source_url", draft), _text(source, "source_file", draft)
    name = f"{DATABASE}, tệp {file}" if file else DATABASE
    draft.put("nguon", [_record(ten=name, lien_ket=link)])


def _warnings(source: Source, draft: Draft) -> None:
    for warning in _items(source, "parse_warnings", str, draft):
        unknown = f"Khi tách dữ liệu, nguồn báo: «{clean(warning)}»."
        draft.doubt(_WARNINGS.get(warning, unknown), public=True)


_TAKEN: dict[str, frozenset[str]] = {
    "": frozenset(_TEXTS)
    | {"code", "field", "steps", "levels", "applicants", "methods", "documents", "results", "legal_basis"}
    | {"source_url", "source_file", "parse_warnings"},
    "methods": frozenset(("channel", "time_text", "fee_text", "description")),
    "documents": frozenset(("case", "items")),
    "documents.items": frozenset(("name", "form_file", "originals", "copies")),
    "results": frozenset(("name", "result_code")),
    "legal_basis": frozenset(("title", "number", "issued_date", "issuer")),
}


def _name_what_is_left(source: Source, draft: Draft) -> None:
    def walk(value: Any, path: str) -> None:
        for item in value if isinstance(value, list) else [value]:
            for key, inner in item.items() if isinstance(item, dict) else ():
                name = f"{path}.{key}".lstrip(".")
                if key not in _TAKEN[path]:
                    if inner not in (None, "", [], {}):
                        draft.leave(f"Mục «{name}» của nguồn không có mục tương ứng nên không nhập.")
                elif name in _TAKEN:
                    walk(inner, name)

    walk(dict(source), "")


def _texts(value: Any, keep: Callable[[str], bool] = _TAKEN[""].__contains__) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, lambda _: True)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if keep(key):
                yield from _texts(item, lambda _: True)
