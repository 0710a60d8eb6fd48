"""What the team that inspects a board is told: each fact made wrong once must be named."""

import json
from pathlib import Path

import pytest

from generator.board import Board
from generator.site import accountability_pages
from generator.site.inspection import Inspection, Inspector
from tests.check.base import load_board

FULL = """\
ma: "1.000002"
ten: Đăng ký kết hôn
linh_vuc: ho-tich
muc_do: day_du
doi_tuong_thuc_hien: [Công dân Việt Nam]
trinh_tu_thuc_hien: [{buoc: Nộp hồ sơ}]
cach_thuc_thuc_hien: [{hinh_thuc: truc_tiep, thoi_han: 1 ngày, phi_le_phi: Miễn phí}]
thanh_phan_ho_so: [{giay_to: [{ten: Tờ khai đăng ký kết hôn, mau_don: Mẫu số 02}]}]
so_bo: 01 bộ
yeu_cau_dieu_kien: Không
ket_qua: [{ten: Giấy chứng nhận kết hôn}]
co_quan_thuc_hien: Ủy ban nhân dân cấp xã
so_quyet_dinh: 1872/QĐ-BTP
ngay_ra_soat: 20/11/2026
"""
FILE = "procedures/ho-tich/1.000002.yml"
FIGURES = """\
xa: "10750"
den: 31/10/2026
tong_hop: {tiep_nhan: {tong: 780}, da_giai_quyet: {tong: 725}, dang_giai_quyet: {tong: 54}}
nguon: [{ten: Báo}]
"""


def _board(root: Path, files: dict[str, str | bytes | None]) -> Board:
    loaded = load_board(root, {"procedures/ho-tich/1.000001.yml": None, FILE: FULL} | files)
    assert loaded.board, loaded.problems
    return loaded.board


def _found(root: Path, files: dict[str, str | bytes | None] | None = None) -> Inspection:
    board = _board(root, files or {})
    return Inspector(board).commune(board.communes["10750"])


def test_a_complete_and_current_catalogue_lacks_nothing(tmp_path: Path) -> None:
    found = _found(tmp_path)
    assert (found.total, found.full, found.complete, found.gaps) == (1, 1, 1, ())
    assert not any(count.lacking for count in (*found.parts, *found.optional, *found.checks))


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("trinh_tu_thuc_hien", "trinh_tu_thuc_hien"),
        ("thanh_phan_ho_so", "thanh_phan_ho_so"),
        ("doi_tuong_thuc_hien", "doi_tuong_thuc_hien"),
        ("co_quan_thuc_hien", "co_quan_thuc_hien"),
    ],
)
def test_each_part_of_article_8_that_is_missing_is_counted_and_named(
    line: str, key: str, tmp_path: Path
) -> None:
    text = "".join(each for each in FULL.splitlines(keepends=True) if not each.startswith(f"{line}:"))
    found = _found(tmp_path, {FILE: text})
    assert {count.key: count.lacking for count in found.parts if count.lacking} == {key: 1}
    assert found.complete == 0
    assert [gaps.entry.code for gaps in found.gaps] == ["1.000002"]


def test_without_any_way_there_is_no_time_limit_either_and_fees_are_not_stated(
    tmp_path: Path,
) -> None:
    text = "".join(each for each in FULL.splitlines(keepends=True) if not each.startswith("cach_thuc"))
    found = _found(tmp_path, {FILE: text})
    assert {c.key for c in found.parts if c.lacking} == {"cach_thuc_thuc_hien", "thoi_han"}
    assert {c.key for c in found.optional if c.lacking} == {"phi_le_phi"}


def test_parts_that_are_due_only_where_they_exist_are_counted_but_not_held_against(tmp_path: Path) -> None:
    text = FULL.replace("ket_qua: [{ten: Giấy chứng nhận kết hôn}]\n", "")
    found = _found(tmp_path, {FILE: text})
    assert {c.key for c in found.optional if c.lacking} == {"ket_qua"}
    assert (found.complete, found.gaps) == (1, ())


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("so_quyet_dinh: 1872/QĐ-BTP\n", "nguon: [{ten: Cơ sở dữ liệu}]\n", "khong_quyet_dinh"),
        ("ngay_ra_soat: 20/11/2026\n", "", "khong_ra_soat"),
        ("ngay_ra_soat: 20/11/2026\n", "ngay_ra_soat: 23/08/2026\n", "ra_soat_qua_han"),  # 91 days
        (", mau_don: Mẫu số 02", "", "thieu_mau"),
        ("so_bo: 01 bộ\n", "so_bo: 01 bộ\nnghi_van: [Nguồn cắt chữ]\n", "nghi_van"),
    ],
)
def test_each_other_gap_is_counted_and_named(old: str, new: str, key: str, tmp_path: Path) -> None:
    assert old in FULL
    found = _found(tmp_path, {FILE: FULL.replace(old, new)})
    assert {count.key for count in found.checks if count.lacking} == {key}
    assert found.gaps[0].checks == (key,)


