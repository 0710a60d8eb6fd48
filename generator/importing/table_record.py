"""One row of a table -> a draft of level ``danh_muc``.  A number where a text is due is never guessed."""

import re
from collections.abc import Callable

from generator.importing.draft import Draft, Place, Rank
from generator.importing.table_rows import Row
from generator.importing.workbook.sheet import Cell, CellKind
from generator.model.times import parse_date
from generator.reading.yaml_text import Data
from generator.verbatim import rejoin_applicants
from generator.vietnamese import fold

_TEXTS = {
    "dia_diem": "dia_chi_tiep_nhan",
    "co_quan_ban_hanh": "co_quan_ban_hanh",
    "co_quan_thuc_hien": "co_quan_thuc_hien",
    "co_quan_co_tham_quyen": "co_quan_co_tham_quyen",
    "so_quyet_dinh": "so_quyet_dinh",
}
_CHANNELS = {"truc_tiep": "trực tiếp", "truc_tuyen": "trực tuyến", "buu_chinh": "bưu chính"}
_CHANNEL_WORDS = {
    "truc_tiep": ("truc tiep",),
    "truc_tuyen": ("truc tuyen", "dien tu"),
    "buu_chinh": ("buu chinh", "bcci", "buu dien"),
}
_ONLINE = (("toan trinh", "toan_trinh"), ("mot phan", "mot_phan"), ("thong tin", "thong_tin"))
_LEVELS = {"xa": "xa", "tinh": "tinh", "bo": "bo", "trung uong": "bo", "khac": "khac"}
_LEGAL_START = re.compile(
    r"\s*(?:[-–+•*]|\d+[.)]|(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Văn bản)\b)"
)
_MARKS = frozenset(("x", "✓", "✔", "co", "√"))
_LEAST_FEE = 1000


def table_record(row: Row, place: Place) -> Draft:
    """Everything of the row that the model has a key for; the rest is named with its cell."""
    draft = Draft(_code(row), place, Rank.CATALOGUE)
    _doubt_code(row, draft)
    draft.values["muc_do"] = "danh_muc"
    draft.put("ten", _text(row, "ten", draft))
    draft.field_name = _text(row, "linh_vuc", draft) or row.field_name
    for key, official in _TEXTS.items():
        draft.put(official, _text(row, key, draft))
    for read in (_applicants, _channels, _legal_basis, _notes, _levels, _online):
        read(row, draft)
    for label, cell in row.others:
        draft.leave(f"Cột «{label}», ô {cell.name}: không có mục tương ứng nên không nhập «{cell.text}».")
    return draft


def _code(row: Row) -> str:
    return row.cells["ma"].text


def _doubt_code(row: Row, draft: Draft) -> None:
    cell = row.cells["ma"]
    if cell.kind is CellKind.NUMBER:
        whole, _, digits = cell.text.partition(".")
        if len(digits) < 6:
            draft.doubt(
                f"Ô {cell.name} là số {cell.text}, có thể mã là «{whole}.{digits.ljust(6, '0')}»; "
                "hãy ghi lại mã ở dạng chữ rồi nhập lại."
            )
        else:
            draft.doubt(f"Ô {cell.name} lưu mã thủ tục ở dạng số; hãy đối chiếu mã {cell.text}.", public=True)


def _text(row: Row, key: str, draft: Draft) -> str | None:
    """The words of a cell; None with a note where it holds an error or a date instead."""
    cell = row.cells.get(key)
    if cell is None or not cell.text:
        return None
    if cell.had_control:
        draft.doubt(
            f"Ô {cell.name} có ký tự điều khiển không nhìn thấy được; đã thay bằng dấu cách.", public=True
        )
    if cell.kind in (CellKind.FAULT, CellKind.DATE):
        draft.doubt(f"Ô {cell.name} không phải là chữ mà là «{cell.text}» nên không nhập.", public=True)
        return None
    if cell.kind is CellKind.NUMBER:
        return _number(cell, key, draft)
    return cell.text


def _number(cell: Cell, key: str, draft: Draft) -> str | None:
    whole = cell.text.lstrip("-").isdigit()
    if key in ("phi_le_phi", "phi", "le_phi") and (not whole or 0 < int(cell.text) < _LEAST_FEE):
        draft.doubt(
            f"Ô {cell.name} (phí, lệ phí) là số {cell.text}, có thể đã mất số 0 ở cuối nên không nhập; "
            "hãy ghi lại ở dạng chữ.",
            public=True,
        )
        return None
    if key == "thoi_han" and not whole:
        draft.doubt(
            f"Ô {cell.name} (thời hạn) là số {cell.text} nên không nhập; hãy ghi ở dạng chữ.", public=True
        )
        return None
    draft.doubt(
        f"Ô {cell.name} chỉ có con số {cell.text}, không ghi đơn vị; hãy đối chiếu với nguồn.", public=True
    )
    return cell.text


