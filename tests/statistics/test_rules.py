"""What the check says of figures, with the difference, and that an explanation silences it."""

from datetime import date

import pytest

from generator.check.statistics_rules import report_check
from generator.check_across.period_rules import check_periods
from generator.model.convert import record_of
from generator.model.statistics import StatisticsReport
from generator.problems import Problem, Severity
from generator.reading.record import read_content

HEAD = 'xa: "10750"\ntu: 01/01/2026\nden: 31/03/2026\nnguon: [{ten: Báo cáo quý I}]\n'
FIELDS = {"ho-tich", "chung-thuc"}


def _check(text: str) -> tuple[Problem, ...]:
    rules = report_check("10750", {"10750"}, FIELDS, date(2026, 11, 22))
    return read_content((HEAD + text).encode(), "q1.yml", StatisticsReport, rules).problems


CONTRADICTIONS = {
    "Phú Thái": (
        "tong_hop: {tiep_nhan: {tong: 780}, da_giai_quyet: {tong: 725}, dang_giai_quyet: {tong: 54}}\n",
        "figures-differ",
        "ghi 780, cộng lại được 779, chênh +1",
    ),
    "a field": (
        "tong_hop: {}\ntheo_linh_vuc:\n"
        "  - {linh_vuc: ho-tich, da_giai_quyet: {tong: 10, truoc_han: 8, dung_han: 1, qua_han: 0}}\n",
        "figures-differ",
        "ghi 10, cộng lại được 9, chênh +1",
    ),
    "apologies": (
        "tong_hop: {da_giai_quyet: {qua_han: 3, qua_han_da_xin_loi: 2, qua_han_chua_xin_loi: 2}}\n",
        "figures-differ",
        "ghi 3, cộng lại được 4, chênh -1",
    ),
    "fields against the total": (
        "tong_hop: {tiep_nhan: {tong: 1300}}\ntheo_linh_vuc:\n"
        "  - {linh_vuc: ho-tich, tiep_nhan: {tong: 1000}}\n"
        "  - {linh_vuc: chung-thuc, tiep_nhan: {tong: 290}}\n",
        "fields-differ",
        "tổng hợp ghi 1.300, các lĩnh vực cộng lại được 1.290, chênh +10",
    ),
    "a field twice": (
        "tong_hop: {}\ntheo_linh_vuc:\n  - {linh_vuc: ho-tich}\n  - {linh_vuc: ho-tich}\n",
        "figures-field-twice",
        "«ho-tich» có nhiều dòng",
    ),
    "a rate over 100 %": (
        "tong_hop: {da_giai_quyet: {tong: 10, truoc_han: 8, dung_han: 3}}\n",
        "rate-over-100",
        "11 hồ sơ đúng hạn trên 10, hơn 1",
    ),
    "the portal's count over 100 %": (
        "tong_hop: {}\nty_le_cua_cong: {ty_le: 100, tong_ho_so: 10, dung_han: 11}\n",
        "rate-over-100",
        "11 hồ sơ đúng hạn trên 10",
    ),
    "the portal's rate against its own count": (
        "tong_hop: {}\nty_le_cua_cong: {ty_le: '90,5', tong_ho_so: 1000, dung_han: 900}\n",
        "rate-differs",
        "90,50 % nhưng 900 trên 1.000 hồ sơ là 90,00 %",
    ),
    "late answers": (
        "tong_hop: {}\nphan_anh_kien_nghi: {tiep_nhan: 5, da_tra_loi: 3, tra_loi_muon: 4}\n",
        "feedback-differs",
        "nhiều hơn số đã trả lời 1",
    ),
    "points over the maximum": (
        "tong_hop: {}\nchi_so_766: [{ma: cong-khai, diem: '18,5'}]\n",
        "index-over-maximum",
        "vượt điểm tối đa 18,00 là 0,50",
    ),
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_contradiction_is_a_warning_with_the_difference(name: str) -> None:
    text, code, words = CONTRADICTIONS[name]
    found = [problem for problem in _check(text) if problem.code == code]
    assert any(words in problem.message for problem in found), _check(text)
    assert {problem.severity for problem in found} == {Severity.WARNING}
    assert all(problem.line > 4 for problem in found), "the finding points at the figures"


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_an_explanation_silences_the_warning(name: str) -> None:
    text, *_ = CONTRADICTIONS[name]
    assert _check(text + "giai_trinh: Nguồn ghi như vậy.\n") == ()


def test_an_unknown_code_of_the_index_is_an_error_with_the_code_that_was_meant() -> None:
    (problem,) = _check("tong_hop: {}\nchi_so_766: [{ma: cong khai, diem: 12}]\n")
    assert (problem.code, problem.severity) == ("index-unknown", Severity.ERROR)
    assert problem.suggestion == "Có phải «cong-khai»? Nếu phải, sửa thành: cong-khai"


@pytest.mark.parametrize("points", ["'mười'", "1e3", "-1", "101", "'1.234,5'", "", "[]", "{}"])
def test_points_that_are_no_number_from_0_to_100_are_refused(points: str) -> None:
    (problem,) = _check(f"tong_hop: {{}}\nchi_so_766: [{{ma: cong-khai, diem: {points}}}]\n")
    assert problem.severity is Severity.ERROR
    assert problem.code in ("type-number", "value-range")


def test_a_rate_of_the_portal_without_n_is_refused() -> None:
    (problem,) = _check("tong_hop: {}\nty_le_cua_cong: {ty_le: 99}\n")
    assert (problem.code, problem.severity) == ("key-missing", Severity.ERROR)
    assert "tong_ho_so" in problem.message


def _report(since: date, until: date, explanation: str = "", /, **cells: int) -> StatisticsReport:
    received = {key: str(value) for key, value in cells.items() if key in ("tong", "ky_truoc")}
    pending = {"tong": str(cells["dang"])} if "dang" in cells else {}
    data: dict[str, object] = {
        "xa": "10750",
        "tu": since.isoformat(),
        "den": until.isoformat(),
        "tong_hop": {"tiep_nhan": received, "dang_giai_quyet": pending},
        "nguon": [{"ten": "Báo cáo"}],
    }
    if explanation:
        data["giai_trinh"] = explanation
    return record_of(StatisticsReport, data)


JANUARY = (date(2026, 1, 1), date(2026, 1, 31))
FEBRUARY = (date(2026, 2, 1), date(2026, 2, 28))
BETWEEN: dict[str, tuple[StatisticsReport, tuple[date, date, dict[str, int]], str]] = {
    "carried-over-differs": (
        _report(*JANUARY, dang=54),
        (*FEBRUARY, {"ky_truoc": 50}),
        "Kỳ trước còn 54 hồ sơ đang giải quyết, kỳ này ghi chuyển qua 50, chênh 4.",
    ),
    "period-overlap": (
        _report(*JANUARY),
        (date(2026, 1, 30), date(2026, 2, 28), {}),
        "trùng 2 ngày",
    ),
    "period-missing": (
        _report(*JANUARY),
        (date(2026, 3, 1), date(2026, 3, 31), {}),
        "Thiếu số liệu 28 ngày",
    ),
    "period-twice": (_report(*JANUARY), (*JANUARY, {}), "đã có số liệu trong tệp 1.yml"),
    "figures-jump": (
        _report(*JANUARY, tong=310),
        (*FEBRUARY, {"tong": 1000}),
        "kỳ này 1.000, theo nhịp kỳ trước thì khoảng 280",
    ),
}


@pytest.mark.parametrize("code", BETWEEN)
def test_what_does_not_fit_the_period_before_is_a_warning_in_the_later_file(code: str) -> None:
    before, (since, until, cells), words = BETWEEN[code]
    ((file, finding),) = check_periods([("1.yml", before), ("2.yml", _report(since, until, **cells))])
    assert (file, finding.code, finding.severity) == ("2.yml", code, Severity.WARNING)
    assert words in finding.message


@pytest.mark.parametrize("code", BETWEEN)
@pytest.mark.parametrize("written", ["{:%d/%m/%Y}", "{0.day}-{0.month}-{0.year}", "{:%Y-%m-%d}"])
def test_an_explanation_that_names_the_other_period_silences_what_lies_between(
    code: str, written: str
) -> None:
    before, (since, until, cells), _ = BETWEEN[code]
    explanation = f"Nguồn ghi như vậy so với kỳ kết thúc {written.format(before.until)}."
    after = _report(since, until, explanation, **cells)
    assert list(check_periods([("1.yml", before), ("2.yml", after)])) == []


@pytest.mark.parametrize("code", BETWEEN)
@pytest.mark.parametrize(
    "explanation", ["Nguồn ghi như vậy.", "Kỳ kết thúc 30/01/2026, 131/01/2026, 99/01/2026."]
)
def test_an_explanation_of_something_else_silences_nothing_between_periods(
    code: str, explanation: str
) -> None:
    before, (since, until, cells), _ = BETWEEN[code]
    ((_, finding),) = check_periods(
        [("1.yml", before), ("2.yml", _report(since, until, explanation, **cells))]
    )
    assert finding.code == code
    assert f"{before.until:%d/%m/%Y}" in (finding.suggestion or "")


def test_periods_that_follow_each_other_and_fit_have_no_finding() -> None:
    reports = [_report(*JANUARY, tong=310, dang=54), _report(*FEBRUARY, tong=280 + 54, ky_truoc=54)]
    assert list(check_periods([(f"{i}.yml", report) for i, report in enumerate(reports)])) == []


def test_a_period_is_compared_with_all_before_it_not_only_with_its_neighbour() -> None:
    """A half-year that ends between two months hides neither from the other."""
    half = _report(date(2025, 9, 1), date(2026, 2, 28))
    reports = [
        ("1.yml", _report(*JANUARY, dang=54)),
        ("half.yml", half),
        ("2.yml", _report(*FEBRUARY, ky_truoc=50)),
    ]
    found = {(file, finding.code): finding.message for file, finding in check_periods(reports)}
    assert "31 ngày với kỳ kết thúc 31/01/2026 (1.yml)" in found["half.yml", "period-overlap"]
    assert "28 ngày với kỳ kết thúc 28/02/2026 (half.yml)" in found["2.yml", "period-overlap"]
    assert "còn 54 hồ sơ" in found["2.yml", "carried-over-differs"]


def test_a_small_office_that_triples_does_not_jump() -> None:
    reports = [("1.yml", _report(*JANUARY, tong=10)), ("2.yml", _report(*FEBRUARY, tong=90))]
    assert list(check_periods(reports)) == []
