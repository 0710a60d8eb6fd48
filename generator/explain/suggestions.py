"""What a clerk probably meant: the nearest known word after marks, case and separators are folded."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from generator.vietnamese import fold

_MEANT = (
    "dia_chi dia_diem noi_nop noi_nhan dia_chi_tiep_nhan",
    "phi_le_phi chi_phi muc_thu gia_tien",
    "thoi_han thoi_gian so_ngay",
    "luu_y ghi_chu chu_y",
    "gio_lam_viec thoi_gian_lam_viec lich_lam_viec gio_mo_cua",
    "dien_thoai sdt hotline duong_day_nong",
    "thu_dien_tu email mail",
    "trang_web website web",
    "lien_ket link url duong_dan",
    "can_cu_phap_ly co_so_phap_ly van_ban_phap_luat",
    "ngay_ra_soat ngay_cap_nhat ngay_kiem_tra",
    "truc_tiep tai_quay tai_cho tai_trung_tam offline",
    "truc_tuyen online qua_mang tren_mang",
    "buu_chinh buu_dien qua_buu_dien vnpost",
    "cho_tra_loi dang_cho chua_tra_loi",
    "da_rut rut rut_lai huy",
)
"""Keys and choices of ours, and words that clerks write for them: each line has one meaning."""

_LINES = [frozenset(line.split()) for line in _MEANT]

_NEAR = 0.72
_LONGEST = 100
_MOST_LISTED = 20
_SHORTEST_PART = 3
_REMEMBERED = 4096
"""Words whose neighbours are kept: each key of ours is asked for again and again."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to ``word``, or None where nothing is near; the first of several as near."""
    wanted = _squeeze(word[:_LONGEST])
    return _nearest(wanted, tuple(known)) if wanted else None


@lru_cache(maxsize=_REMEMBERED)
def _nearest(wanted: str, known: tuple[str, ...]) -> str | None:
    best, best_likeness = None, _NEAR
    for candidate in known:
        likeness = _likeness(wanted, _squeeze(candidate), best_likeness)
        if likeness > best_likeness:
            best, best_likeness = candidate, likeness
    return best


def meant(word: str, known: Iterable[str]) -> str | None:
    """The known word that means the same as ``word``, however it is written; None where none does."""
    squeezed = _squeeze(word[:_LONGEST])
    same = {key for line in _LINES if squeezed in map(_squeeze, line) for key in line}
    return next((key for key in known if key in same), None)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """``Có phải «linh_vuc»?`` where something is near, and what to do then."""
    choices = list(known)
    found = meant(word, choices) or nearest(word, choices)
    return f"Có phải «{found}»? Nếu phải, sửa thành: {found}" if found else None


def field_meant(key: str, fields: Iterable[str]) -> str:
    """For a field that the board does not have: the nearest one, or those that there are."""
    known = list(fields)
    listed = ", ".join(known[:_MOST_LISTED]) + (", …" if len(known) > _MOST_LISTED else "")
    return did_you_mean(key, known) or (
        f"Các lĩnh vực đang có: {listed}. Cần lĩnh vực mới thì thêm vào content/fields.yml."
    )


def _likeness(wanted: str, candidate: str, least: float) -> float:
    """From 0 to 1, or 0 where it is not above ``least``: one line of keys is compared with hundreds of words.

    A part of a longer word (``phi`` of ``phi_le_phi``) is near, a typing slip is nearer.
    """
    inside = len(wanted) >= _SHORTEST_PART and wanted in candidate
    part = 0.73 + 0.1 * len(wanted) / len(candidate) if inside else 0.0
    most = 2 / (len(wanted) + len(candidate))  # times the letters that both have, in whatever order
    if most * min(len(wanted), len(candidate)) > max(least, part) and most * _shared(wanted, candidate) > max(
        least, part
    ):
        return max(SequenceMatcher(None, wanted, candidate).ratio(), part)
    return part


def _shared(one: str, other: str) -> int:
    return sum(min(one.count(letter), other.count(letter)) for letter in set(one))


@lru_cache(maxsize=_REMEMBERED)
def _squeeze(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(word))