@pytest.mark.parametrize(
    ("level", "reviewed", "stale"),
    [
        ("day_du", "24/08/2026", False),
        ("day_du", "23/08/2026", True),
        ("danh_muc", "22/11/2025", False),
        ("danh_muc", "21/11/2025", True),
    ],
)
def test_a_review_lasts_90_days_or_365(level: str, reviewed: str, stale: bool, tmp_path: Path) -> None:
    text = FULL.replace("muc_do: day_du", f"muc_do: {level}").replace("20/11/2026", reviewed)
    found = _found(tmp_path, {FILE: text})
    assert ("ra_soat_qua_han" in {count.key for count in found.checks if count.lacking}) is stale


def test_what_is_to_come_and_what_was_repealed_stand_apart(tmp_path: Path) -> None:
    coming = (
        FULL.replace("1.000002", "1.000003").replace("kết hôn", "khai tử") + "hieu_luc: {tu: 01/03/2027}\n"
    )
    gone = (
        FULL.replace("1.000002", "1.000004").replace("kết hôn", "giám hộ") + "hieu_luc: {den: 01/03/2026}\n"
    )
    files: dict[str, str | bytes | None] = {
        "procedures/ho-tich/1.000003.yml": coming,
        "procedures/ho-tich/1.000004.yml": gone,
    }
    found = _found(tmp_path, files)
    assert [entry.code for entry in found.upcoming] == ["1.000003"]
    assert [entry.code for entry in found.repealed] == ["1.000004"]
    assert found.total == 2


def test_a_contradiction_without_explanation_is_counted_until_somebody_explains(tmp_path: Path) -> None:
    file = "content/communes/10750/statistics/k.yml"
    found = _found(tmp_path / "a", {file: FIGURES})
    assert found.unexplained == 1
    assert "chênh 1 hồ sơ" in found.periods[0].notes[0]
    explained = _found(tmp_path / "b", {file: FIGURES + "giai_trinh: Nguồn ghi như vậy.\n"})
    assert explained.unexplained == 0
    assert explained.periods[0].notes


def test_days_that_no_period_counts_are_named(tmp_path: Path) -> None:
    first = 'xa: "10750"\ntu: 01/01/2026\nden: 31/03/2026\ntong_hop: {}\nnguon: [{ten: Báo}]\n'
    later = 'xa: "10750"\ntu: 01/07/2026\nden: 30/09/2026\ntong_hop: {}\nnguon: [{ten: Báo}]\n'
    folder = "content/communes/10750/statistics"
    found = _found(tmp_path, {f"{folder}/a.yml": first, f"{folder}/b.yml": later})
    assert [len(period.notes) for period in found.periods] == [0, 1]
    assert "91 ngày" in found.periods[1].notes[0]


def test_what_a_commune_has_not_published_is_listed(tmp_path: Path) -> None:
    commune = 'ma: "10750"\nten: Xã Phú Thái\ntinh: "31"\n'
    file = "content/communes/10750/commune.yml"
    assert "Điện thoại" in _found(tmp_path / "a").unpublished
    assert (
        "Điện thoại" not in _found(tmp_path / "b", {file: commune + "dien_thoai: 0225 123 456\n"}).unpublished
    )


def test_a_procedure_that_the_commune_does_not_receive_is_not_held_against_it(tmp_path: Path) -> None:
    refused = 'ma: "10750"\nten: Xã Phú Thái\ntinh: "31"\nkhong_tiep_nhan: ["1.000002"]\n'
    text = FULL.replace("so_quyet_dinh: 1872/QĐ-BTP\n", "nguon: [{ten: CSDL}]\n")
    found = _found(tmp_path, {FILE: text, "content/communes/10750/commune.yml": refused})
    assert (found.total, found.gaps) == (0, ())


def test_page_and_json_say_the_same(tmp_path: Path) -> None:
    text = FULL.replace("so_quyet_dinh: 1872/QĐ-BTP\n", "nguon: [{ten: CSDL}]\n").replace(
        "trinh_tu_thuc_hien: [{buoc: Nộp hồ sơ}]\n", ""
    )
    board = _board(tmp_path, {FILE: text, "content/communes/10750/statistics/k.yml": FIGURES})
    found = accountability_pages.inspections(board)
    pages = {page.path: str(page.body) for page in accountability_pages.pages(board, found)}
    files = dict(accountability_pages.files(board, found))
    data = json.loads(files["kiem-tra/10750/kiem-tra.json"])
    page = pages["kiem-tra/10750/"]
    assert data["thu_tuc_con_thieu"][0]["thieu_phan"] == ["trinh_tu_thuc_hien"]
    assert data["thu_tuc_con_thieu"][0]["kiem_tra"] == ["khong_quyet_dinh"]
    assert "thiếu trình tự thực hiện; chưa ghi quyết định công bố" in page
    assert 'href="../../thu-tuc/1.000002/"' in page
    assert data["so_lieu"][0]["chua_khop"][0] in page
    assert all(label in page for label in data["thong_tin_xa_chua_cong_bo"])
    assert "Xã Phú Thái" in pages["kiem-tra/"]
