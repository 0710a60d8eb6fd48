"""Whether a procedure has the parts that NĐ 63/2010/NĐ-CP Art. 8(2) asks for."""

import re

from generator.model.procedure import Procedure
from generator.model.stated import State

PARTS = {
    "trinh_tu_thuc_hien": "trình tự thực hiện",
    "cach_thuc_thuc_hien": "cách thức thực hiện",
    "thanh_phan_ho_so": "thành phần hồ sơ",
    "thoi_han": "thời hạn giải quyết",
    "doi_tuong_thuc_hien": "đối tượng thực hiện",
    "co_quan_thuc_hien": "cơ quan giải quyết",
}
"""The parts of points b to g with their official terms; the name (point a) is never missing here."""

_FORMS = (
    *("tờ khai", "theo mẫu", "mẫu số", "phiếu"),
    *("đơn đề nghị", "đơn đăng ký", "đơn xin", "đơn yêu cầu"),
)
"""Words that tell a form among papers."""
_FORM = re.compile(rf"\b({'|'.join(_FORMS)})\b")
_STEMS = ("tờ khai", "mẫu", "phiếu", "đơn ")
"""One of them stands in each of the words: four are found or missed much sooner than a pattern."""


def missing_parts(procedure: Procedure) -> tuple[tuple[str, str], ...]:
    """The parts that Art. 8(2)(a)-(g) asks of every procedure and this one lacks.

    Pairs of YAML key and official term.  Forms, results, conditions and fees are parts only where they
    exist (point h), so their absence cannot be told from the record alone.
    """
    timed = any(channel.time_limit.state is not State.NOT_STATED for channel in procedure.channels)
    present = {
        "trinh_tu_thuc_hien": bool(procedure.steps),
        "cach_thuc_thuc_hien": bool(procedure.channels),
        "thanh_phan_ho_so": bool(procedure.documents),
        "thoi_han": timed,
        "doi_tuong_thuc_hien": bool(procedure.applicants),
        "co_quan_thuc_hien": bool(procedure.implementing_agency or procedure.competent_authority),
    }
    return tuple((key, term) for key, term in PARTS.items() if not present[key])


OPTIONAL_PARTS = {
    "so_bo": "số lượng hồ sơ (số bộ)",
    "ket_qua": "kết quả thực hiện",
    "yeu_cau_dieu_kien": "yêu cầu, điều kiện",
    "phi_le_phi": "phí, lệ phí",
}
"""The number of sets, which point d asks for and few sources give, and the parts of point h, due only where
they exist: there a source that says nothing cannot be told from a procedure that has none.
"""


def unstated_parts(procedure: Procedure) -> tuple[str, ...]:
    """The keys of ``OPTIONAL_PARTS`` that the record says nothing of, not even an explicit none."""
    present = {
        "so_bo": bool(procedure.dossier_sets),
        "ket_qua": bool(procedure.results),
        "yeu_cau_dieu_kien": bool(procedure.conditions),
        "phi_le_phi": any(channel.fee_text for channel in procedure.channels),
    }
    return tuple(key for key, there in present.items() if not there)


def forms_missing(procedure: Procedure) -> int:
    """How many papers are forms by their name (tờ khai, đơn, mẫu) while no form is given for them."""
    names = [paper.name for case in procedure.documents for paper in case.papers if paper.form is None]
    together = "\n".join(names).lower()
    if not any(stem in together for stem in _STEMS):
        return 0
    return sum(_FORM.search(name.lower()) is not None for name in names)
