"""A clerk who misspells a key is told the key that was meant."""

import pytest

from generator.check.suggestions import did_you_mean, nearest
from generator.model.commune import Commune
from generator.model.overlay import Overlay
from generator.model.procedure import Procedure
from generator.model.statistics import StatisticsReport
from generator.model.text import Record
from generator.reading.record import read_content

MISSPELT: list[tuple[type[Record], str, str, str]] = [
    # record, what stands in front (the group that the key stands in), what was written, what was meant
    *(
        (Procedure, "", wrong, right)
        for wrong, right in {
            "Mã": "ma",
            "mã": "ma",
            "MA": "ma",
            "mã thủ tục": "ma",
            "tên": "ten",
            "Tên": "ten",
            "Tên thủ tục": "ten",
            "ten_thu_tuc": "ten",
            "ten-ngan": "ten_ngan",
            "tênngắn": "ten_ngan",
            "Lĩnh vực": "linh_vuc",
            "linhvuc": "linh_vuc",
            "linh-vuc": "linh_vuc",
            "linh vuc": "linh_vuc",
            "ling_vuc": "linh_vuc",
            "linh_vưc": "linh_vuc",
            "LINH_VUC": "linh_vuc",
            "linh_vuc_": "linh_vuc",
            "so quyet dinh": "so_quyet_dinh",
            "số_quyết_định": "so_quyet_dinh",
            "quyet_dinh": "so_quyet_dinh",
            "Số quyết định công bố": "so_quyet_dinh",
            "doi_tuong": "doi_tuong_thuc_hien",
            "Đối tượng thực hiện": "doi_tuong_thuc_hien",
            "trinh_tu": "trinh_tu_thuc_hien",
            "trinh_tu_thuchien": "trinh_tu_thuc_hien",
            "cach_thuc": "cach_thuc_thuc_hien",
            "ho_so": "thanh_phan_ho_so",
            "thanh_phan": "thanh_phan_ho_so",
            "thanhphanhoso": "thanh_phan_ho_so",
            "can_cu": "can_cu_phap_ly",
            "phap_ly": "can_cu_phap_ly",
            "can_cu_phap_li": "can_cu_phap_ly",
            "Kết quả": "ket_qua",
            "Kết quả thực hiện": "ket_qua",
            "ketqua": "ket_qua",
            "tu khoa": "tu_khoa",
            "từ_khoá": "tu_khoa",
            "hieuluc": "hieu_luc",
            "hiệu lực": "hieu_luc",
            "ngay_rasoat": "ngay_ra_soat",
            "ngày rà soát": "ngay_ra_soat",
            "yeu_cau": "yeu_cau_dieu_kien",
            "Yêu cầu, điều kiện": "yeu_cau_dieu_kien",
            "nguồn": "nguon",
            "tom_tắt": "tom_tat",
            "phi": "phi_le_phi",
            "le_phi": "phi_le_phi",
            "Phí, lệ phí": "phi_le_phi",
            "thoi_han": "thoi_han",
            "giay_to": "giay_to",
        }.items()
    ),
    *(
        (Procedure, "cach_thuc_thuc_hien:\n  - hinh_thuc: truc_tiep\n    ", wrong, right)
        for wrong, right in {
            "phi": "phi_le_phi",
            "lệ phí": "phi_le_phi",
            "phí_lệ_phí": "phi_le_phi",
            "thoi han": "thoi_han",
            "Thời hạn giải quyết": "thoi_han",
            "thời_hạn": "thoi_han",
            "mo ta": "mo_ta",
            "truonghop": "truong_hop",
        }.items()
    ),
    (Procedure, "thanh_phan_ho_so:\n  - giay_to:\n      - ten: Tờ khai\n        ", "bản chính", "ban_chinh"),
    (Procedure, "thanh_phan_ho_so:\n  - giay_to:\n      - ten: Tờ khai\n        ", "ban-sao", "ban_sao"),
    (Procedure, "thanh_phan_ho_so:\n  - ", "giayto", "giay_to"),
    (Procedure, "hieu_luc:\n  ", "từ", "tu"),
    (Procedure, "hieu_luc:\n  ", "thay_the", "thay_the_boi"),
    (Procedure, "can_cu_phap_ly:\n  - ", "so_hieu", "so_ky_hieu"),
    (Procedure, "can_cu_phap_ly:\n  - ", "Ngày ban hành", "ngay_ban_hanh"),
    (Commune, "", "dienthoai", "dien_thoai"),
    (Commune, "", "Địa chỉ", "dia_chi"),
    (Commune, "", "email", "thu_dien_tu"),
    (Commune, "", "gio_lamviec", "gio_lam_viec"),
    (Overlay, "", "noi_apdung", "noi_ap_dung"),
    (StatisticsReport, "tong_hop:\n  tiep_nhan:\n    ", "tổng", "tong"),
    (StatisticsReport, "tong_hop:\n  ", "da_giaiquyet", "da_giai_quyet"),
    (StatisticsReport, "tong_hop:\n  da_giai_quyet:\n    ", "đúng hạn", "dung_han"),
]


def _suggestion(model: type[Record], before: str, key: str) -> str:
    text = f'{before}"{key}": x\n'
    found = [p for p in read_content(text.encode(), "x.yml", model).problems if p.code == "key-unknown"]
    return (found[0].suggestion or "") if found else "(được nhận)"


def test_at_least_95_percent_of_misspelt_keys_are_understood() -> None:
    assert len(MISSPELT) >= 30
    missed = [
        (wrong, right, said)
        for model, before, wrong, right in MISSPELT
        if f"«{right}»" not in (said := _suggestion(model, before, wrong))
    ]
    assert len(missed) <= len(MISSPELT) * 0.05, missed


@pytest.mark.parametrize("key", ["ghi_chu_noi_bo", "xyz", "q", "?", "địa phương", "1", "nguoi_nhap_lieu"])
def test_a_key_like_no_other_is_answered_with_the_keys_there_are(key: str) -> None:
    assert _suggestion(Procedure, "", key).startswith("Các mục được dùng ở đây: ma, ten, ten_ngan")


def test_keys_are_told_once_each() -> None:
    keys = _suggestion(Commune, "", "xyzzy").removeprefix("Các mục được dùng ở đây: ").rstrip(".").split(", ")
    assert keys == [info.alias for info in Commune.model_fields.values()]


def test_the_first_of_several_as_near_is_suggested_whatever_the_order_of_a_set() -> None:
    assert nearest("1.000003", ["1.000001", "1.000002"]) == "1.000001"
    assert did_you_mean("x", []) is None


def test_a_typing_slip_is_nearer_than_a_part_of_a_word() -> None:
    assert nearest("ngay_ban_han", ["ngay_ban_hanh_lan_dau", "ngay_ban_hanh"]) == "ngay_ban_hanh"


def test_a_word_without_any_letter_is_near_nothing() -> None:
    assert nearest("???", ["ma", "ten"]) is None
    assert nearest("", ["", "ma"]) is None
