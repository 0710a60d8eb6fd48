"""A report is updated cell by cell: an editor's figures, fields, order and comments stay."""

from pathlib import Path
from typing import Any

import pytest

from generator.importing.report import Outcome
from generator.statistics.period_name import parse_period
from tests.importing.boards import read
from tests.importing.figures import CHUNG_THUC, HO_TICH, TOTAL, form, put, report_file

_EDITED = """\
# Số liệu quý III, xã tự kiểm tra lại.
xa: "10750"
tu: 01/07/2025
den: 30/09/2025
tong_hop:
  tiep_nhan:
    tong: 1934   # khớp với sổ
    # nguồn báo chí, không phải của Cổng
    truc_tuyen: 1499
  da_giai_quyet:
    tong: 1850
theo_linh_vuc:
  # lĩnh vực đông nhất
  - linh_vuc: chung-thuc
    tiep_nhan: {tong: 700}
    rut: 3  # xã tự ghi
giai_trinh: Chênh một hồ sơ do ghi nhận hai lần.
khao_sat:
  - cau_hoi: Bạn có hài lòng không?
    so_nguoi: 40
    ty_le: 87,5
nguon:
  - ten: Sổ của Trung tâm
    ngay: 01/10/2025
"""


@pytest.fixture
def updated(tmp_path: Path) -> tuple[str, dict[str, Any], Any]:
    """The text, the data and the report after the form was imported over an edited file."""
    root, _ = put(tmp_path, form(tmp_path, TOTAL))
    path = report_file(root)
    path.write_text(_EDITED, encoding="utf-8")
    for ledger in (root / ".congkhai").rglob("*.json"):
        ledger.unlink()
    _, report = put(tmp_path, form(tmp_path, HO_TICH, CHUNG_THUC, TOTAL))
    (record,) = report.records
    return path.read_text(encoding="utf-8"), dict(read(path)), record


def test_every_comment_stays_where_it_was(updated: tuple[str, dict[str, Any], Any]) -> None:
    text, _, _ = updated
    for line in (
        "# Số liệu quý III, xã tự kiểm tra lại.\n",
        "    tong: 1934   # khớp với sổ\n    # nguồn báo chí, không phải của Cổng\n    truc_tuyen: 1499\n",
        "  # lĩnh vực đông nhất\n  - linh_vuc: chung-thuc\n",
        "    rut: 3  # xã tự ghi\n",
    ):
        assert line in text


def test_cells_that_the_file_left_empty_are_filled(updated: tuple[str, dict[str, Any], Any]) -> None:
    _, data, record = updated
    assert record.outcome is Outcome.UPDATED
    assert data["tong_hop"]["tiep_nhan"]["ky_truoc"] == "34"
    assert data["tong_hop"]["dang_giai_quyet"] == {"tong": "84", "trong_han": "80", "qua_han": "4"}
    first, second = data["theo_linh_vuc"]
    assert (first["linh_vuc"], second["linh_vuc"]) == ("chung-thuc", "ho-tich")
    assert first["tiep_nhan"] == {
        "tong": "700",
        "truc_tuyen": "500",
        "truc_tiep_buu_chinh": "200",
        "ky_truoc": "0",
    }


def test_an_editors_figure_stays_and_the_other_is_told(updated: tuple[str, dict[str, Any], Any]) -> None:
    _, data, record = updated
    assert data["tong_hop"]["tiep_nhan"]["truc_tuyen"] == "1499"
    (conflict,) = record.conflicts
    assert (conflict.key, conflict.kept, conflict.offered) == (
        "tong_hop.tiep_nhan.truc_tuyen",
        "1499",
        "1500",
    )


def test_what_the_form_does_not_ask_for_stays(updated: tuple[str, dict[str, Any], Any]) -> None:
    _, data, _ = updated
    assert data["giai_trinh"] == "Chênh một hồ sơ do ghi nhận hai lần."
    assert data["khao_sat"] == [{"cau_hoi": "Bạn có hài lòng không?", "so_nguoi": "40", "ty_le": "87,5"}]


def test_the_source_of_the_new_figures_joins_the_sources(updated: tuple[str, dict[str, Any], Any]) -> None:
    _, data, _ = updated
    assert [source["ten"] for source in data["nguon"]] == [
        "Sổ của Trung tâm",
        "Biểu số II.06a/VPCP/KSTT, tệp bieu-06.xlsx",
    ]


def test_what_an_import_wrote_the_next_one_may_correct(tmp_path: Path) -> None:
    root, _ = put(tmp_path, form(tmp_path, TOTAL))
    corrected = [*TOTAL]
    corrected[2] = 1935
    _, report = put(tmp_path, form(tmp_path, corrected))
    assert report.records[0].imported == ("tong_hop.tiep_nhan.tong",)
    assert "tong: 1935" in report_file(root).read_text(encoding="utf-8")


def test_a_figure_that_the_editor_changed_after_an_import_stays(tmp_path: Path) -> None:
    root, _ = put(tmp_path, form(tmp_path, TOTAL))
    path = report_file(root)
    path.write_text(path.read_text(encoding="utf-8").replace("1934", "1933"), encoding="utf-8")
    corrected = [*TOTAL]
    corrected[2] = 1935
    _, report = put(tmp_path, form(tmp_path, corrected))
    assert [conflict.kept for conflict in report.records[0].conflicts] == ["1933"]
    assert "tong: 1933" in path.read_text(encoding="utf-8")


def test_a_figure_that_the_source_no_longer_states_stays_and_is_told(tmp_path: Path) -> None:
    root, _ = put(tmp_path, form(tmp_path, TOTAL))
    fewer = [*TOTAL]
    fewer[12] = None
    _, report = put(tmp_path, form(tmp_path, fewer))
    assert any(
        "không còn nêu mục «tong_hop.dang_giai_quyet.qua_han»" in d for d in report.records[0].doubtful
    )
    assert read(report_file(root))["tong_hop"]["dang_giai_quyet"]["qua_han"] == "4"  # type: ignore[index,call-overload]


def test_a_report_without_its_first_day_gets_it(tmp_path: Path) -> None:
    root, _ = put(tmp_path, form(tmp_path, TOTAL))
    path = report_file(root)
    path.write_text('xa: "10750"\nden: 30/09/2025\ntong_hop: {}\nnguon: [{ten: Báo}]\n', encoding="utf-8")
    _, report = put(tmp_path, form(tmp_path, TOTAL))
    assert read(path)["tu"] == "2025-07-01"
    assert any("chưa ghi ngày đầu kỳ" in doubt for doubt in report.records[0].doubtful)


def test_another_period_that_ends_the_same_day_gets_a_file_of_its_own(tmp_path: Path) -> None:
    root, _ = put(tmp_path, form(tmp_path, TOTAL))
    _, report = put(tmp_path, form(tmp_path, TOTAL), period=parse_period("01/01/2025..30/09/2025"))
    assert report.records[0].file == "content/communes/10750/statistics/2025-01-01--2025-09-30.yml"
    assert len(list(report_file(root).parent.glob("*.yml"))) == 2


def test_a_file_with_an_error_is_left_alone(tmp_path: Path) -> None:
    root, _ = put(tmp_path, form(tmp_path, TOTAL))
    path = report_file(root)
    path.write_text("xa: [", encoding="utf-8")
    _, report = put(tmp_path, form(tmp_path, TOTAL))
    assert [problem.code for problem in report.problems] == ["import-refused"]
    assert path.read_text(encoding="utf-8") == "xa: ["
