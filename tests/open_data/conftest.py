"""A board with something of everything, and its site."""

import shutil
from pathlib import Path

import pytest

from generator.board import Board
from generator.loading import load
from generator.site.build import build
from tests.build.conftest import DAY, ROOT
from tests.build.conftest import sample as sample  # the smaller board, to be broken

HOSTILE = '=HYPERLINK("https://e.example";"x")'

PROCEDURE = f"""ma: "9.000001"
ten: '{HOSTILE}'
linh_vuc: ho-tich
tinh_ap_dung: ["31"]
trinh_tu_thuc_hien: [{{buoc: "-1+1", ai_lam: '@bạn'}}, {{buoc: "dòng một\\r\\ndòng hai"}}]
cach_thuc_thuc_hien:
  - {{hinh_thuc: truc_tiep, thoi_han: 3 ngày, phi_le_phi: "+84"}}
  - {{hinh_thuc: buu_chinh, thoi_han: 3 ngày, phi_le_phi: "50.000 đồng"}}
thanh_phan_ho_so:
  - {{truong_hop: "'=1", giay_to: [{{ten: 'Giấy "A", bản gốc', ban_chinh: 1}}, {{ten: "\\tGiấy B\\t|"}}]}}
  - giay_to: [{{ten: Giấy C}}]
hieu_luc: {{den: 2026-11-01, van_ban: Quyết định 1, thay_the_boi: ["1.001193"]}}
nguon: [{{ten: Nguồn thử, ngay: 2026-11-01}}]
ngay_ra_soat: 2026-11-01
"""
COMMUNE = """ma: "10792"
ten: Xã An Thành
tinh: "31"
dia_chi: "Thôn A, xã An Thành"
dien_thoai: +84 225 3123
gio_lam_viec: [{thu: [2, 3], tu: "07:30", den: "11:30"}, {thu: [7], tu: "08:00", den: "10:00"}]
quay: [{ten: Quầy 1, linh_vuc: [ho-tich, chung-thuc]}, {ten: Quầy 2}]
man_hinh: {huong: doc, khoang_cach_m: "2,5", thong_bao: [{noi_dung: Nghỉ lễ, khan: co, het_han: 02/09/2026}]}
nguon: [{ten: Thông báo}]
"""
PROPOSAL = """ma: may-quet
xa: "10750"
ngay: 2026-06-01
noi_dung: "=Đề nghị\\ncấp máy quét"
noi_nhan: Sở Khoa học và Công nghệ
trang_thai: da_tra_loi
tra_loi: {so_ky_hieu: 9/SKHCN, ngay: 2026-06-10, lien_ket: "https://example.gov.vn/9"}
nguon: [{ten: Công văn}]
"""
OVERLAY = """noi_ap_dung: "31"
ma: "1.001193"
cach_thuc_thuc_hien: [{hinh_thuc: truc_tiep, phi_le_phi: 8.000 đồng}]
luu_y: [Mang bản chính.]
nguon: [{ten: Nghị quyết}]
"""


@pytest.fixture(scope="session")
def board_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole sample board, and what it happens not to have."""
    root = tmp_path_factory.mktemp("open") / "board"
    for folder in ("content", "procedures"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name, text in {
        "procedures/ho-tich/9.000001.yml": PROCEDURE,
        "content/communes/10792/commune.yml": COMMUNE,
        "content/proposals/may-quet.yml": PROPOSAL,
        "content/overlays/31/1.001193.yml": OVERLAY,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    return root


@pytest.fixture(scope="session")
def board(board_folder: Path) -> Board:
    """The same, read."""
    loaded = load(board_folder, DAY)
    assert loaded.board, loaded.problems
    return loaded.board


@pytest.fixture(scope="session")
def site(board_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built."""
    output = tmp_path_factory.mktemp("site")
    built = build(board_folder, output, DAY)
    assert built.pages, built.problems
    return output


@pytest.fixture(scope="session")
def v1(site: Path) -> Path:
    """Where the data lies."""
    return site / "du-lieu/v1"
