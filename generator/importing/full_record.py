"""One JSON object of the national database's detail page -> a full draft (``muc_do: day_du``)."""

import re

from generator.importing.dossier import documents
from generator.importing.draft import Draft, Place, Rank
from generator.importing.json_object import Source, items, record, text
from generator.importing.left_over import name_what_is_left
from generator.reading.yaml_text import Data
from generator.verbatim import clean, rejoin_applicants, split_steps
from generator.vietnamese import fold

DATABASE = "Cơ sở dữ liệu quốc gia về thủ tục hành chính"

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

_LISTS = ("levels", "applicants", "methods", "documents", "results", "legal_basis", "parse_warnings")
_TAKEN = frozenset((*_TEXTS, *_LISTS, "code", "field", "steps", "source_url", "source_file"))


def full_record(source: Source, place: Place) -> Draft:
    """Everything the model has a key for; the rest is named in ``left``."""
    draft = Draft(text(source, "code", None) or "", place, Rank.FULL)
    draft.values["muc_do"] = "day_du"
    for key, official in _TEXTS.items():
        draft.put(official, text(source, key, draft))
    draft.field_name = text(source, "field", draft)
    steps = split_steps(text(source, "steps", draft) or "")
    draft.put("trinh_tu_thuc_hien", [{"buoc": step} for step in steps])
    for read in (_levels, _applicants, _channels, documents, _results, _legal_basis, _sources, _warnings):
        read(source, draft)
    name_what_is_left(source, _TAKEN, draft)
    return draft


def _levels(source: Source, draft: Draft) -> None:
    levels: dict[str, None] = {}
    for item in items(source, "levels", str, draft):
        if level := _LEVELS.get(fold(clean(item))):
            levels[level] = None
        else:
            draft.leave(f"Cấp thực hiện «{clean(item)}» không có trong danh sách nên không nhập.")
    draft.put("cap_thuc_hien", list(levels))


def _applicants(source: Source, draft: Draft) -> None:
    parts = list(items(source, "applicants", str, draft))
    applicants = rejoin_applicants(parts)
    if len(applicants) < len(parts):
        draft.doubt("Đối tượng thực hiện bị nguồn cắt ở dấu phẩy; đã nối lại.")
    draft.put("doi_tuong_thuc_hien", list(applicants))


def _channels(source: Source, draft: Draft) -> None:
    rows: list[Data] = []
    for item in items(source, "methods", dict, draft):
        kind = _CHANNELS.get(str(item.get("channel")))
        told = [text(item, key, draft) for key in ("time_text", "fee_text", "description")]
        if kind is None:
            words = "; ".join(said for said in told if said)
            draft.leave(f"Hình thức nộp «{item.get('channel')}» không rõ là gì nên không nhập: {words}")
            continue
        rows.append(record(hinh_thuc=kind, thoi_han=told[0], phi_le_phi=told[1], mo_ta=told[2]))
    draft.put("cach_thuc_thuc_hien", rows)


def _results(source: Source, draft: Draft) -> None:
    results: list[Data] = []
    for item in items(source, "results", dict, draft):
        name, code = text(item, "name", draft), text(item, "result_code", draft)
        if name:
            results.append(record(ten=name, ma=code))
        elif code:
            draft.doubt(f"Kết quả {code} không có tên nên không nhập.", public=True)
    draft.put("ket_qua", results)


def _legal_basis(source: Source, draft: Draft) -> None:
    texts: list[Data] = []
    for item in items(source, "legal_basis", dict, draft):
        number, title = text(item, "number", draft), text(item, "title", draft)
        if title is None and number is not None:
            title = number
            draft.doubt(
                f"Căn cứ pháp lý {number}: nguồn để trống trích yếu, ghi lại số ký hiệu.", public=True
            )
        if title is None:
            draft.doubt("Nguồn có dòng căn cứ pháp lý để trống nên không nhập.")
            continue
        issued, issuer = _day(item, draft), text(item, "issuer", draft)
        texts.append(
            record(so_ky_hieu=number, trich_yeu=title, ngay_ban_hanh=issued, co_quan_ban_hanh=issuer)
        )
    draft.put("can_cu_phap_ly", texts)


def _day(item: Source, draft: Draft) -> str | None:
    said = text(item, "issued_date", draft)
    if said is None:
        return None
    if match := _DATE.fullmatch(said):
        return f"{match[3]}-{match[2]}-{match[1]}"
    draft.doubt(f"Ngày ban hành «{said}» không có dạng ngày-tháng-năm nên không nhập.", public=True)
    return None


def _sources(source: Source, draft: Draft) -> None:
    link, file = text(source, "source_url", draft), text(source, "source_file", draft)
    name = f"{DATABASE}, tệp {file}" if file else DATABASE
    draft.put("nguon", [record(ten=name, lien_ket=link)])


def _warnings(source: Source, draft: Draft) -> None:
    for warning in items(source, "parse_warnings", str, draft):
        unknown = f"Khi tách dữ liệu, nguồn báo: «{clean(warning)}»."
        draft.doubt(_WARNINGS.get(warning, unknown), public=True)
