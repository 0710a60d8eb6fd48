"""What the register of proposals says."""

from pathlib import Path

from generator.site import accountability_pages
from generator.site.board_pages import BoardPages
from generator.site.page import Page
from tests.check.base import load_board

WAITING = """\
ma: may-quet
xa: "10750"
ngay: 01/09/2026
noi_dung: Cấp thêm <b>máy quét</b>
noi_nhan: Sở Khoa học và Công nghệ
trang_thai: cho_tra_loi
nguon: [{ten: Công văn của xã}]
"""
ANSWERED = """\
ma: tap-huan
xa: "10750"
ngay: 01/10/2026
noi_dung: Tập huấn chứng thực điện tử
noi_nhan: Sở Tư pháp
han_tra_loi: 20/10/2026
trang_thai: da_tra_loi
tra_loi: {so_ky_hieu: 99/STP, ngay: 25/10/2026, lien_ket: "https://example.gov.vn/99"}
nguon: [{ten: Công văn của xã}]
"""
FIGURES = """\
xa: "10750"
den: 31/10/2026
tong_hop: {}
phan_anh_kien_nghi: {tiep_nhan: 12, da_tra_loi: 11}
nguon: [{ten: Báo cáo của xã}]
"""
FILES = {"content/proposals/may-quet.yml": WAITING, "content/proposals/tap-huan.yml": ANSWERED}


def _pages(root: Path, files: dict[str, str]) -> dict[str, Page]:
    board = load_board(root, files).board
    assert board
    found = accountability_pages.inspections(board)
    return {
        page.path: page for page in (*BoardPages(board).pages(), *accountability_pages.pages(board, found))
    }


def test_overdue_proposals_stand_first_with_the_days(tmp_path: Path) -> None:
    body = str(_pages(tmp_path, FILES)["kien-nghi/"].body)
    overdue, rest = body.split('id="kien-nghi"')
    assert "Quá hạn 60 ngày" in overdue  # due on 23 September, 15 working days after 1 September
    assert "23/09/2026" in overdue
    assert "suy ra: 15 ngày làm việc" in overdue
    assert "Tập huấn" in rest
    assert "Trả lời muộn 5 ngày" in rest
    assert "99/STP, ngày 25/10/2026" in rest


def test_markup_in_a_proposal_stays_text(tmp_path: Path) -> None:
    assert "Cấp thêm &lt;b&gt;máy quét&lt;/b&gt;" in str(_pages(tmp_path, FILES)["kien-nghi/"].body)


def test_the_page_of_the_commune_shows_its_own_and_no_other_has_any(tmp_path: Path) -> None:
    other = 'ma: "10792"\nten: Xã An Thành\ntinh: "31"\n'
    pages = _pages(tmp_path, FILES | {"content/communes/10792/commune.yml": other})
    assert "Quá hạn 60 ngày" in str(pages["xa/10750/"].body)
    assert "kiến nghị với cấp trên" not in str(pages["xa/10792/"].body)


def test_a_board_without_proposals_says_so_and_does_not_say_that_there_were_none(tmp_path: Path) -> None:
    body = str(_pages(tmp_path, {})["kien-nghi/"].body)
    assert "Chưa công bố kiến nghị nào" in body
    assert "không có nghĩa là xã chưa từng kiến nghị" in body
    assert "Chưa xã nào công bố số phản ánh" in body


def test_feedback_is_shown_with_period_and_source(tmp_path: Path) -> None:
    body = str(_pages(tmp_path, {"content/communes/10750/statistics/k.yml": FIGURES})["kien-nghi/"].body)
    table = body[body.index("<table") :]
    for words in ("Xã Phú Thái", "Đến 31/10/2026", ">12<", ">11<", "nguồn không nêu", "Báo cáo của xã"):
        assert words in table
