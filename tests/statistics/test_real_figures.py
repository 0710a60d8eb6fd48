"""The real quarter of communes in Phú Thọ: their printed rates agree with their own counts."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from generator.loading import load
from generator.statistics.comparison import ENOUGH, board_median, standing
from generator.statistics.index766 import GROUPS, METRICS
from generator.statistics.rates import Rate
from tests.build.conftest import DAY, ROOT

pytestmark = pytest.mark.shared_data


def _communes(shared_data: Path) -> list[dict[str, str]]:
    with (shared_data / "statistics/phu_tho_progress_q3_2026_sample.csv").open(encoding="utf-8-sig") as file:
        return [row for row in csv.DictReader(file) if row["level"] == "COMMUNE"]


def test_every_commune_of_the_quarter_prints_the_rate_that_its_counts_give(shared_data: Path) -> None:
    rows = _communes(shared_data)
    assert len(rows) == 36
    for row in rows:
        received, timely, late = (int(row[key]) for key in ("received", "on_time", "overdue"))
        assert timely + late == received
        assert round(100 * timely / received, 2) == float(row["on_time_ratio_pct"])
        assert round(20 * timely / received, 2) == float(row["score_of_20"])


def test_most_of_the_quarter_is_told_from_the_median_but_hardly_anyone_can_be_ranked(
    shared_data: Path,
) -> None:
    rates = [
        Rate("c", Fraction(int(row["on_time"]), int(row["received"])), int(row["received"]))
        for row in _communes(shared_data)
    ]
    middle = board_median(rates)
    assert middle is not None
    shares = sorted(rate.share for rate in rates)
    assert middle == (shares[17] + shares[18]) / 2
    said = [standing(index, rates) for index in range(len(rates))]
    apart = [r for r in rates if not r.interval[0] <= middle <= r.interval[1]]
    assert len(apart) == sum(s.words.startswith(("Cao hơn", "Thấp hơn")) for s in said)
    assert min(rate.n for rate in rates) >= ENOUGH
    ranked = [s.rank for s in said if s.rank]
    assert ranked == [36] == [len(rates)]


def test_our_table_of_the_index_agrees_with_the_published_one(shared_data: Path) -> None:
    assert sum(group.maximum or 0 for group in GROUPS.values()) == 100
    with (shared_data / "statistics/index_766_metrics.csv").open(encoding="utf-8-sig") as file:
        published = {row["metric_code"]: row for row in csv.DictReader(file) if row["metric_code"]}
    assert set(published) == set(METRICS)
    for code, row in published.items():
        assert METRICS[code].maximum == int(row["max_score"])
        group = METRICS[code].group
        assert group and GROUPS[group].name == row["group_vi"]


def test_the_three_communes_of_hai_phong_stand_on_the_board_as_their_source_has_them(
    shared_data: Path,
) -> None:
    board = load(ROOT, DAY).board
    assert board
    with (shared_data / "statistics/seed-figures.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            (report,) = board.statistics[row["commune_code"]]
            for key in ("received_total", "resolved_total", "pending_total"):
                assert report.total.cells[key] == (int(row[key]) if row[key] else None)
