"""A board with one file of every kind, all of whose free fields can be filled."""

import shutil
from pathlib import Path
from typing import Any

from generator.model.commune import Commune
from generator.model.overlay import Overlay
from generator.model.procedure import Procedure
from generator.model.proposal import Proposal
from generator.model.record import Record
from generator.model.settings import BoardSettings, Fields, LifeEvents
from generator.model.statistics import StatisticsReport
from generator.model.words import CitizenWordsFile, Synonyms
from generator.scaffolding.begin import new_board
from generator.writing.yaml_writer import write_record
from tests.hostile.filling import Given, fill

SKIPPED = frozenset({"IndexPoints.ma"})
"""A code of a fixed list, which the check knows."""

SHORT = {"BoardSettings.dia_chi_trang": 70}
"""The address of the board stands in QR codes, which have an end."""

SOURCE = {"ngay": "2026-01-02"}
PROCEDURES = 10

FIGURES = {
    "tiep_nhan": {"tong": "40", "truc_tuyen": "30", "truc_tiep_buu_chinh": "10", "ky_truoc": "0"},
    "da_giai_quyet": {"tong": "35", "truoc_han": "30", "dung_han": "0", "qua_han": "5"},
    "dang_giai_quyet": {"tong": "5", "trong_han": "5", "qua_han": "0"},
}


_IN_FORCE = {"tu": "2020-01-02", "den": "2026-12-01"}
_VALIDITY = {2: {"tu": "2027-03-01"}, 3: {"den": "2026-11-01"}}
"""One procedure is not in force yet, one no more."""


def _procedure(number: int) -> dict[str, Any]:
    related = f"1.00119{(number + 1) % PROCEDURES}"
    return {
        "ma": f"1.00119{number}", "linh_vuc": "ho-tich", "muc_do": "day_du", "tham_quyen": "xa",
        "cap_thuc_hien": ["xa"], "muc_do_truc_tuyen": "toan_trinh", "ngay_ra_soat": "2026-11-01",
        "trinh_tu_thuc_hien": [{}, {}], "ket_qua": [{}], "can_cu_phap_ly": [{"ngay_ban_hanh": "2020-01-02"}],
        "cach_thuc_thuc_hien": [{"hinh_thuc": "truc_tiep"}, {"hinh_thuc": "truc_tuyen"}],
        "thanh_phan_ho_so": [{"giay_to": [{"ban_chinh": "1"}, {}]}, {"giay_to": [{}]}],
        "thu_tuc_lien_quan": [related], "hieu_luc": _VALIDITY.get(number, _IN_FORCE),
        "thay_doi": [{"ngay": "2026-11-10"}], "nguon": [SOURCE],
    }  # fmt: skip


_OTHERS: dict[str, tuple[type[Record], dict[str, Any]]] = {
    "content/board.yml": (BoardSettings, {
        "dia_chi_trang": "https://congkhai.example/", "tinh": [{"ma": "31"}], "cong_dich_vu_cong": {},
        "phan_anh": {"dien_thoai": "0123 456"},
    }),
    "content/fields.yml": (Fields, {"linh_vuc": [{"ma": "ho-tich"}, {"ma": "khac"}]}),
    "content/life_events.yml": (LifeEvents, {"su_kien": [{"ma": "viec", "thu_tuc": ["1.001190"]}]}),
    "content/synonyms.yml": (Synonyms, {}),
    "content/citizen_words.yml": (CitizenWordsFile, {"1.001190": {"hoi_nhieu": "5"}, "1.001191": {}}),
    "content/communes/10750/commune.yml": (Commune, {
        "ma": "10750", "tinh": "31", "dien_thoai": "0123",
        "man_hinh": {"thong_bao": [{}, {"khan": "có", "het_han": "2026-12-31 17:00"}]},
        "quay": [{"linh_vuc": ["ho-tich"]}], "nguon": [SOURCE],
    }),
    "content/communes/10750/statistics/2026-10.yml": (StatisticsReport, {
        "xa": "10750", "tu": "2026-10-01", "den": "2026-10-31", "tong_hop": FIGURES, "nguon": [SOURCE],
        "ho_so_qua_han": [{"so": "5"}], "khao_sat": [{"so_nguoi": "40", "ty_le": "95"}],
    }),
    "content/overlays/10750/1.001191.yml": (Overlay, {
        "noi_ap_dung": "10750", "ma": "1.001191", "cach_thuc_thuc_hien": [{"hinh_thuc": "truc_tiep"}],
        "nguon": [SOURCE],
    }),
    "content/proposals/de-nghi.yml": (Proposal, {
        "ma": "de-nghi", "xa": "10750", "ngay": "2026-10-01", "trang_thai": "da_tra_loi", "nguon": [SOURCE],
        "tra_loi": {"ngay": "2026-10-20"},
    }),
}  # fmt: skip
_PROCEDURES: dict[str, tuple[type[Record], dict[str, Any]]] = {
    f"procedures/ho-tich/1.00119{n}.yml": (Procedure, _procedure(n)) for n in range(PROCEDURES)
}
FILES = _OTHERS | _PROCEDURES


def write_board(root: Path, given: Given) -> None:
    """Write the board, each free field filled with what ``given`` gives next."""
    if not root.exists():
        new_board(root, "B", "U", "https://congkhai.example/", "31", "H")
    shutil.rmtree(root / ".congkhai", ignore_errors=True)
    for name, (model, data) in FILES.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write_record(fill(model, data, _shortened(given), SKIPPED), model), encoding="utf-8")


def _shortened(given: Given) -> Given:
    return lambda free, longest: given(free, SHORT.get(free.name, longest))
