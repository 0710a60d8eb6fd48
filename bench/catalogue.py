"""A seeded catalogue of any size, as clerks would write it: about 7 KB of YAML a procedure, in Vietnamese."""

import random
import shutil
from pathlib import Path

import yaml

SEED = 20251122
FIELDS = 50
_TEXT = """
đăng ký khai sinh kết hôn hộ tịch chứng thực bản sao giấy tờ cấp đổi lại thẻ căn cước cư trú tạm
vắng thường xác nhận tình trạng hôn nhân đất đai quyền sử dụng nhà ở xây dựng phép sửa chữa hộ kinh
doanh thành lập thay nội dung tạm ngừng chấm dứt hoạt động công nhận hòa giải viên nghèo cận hỗ trợ
trợ cấp người có công với cách mạng nghĩa vụ quân sự lần đầu nuôi con thủy sản trồng trọt chăn nuôi
lâm nghiệp môi trường giao thông đường bộ ủy ban nhân dân phường xã trung tâm phục vụ hành chính hồ
sơ theo quy định của pháp luật trong thời hạn ngày làm việc kể từ khi nhận đủ hợp lệ nếu không thì
phải thông báo bằng văn bản nêu rõ lý do trả kết quả
"""

_SYLLABLES = _TEXT.split()


def _words(rng: random.Random, count: int) -> str:
    text = " ".join(rng.choice(_SYLLABLES) for _ in range(count))
    return text[0].upper() + text[1:]


def record(number: int) -> dict[str, object]:
    """Procedure ``number`` of the seeded catalogue: always the same for the same number."""
    rng = random.Random(SEED * 1_000_003 + number)
    return {
        "ma": f"{number // 1_000_000 + 1}.{number % 1_000_000:06d}",
        "ten": _words(rng, 18),
        "ten_ngan": _words(rng, 6)[:80],
        "tom_tat": _words(rng, 22) + ".",
        "muc_do": "day_du",
        "linh_vuc": f"linh-vuc-{number % FIELDS:02d}",
        "cap_thuc_hien": ["xa"],
        "doi_tuong_thuc_hien": ["Công dân Việt Nam", "Doanh nghiệp"],
        "trinh_tu_thuc_hien": [
            {
                "buoc": _words(rng, 40) + ".",
                "ai_lam": _words(rng, 4),
                "bao_lau": f"{rng.randint(1, 9)} ngày làm việc",
            }
            for _ in range(5)
        ],
        "cach_thuc_thuc_hien": [
            {
                "hinh_thuc": kind,
                "thoi_han": f"{rng.randint(1, 30)} ngày làm việc",
                "phi_le_phi": f"{rng.randint(1, 90)}.000 đồng",
                "mo_ta": _words(rng, 25),
            }
            for kind in ("truc_tiep", "truc_tuyen", "buu_chinh")
        ],
        "thanh_phan_ho_so": [
            {
                "truong_hop": _words(rng, 8),
                "giay_to": [{"ten": _words(rng, 24), "ban_chinh": "1", "ban_sao": "0"} for _ in range(6)],
            }
            for _ in range(2)
        ],
        "yeu_cau_dieu_kien": _words(rng, 60) + ".",
        "ket_qua": [{"ten": _words(rng, 8)}],
        "co_quan_thuc_hien": "Ủy ban nhân dân cấp xã",
        "can_cu_phap_ly": [
            {
                "so_ky_hieu": f"{rng.randint(1, 200)}/2025/NĐ-CP",
                "trich_yeu": _words(rng, 20),
                "ngay_ban_hanh": "2025-06-12",
            }
            for _ in range(5)
        ],
        "tu_khoa": [_words(rng, 3).lower() for _ in range(6)],
        "so_quyet_dinh": f"{rng.randint(1, 4000)}/QĐ-UBND",
        "nguon": [
            {"ten": "Cơ sở dữ liệu quốc gia về thủ tục hành chính", "lien_ket": "https://dichvucong.gov.vn/"}
        ],
        "ngay_ra_soat": "2025-11-01",
    }


def write_board(sample: Path, root: Path, count: int) -> None:
    """A board of ``count`` procedures at ``root``, with the settings and prose of the ``sample`` board.

    It has no communes: their pages, displays and figures are more than the peers make.
    """
    shutil.rmtree(root, ignore_errors=True)
    (root / "content").mkdir(parents=True)
    shutil.copytree(sample / "content/pages", root / "content/pages")
    settings = (sample / "content/board.yml").read_text(encoding="utf-8")
    # The peers make pages and nothing else, so ours makes no open data either.
    (root / "content/board.yml").write_text(f"{settings}du_lieu_mo: khong\n", encoding="utf-8")
    shutil.copy(sample / "mkdocs.yml", root / "mkdocs.yml")
    fields = [{"ma": f"linh-vuc-{n:02d}", "ten": f"Lĩnh vực số {n}"} for n in range(FIELDS)]
    _dump(root / "content/fields.yml", {"linh_vuc": fields})
    for number in range(count):
        data = record(number)
        file = root / "procedures" / str(data["linh_vuc"]) / f"{data['ma']}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        _dump(file, data)


def _dump(file: Path, data: object) -> None:
    with file.open("w", encoding="utf-8") as out:
        yaml.dump(data, out, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)