def _applicants(row: Row, draft: Draft) -> None:
    text = _text(row, "doi_tuong", draft)
    draft.put("doi_tuong_thuc_hien", list(rejoin_applicants((text or "").split("\n"))))


def _channels(row: Row, draft: Draft) -> None:
    """A row for each way of submitting that the table names, with the table's one time limit and one fee."""
    time_limit, fee = _text(row, "thoi_han", draft), _fee(row, draft)
    described = _text(row, "cach_thuc", draft)
    words = fold(described or "")
    kinds = [kind for kind, known in _CHANNEL_WORDS.items() if any(word in words for word in known)]
    if not kinds:
        kinds = [kind for kind in _CHANNELS if _is_marked(row, kind, draft)]
    stated = {"thoi_han": time_limit, "phi_le_phi": fee, "mo_ta": described}
    values: dict[str, Data] = {key: value for key, value in stated.items() if value}
    if not kinds and values:
        kinds = ["truc_tiep"]
        draft.doubt(
            "Nguồn không nêu rõ hình thức nộp; thời hạn và phí, lệ phí tạm ghi ở dòng nộp trực tiếp.",
            public=True,
        )
    draft.put("cach_thuc_thuc_hien", [{"hinh_thuc": kind, **values} for kind in kinds])


def _fee(row: Row, draft: Draft) -> str | None:
    """The words of the one column, or of two columns with the name of each before its words."""
    whole, fee, charge = (_text(row, key, draft) for key in ("phi_le_phi", "phi", "le_phi"))
    if {"phi", "le_phi"} <= row.columns:
        fee, charge = fee and f"Phí: {fee}", charge and f"Lệ phí: {charge}"
    return "\n".join(text for text in (whole, fee, charge) if text) or None


def _is_marked(row: Row, kind: str, draft: Draft) -> bool:
    cell = row.cells.get(kind)
    if cell is None:
        return False
    if fold(cell.text) not in _MARKS:
        draft.leave(f"Cột nộp {_CHANNELS[kind]}, ô {cell.name}: không rõ nghĩa nên không nhập «{cell.text}».")
        return False
    return True


def _legal_basis(row: Row, draft: Draft) -> None:
    entries: list[str] = []
    for line in (_text(row, "can_cu", draft) or "").split("\n"):
        if entries and not _LEGAL_START.match(line):
            entries[-1] += f"\n{line}"
        else:
            entries.append(line)
    draft.put("can_cu_phap_ly", [{"trich_yeu": entry.strip()} for entry in entries if entry.strip()])


def _notes(row: Row, draft: Draft) -> None:
    if text := _text(row, "ghi_chu", draft):
        draft.put("luu_y", [text])


def _levels(row: Row, draft: Draft) -> None:
    levels: dict[str, None] = {}
    for part in re.split(r"[,;/\n]", _text(row, "cap", draft) or ""):
        name = re.sub(r"^cap\s+", "", fold(part).strip())
        if level := _LEVELS.get(name):
            levels[level] = None
        elif name:
            draft.leave(f"Cấp thực hiện «{part.strip()}» không có trong danh sách nên không nhập.")
    draft.put("cap_thuc_hien", list(levels))


def _online(row: Row, draft: Draft) -> None:
    text = _text(row, "truc_tuyen_muc", draft)
    found = [level for words, level in _ONLINE if words in fold(text or "")]
    if len(found) == 1:
        draft.put("muc_do_truc_tuyen", found[0])
    elif text:
        draft.leave(f"Mức độ dịch vụ công «{text}» không rõ nên không nhập.")


def decision_day(row: Row, draft: Draft) -> str | None:
    """The date of the publication decision, as ISO."""
    cell = row.cells.get("ngay_quyet_dinh")
    if cell is None:
        return None
    return _parsed(
        cell.text, lambda: draft.leave(f"Ô {cell.name}: «{cell.text}» không phải là ngày nên không nhập.")
    )


def _parsed(text: str, otherwise: Callable[[], None]) -> str | None:
    try:
        return parse_date(text).isoformat()
    except ValueError:
        otherwise()
        return None
