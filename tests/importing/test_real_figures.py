"""The real figures of Hải Phòng and of a quarter of 36 communes of Phú Thọ: imported, checked and shown."""

import csv
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.importing.figures.draft import Told
from generator.importing.report import Outcome, Report
from generator.importing.run import run_import
from generator.loading import load
from generator.site.build import build
from generator.statistics.form import PATHS
from generator.statistics.period_name import parse_period
from generator.vietnamese import fold

pytestmark = pytest.mark.shared_data

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
_QUARTER = "statistics/phu_tho_progress_q3_2026_sample.csv"
_SEED = "statistics/seed-figures.csv"


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig") as text:
        return list(csv.DictReader(text))


def _write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def real_board(shared_data: Path, root: Path) -> tuple[Report, Report]:
    """A board of the communes that both sources speak of, with their figures imported."""
    quarter, seed = _rows(shared_data / _QUARTER), _rows(shared_data / _SEED)
    wanted = {_plain(row["agency_name"]) for row in quarter if row["level"] == "COMMUNE"}
    codes = {row["commune_code"] for row in seed}
    shutil.copytree(ROOT / "content/pages", root / "content/pages")
    shutil.copy(ROOT / "mkdocs.yml", root)
    _write(
        root,
        "content/board.yml",
        "ten: Thử với số liệu thật\ndon_vi: Bảng thử\ndia_chi_trang: https://congkhai.example/\n"
        'cong_thuc_dung_han: c\ntinh: [{ma: "25", ten: Tỉnh Phú Thọ}, {ma: "31", ten: Hải Phòng}]\n',
    )
    _write(root, "content/fields.yml", "linh_vuc: [{ma: ho-tich, ten: Hộ tịch}]\n")
    for row in _rows(shared_data / "communes/communes.csv"):
        name = row["commune_name"]
        if (row["province_code"] == "25" and _plain(name) in wanted) or row["commune_code"] in codes:
            text = f'ma: "{row["commune_code"]}"\nten: {name}\ntinh: "{row["province_code"]}"\n'
            _write(root, f"content/communes/{row['commune_code']}/commune.yml", text)
    told = Told(parse_period("2026-Q3"), None, "Cổng Dịch vụ công quốc gia, tiến độ giải quyết quý III/2026")
    return (
        run_import([shared_data / _QUARTER], root, told),
        run_import([shared_data / _SEED], root, Told(source="Báo Pháp luật Việt Nam")),
    )


def _plain(name: str) -> str:
    return re.sub(r"^ubnd | - .*", "", fold(name)).strip()


@pytest.fixture(scope="module")
def imported(
    shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, Report, Report]]:
    root = tmp_path_factory.mktemp("that")
    yield (root, *real_board(shared_data, root))


def test_every_commune_of_the_quarter_gets_its_file(imported: tuple[Path, Report, Report]) -> None:
    _, quarter, _ = imported
    assert not quarter.problems
    assert [record.outcome for record in quarter.records] == [Outcome.CREATED] * 36
    left = "\n".join(quarter.left)
    assert "«UBND tỉnh Phú Thọ»: bảng công khai không có xã này" in left
    assert all(f"cột «{column}»" in left for column in ("overdue", "avg_processing_days", "level"))


def test_the_board_holds_what_the_sources_state_and_nothing_else(
    imported: tuple[Path, Report, Report], shared_data: Path
) -> None:
    root, _, seed = imported
    assert len(seed.records) == 3
    loaded = load(root, DAY)
    board = loaded.board
    assert board
    assert len(board.statistics) == 39
    for row in _rows(shared_data / _QUARTER):
        if row["level"] != "COMMUNE":
            continue
        code = next(
            c for c, each in board.communes.items() if _plain(each.name) == _plain(row["agency_name"])
        )
        (report,) = board.statistics[code]
        assert report.portal_rate
        assert (report.portal_rate.n, report.portal_rate.on_time) == (
            int(row["received"]),
            int(row["on_time"]),
        )
        assert float(report.portal_rate.percent) == float(row["on_time_ratio_pct"])
        assert [float(item.points) for item in report.index] == [float(row["score_of_20"])]
        stated = {key: value for key, value in report.total.cells.items() if value is not None}
        assert stated == {"received_total": int(row["received"])}
    for row in _rows(shared_data / _SEED):
        (report,) = board.statistics[row["commune_code"]]
        cells = {key: int(row[key]) if row.get(key) else None for key in PATHS}
        assert report.total.cells == cells


def test_only_phu_thai_contradicts_itself(imported: tuple[Path, Report, Report]) -> None:
    found = [problem for problem in load(imported[0], DAY).problems if "10750/statistics" in problem.file]
    assert [problem.code for problem in found] == ["figures-differ"]
    others = [p for p in load(imported[0], DAY).problems if "/statistics/" in p.file and p not in found]
    assert others == []


def test_the_pages_show_the_real_figures(imported: tuple[Path, Report, Report], tmp_path: Path) -> None:
    assert build(imported[0], tmp_path / "site", DAY).pages
    page = (tmp_path / "site/thong-ke/index.html").read_text(encoding="utf-8")
    assert "Trong 36 xã có từ 30 hồ sơ" in page
    assert len(page) < 250_000
    phu_thai = (tmp_path / "site/xa/10750/index.html").read_text(encoding="utf-8")
    assert "theo nguồn còn 1 hồ sơ chưa rõ" in phu_thai
    assert "chênh 1 hồ sơ" in phu_thai
