"""What the pages say of figures, whatever the design does with it."""

import csv
import io
import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from generator.csv_text import rows_of_csv
from generator.loading import load
from generator.site.build import build
from generator.site.statistics_table import as_csv
from generator.writing import yaml_writer
from tests.build import reports
from tests.build.conftest import DAY

OCTOBER = date(2026, 10, 1)
PHU_THAI = "content/communes/10750/statistics/2025-07-16.yml"


def _text(board: Path, tmp_path: Path, path: str) -> str:
    """The words of a page, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", _html(board, tmp_path, path))).split())


def _html(board: Path, tmp_path: Path, path: str) -> str:
    built = build(board, tmp_path / "site", DAY)
    assert built.pages, built.problems
    return (tmp_path / "site" / path / "index.html").read_text(encoding="utf-8")


def test_phu_thais_missing_dossier_is_said_in_words(sample: Path, tmp_path: Path) -> None:
    page = _text(sample, tmp_path, "xa/10750")
    assert (
        "Tiếp nhận 780 hồ sơ, đã giải quyết 725, đang giải quyết 54; theo nguồn còn 1 hồ sơ chưa rõ" in page
    )


def test_an_unexplained_contradiction_is_a_warning_and_a_note_on_both_pages(
    sample: Path, tmp_path: Path
) -> None:
    built = build(sample, tmp_path / "site", DAY)
    assert [p.code for p in built.problems if p.file == PHU_THAI] == ["figures-differ"]
    commune = _text(sample, tmp_path, "xa/10750")
    assert "Số liệu của nguồn chưa khớp:" in commune
    assert "Chưa có giải trình." in commune
    assert "Số liệu chưa khớp, chưa giải trình" in _text(sample, tmp_path, "thong-ke")


def test_an_explanation_ends_the_warning_but_not_the_note(sample: Path, tmp_path: Path) -> None:
    file = sample / PHU_THAI
    why = "Một hồ sơ công dân xin rút."
    file.write_text(file.read_text(encoding="utf-8") + f"giai_trinh: {why}\n", encoding="utf-8")
    built = build(sample, tmp_path / "site", DAY)
    assert not [p for p in built.problems if p.file == PHU_THAI]
    page = _text(sample, tmp_path, "xa/10750")
    assert "chênh 1 hồ sơ" in page
    assert f"Giải trình: {why}" in page


def test_what_was_carried_over_must_be_what_was_left(sample: Path, tmp_path: Path) -> None:
    reports.month(sample, "17179", date(2026, 9, 1), reports.row(100, 0, 54, 0))
    reports.month(sample, "17179", OCTOBER, reports.row(100, 0, 10, 50))
    page = _text(sample, tmp_path, "xa/17179")
    assert "kỳ trước còn 54 hồ sơ đang giải quyết nhưng kỳ này ghi chuyển qua 50, chênh 4 hồ sơ" in page


@pytest.mark.parametrize(
    ("before", "words"),
    [(8, "thiếu số liệu 30 ngày sau kỳ kết thúc 31/08/2026."), (10, "kỳ này trùng 31 ngày với kỳ kết thúc")],
)
def test_periods_that_overlap_or_leave_days_out_are_noted(
    sample: Path, tmp_path: Path, before: int, words: str
) -> None:
    reports.month(sample, "17179", date(2026, before, 1), reports.row(100, 0, 0, 0))
    file = reports.month(sample, "17179", OCTOBER, reports.row(100, 0, 0, 0), name="2026-thang-10")
    assert words in _text(sample, tmp_path, "xa/17179")
    assert file.exists()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("ty_le_cua_cong: {ty_le: 90, tong_ho_so: 100, dung_han: 80}\n", "là 80,00 %"),
        ("chi_so_766: [{ma: tien-do, diem: '20,5'}]\n", "vượt điểm tối đa 20,00 là 0,50"),
        ("phan_anh_kien_nghi: {da_tra_loi: 1, tra_loi_muon: 3}\n", "nhiều hơn số đã trả lời 2"),
        ("theo_linh_vuc: [{linh_vuc: ho-tich, tiep_nhan: {tong: 99}}]\n", "cộng lại được 99, chênh 1 hồ sơ"),
    ],
)
def test_whatever_the_check_warns_of_in_a_report_is_noted_on_its_page(
    sample: Path, tmp_path: Path, more: str, words: str
) -> None:
    file = reports.month(sample, "17179", OCTOBER, reports.row(100, 0, 0, 0), more)
    built = build(sample, tmp_path / "site", DAY)
    assert [p.file for p in built.problems if p.file.endswith(file.name)]
    page = _text(sample, tmp_path, "xa/17179")
    assert "Số liệu của nguồn chưa khớp:" in page
    assert words in page


def test_a_derived_figure_is_marked_and_a_contradicting_row_derives_nothing(
    sample: Path, tmp_path: Path
) -> None:
    assert "316 hồ sơ suy ra" in _text(sample, tmp_path, "xa/10891")
    assert "0 hồ sơ suy ra" in _text(sample, tmp_path, "xa/10792")
    assert "suy ra" not in _text(sample, tmp_path, "xa/10750")


@pytest.mark.parametrize("path", ["xa/17179", "thong-ke"])
def test_no_rate_stands_without_what_it_is_taken_of(sample: Path, tmp_path: Path, path: str) -> None:
    for commune in ("17179", "17143", "17176"):
        reports.year(sample, commune, 4)
    page = _html(sample, tmp_path, path)
    page = re.sub(r'<text class="chart__tick" x="8" y="14".*?</text>', "", page)  # the end of a scale
    page = re.sub(r"\(khoảng tin cậy.*?\)|trung vị của bảng \(.*?\)", "", page)
    words = re.sub(r"[ \n]+", " ", unescape(re.sub(r"<[^>]*>", "", page)))
    said = re.findall(r"[\d,]+\u00a0%.{0,12}", words)  # only a rate is set with a space that does not break
    assert len(said) >= 8
    assert [rate for rate in said if not re.search(r"% \(n = \d|%, n \d|% của \d", rate)] == []


def test_every_rate_comes_with_formula_period_and_source(sample: Path, tmp_path: Path) -> None:
    reports.year(sample, "17179", 1)
    page = _text(sample, tmp_path, "xa/17179")
    for formula in (
        "(a): (trước hạn + đúng hạn) ÷ đã giải quyết",
        "(b): (trước hạn + đúng hạn + đang",
        "(c):",
    ):
        assert f"Công thức {formula}" in page
    assert page.count("Kỳ: từ 01/10/2026 đến 31/10/2026. Nguồn: Báo cáo tháng 10.") == 3


def test_the_boards_formula_comes_first(sample: Path, tmp_path: Path) -> None:
    settings = sample / "content/board.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("cong_thuc_dung_han: a", "cong_thuc_dung_han: c"), encoding="utf-8")
    reports.year(sample, "17179", 1)
    page = _html(sample, tmp_path, "xa/17179")
    assert "<strong>98,8\u00a0% của 400 hồ sơ mà Cổng tính" in page


def test_no_rank_and_no_comparison_for_fewer_than_thirty_dossiers(sample: Path, tmp_path: Path) -> None:
    reports.month(sample, "17179", OCTOBER, reports.row(29, 0, 0, 0))
    for commune in ("17143", "17176", "17149"):
        reports.month(sample, commune, OCTOBER, reports.row(5000, 500, 0, 0))
    page = _text(sample, tmp_path, "thong-ke")
    assert "Không xếp hạng: chỉ có 29 hồ sơ (dưới 30)" in page
    assert "; thứ" not in page


def test_figures_of_different_periods_are_never_compared(sample: Path, tmp_path: Path) -> None:
    for month, commune in enumerate(("17179", "17143", "17176", "17149"), start=7):
        reports.month(sample, commune, date(2026, month, 1), reports.row(5000, 50 * month, 0, 0))
    page = _text(sample, tmp_path, "thong-ke")
    assert page.count("chưa đủ 3 xã có số liệu cùng kỳ") == 4
    assert "So sánh tỷ lệ đúng hạn" not in page


def test_late_dossiers_come_with_what_was_done(sample: Path, tmp_path: Path) -> None:
    reports.year(sample, "17179", 1)
    page = _text(sample, tmp_path, "xa/17179")
    assert "3 hồ sơ . Lý do: Chờ kết quả xác minh của nơi khác Đã làm: Đã gửi thư xin lỗi" in page
    assert "Chưa nêu đã làm gì." in page


def test_satisfaction_of_the_index_is_not_passed_off_as_a_survey(sample: Path, tmp_path: Path) -> None:
    reports.year(sample, "17179", 1)
    page = _text(sample, tmp_path, "xa/17179")
    assert "không phải kết quả hỏi ý kiến người dân" in page
    assert "Mức độ hài lòng 18,00 18" in page
    assert "95,5 % của 120 người trả lời." in page.replace("\u00a0", " ")
    assert "50 % của 12 người trả lời (ít người trả lời, chỉ để tham khảo)" in page.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("month", "words"), [(10, "Số liệu còn mới"), (7, "Số liệu sắp cũ"), (3, "Số liệu đã cũ")]
)
def test_the_age_of_figures_stands_on_the_page(sample: Path, tmp_path: Path, month: int, words: str) -> None:
    reports.month(sample, "17179", date(2026, month, 1), reports.row(100, 0, 0, 0))
    assert words in _text(sample, tmp_path, "xa/17179")


def test_charts_have_size_title_and_description_and_no_style_of_their_own(
    sample: Path, tmp_path: Path
) -> None:
    for commune in ("17179", "17143", "17176"):
        reports.year(sample, commune, 5)
    charts = []
    for path in ("xa/17179", "thong-ke"):
        page = _html(sample, tmp_path, path)
        charts += re.findall(r"<svg class=\"chart\".*?</svg>", page, re.S)
        assert "style=" not in page
        idents = re.findall(r' id="([^"]+)"', page)
        assert len(idents) == len(set(idents))
    assert len(charts) >= 9
    for chart in charts:
        assert re.match(r'<svg class="chart" role="img" width="320" height="\d+" viewBox', chart)
        assert re.search(r"<title id=[^>]+>[^<]{10,}</title><desc id=[^>]+>[^<]{10,}</desc>", chart)


def test_a_name_that_is_markup_stays_text_in_charts_and_tables(sample: Path, tmp_path: Path) -> None:
    name = '<b>Xã & "quê"</b>'
    file = sample / "content/communes/17179/commune.yml"
    text = file.read_text(encoding="utf-8").replace("ten: Xã Quỳnh Lưu", f"ten: '{name}'", 1)
    assert name in text
    file.write_text(text, encoding="utf-8")
    for commune in ("17179", "17143"):
        reports.year(sample, commune, 2)
    page = _html(sample, tmp_path, "thong-ke")
    assert "<b>Xã" not in page
    assert name in unescape(page)


def test_the_csv_beside_the_page_holds_every_period_and_opens_in_a_spreadsheet(
    sample: Path, tmp_path: Path
) -> None:
    reports.year(sample, "17179", 3)
    _html(sample, tmp_path, "thong-ke")
    content = (tmp_path / "site/thong-ke/so-lieu.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == 3 + 3
    (phu_thai,) = (row for row in rows if row["mã xã"] == "10750")
    assert (phu_thai["tiếp nhận"], phu_thai["giải quyết quá hạn"]) == ("780", "")


def test_no_cell_of_the_csv_runs_and_every_text_comes_back(sample: Path) -> None:
    reports.year(sample, "17179", 1)
    (file,) = (sample / "content/communes/17179/statistics").iterdir()
    text = file.read_text(encoding="utf-8")
    for said in ("=1+1", "+84", "@SUM(A1)", "＝1", "'=1", '-2 "hồ sơ", hai nguồn'):
        file.write_text(text + yaml_writer.write({"giai_trinh": f"{said} x"}), encoding="utf-8")
        board = load(sample, DAY).board
        assert board
        rows = list(rows_of_csv(as_csv(board).decode()))
        assert f"{said} x" in {cell for row in rows for cell in row}
        plain = csv.reader(io.StringIO(as_csv(board).decode("utf-8-sig"), newline=""))
        assert not [cell for row in plain for cell in row if cell.startswith(tuple("=+-@＝\t\r"))]


def test_a_period_that_most_communes_share_is_said_once(sample: Path, tmp_path: Path) -> None:
    for commune in ("17179", "17143", "17176", "17149"):
        reports.month(sample, commune, OCTOBER, reports.row(500, 5, 0, 0))
    page = _text(sample, tmp_path, "thong-ke")
    assert page.count("Số liệu từ 01/10/2026 đến 31/10/2026") == 1
    assert page.count("Số liệu đến 16/07/2025. Số liệu đã cũ") == 3


def test_small_bars_share_one_key_and_stay_closed_where_there_are_many(sample: Path, tmp_path: Path) -> None:
    for commune in ("17179", "17143"):
        reports.month(sample, commune, OCTOBER, reports.row(500, 5, 20, 0))
    page = _html(sample, tmp_path, "thong-ke")
    assert page.count('<pattern id="mau-late"') == 1
    assert page.count("url(#mau-late)") == 3
    assert "Hình của từng xã" not in page  # five communes are shown at once
    first = sample / "content/communes/17179"
    for number in range(20):
        folder = sample / f"content/communes/{20000 + number}"
        shutil.copytree(first, folder)
        for file in folder.rglob("*.yml"):
            text = file.read_text(encoding="utf-8").replace("17179", folder.name)
            file.write_text(text, encoding="utf-8")
    page = _html(sample, tmp_path, "thong-ke")
    assert re.search(r'<details class="fold"><summary><span class="fold__name">Hình của từng xã', page)


def test_by_field_the_portals_formula_gives_way_and_says_so(sample: Path, tmp_path: Path) -> None:
    reports.year(sample, "17179", 1)
    said = "Cổng không in tỷ lệ theo lĩnh vực, nên cột «Đúng hạn» ở bảng này tính theo công thức (a)"
    assert said not in _text(sample, tmp_path, "xa/17179")
    settings = sample / "content/board.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("cong_thuc_dung_han: a", "cong_thuc_dung_han: c"), encoding="utf-8")
    assert said in _text(sample, tmp_path, "xa/17179")
