"""The page of all communes: a table, small charts, a comparison in words, and the same table as CSV."""

from collections import Counter, defaultdict

from markupsafe import Markup
from msgspec import Struct

from generator.board import Board
from generator.csv_text import BOM, Lines
from generator.model.commune import Commune
from generator.model.statistics import StatisticsReport
from generator.site.statistics_view import notes
from generator.statistics import charts, comparison, sentences
from generator.statistics.comparison import Standing
from generator.statistics.form import LABELS, PATHS
from generator.statistics.headline import Cell, rate_of, shown
from generator.statistics.periods import Period
from generator.statistics.rates import FORMULAS, Rate
from generator.statistics.sentences import Age
from generator.vietnamese import number, percent

_TOTALS = ("received_total", "resolved_total", "pending_total")


class Row(Struct, frozen=True):
    """One commune of the table; everything but its name is empty where it has no figures."""

    commune: Commune
    report: StatisticsReport | None = None
    period: Period | None = None
    words_of_period: str = ""
    cells: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()
    age: Age | None = None
    rate: Rate | None = None
    standing: Standing | None = None
    chart: Markup | None = None
    words: str = ""


class Usual(Struct, frozen=True):
    """The period that most communes report: said once, so that rows say only where they differ."""

    period: Period
    words: str
    age: Age


class Compared(Struct, frozen=True):
    """The communes of one period whose rates stand side by side."""

    period: str
    words: str
    count: int
    chart: Markup


def rows(board: Board) -> list[Row]:
    """All communes of the board in its order."""
    standings = _standings(board)
    return [_row(board, commune, standings.get(commune.code)) for commune in board.communes.values()]


def usual(board: Board) -> Usual | None:
    """The period of most newest reports, the newest of several; None where no commune reports."""
    newest = [reports[-1] for reports in board.statistics.values() if reports]
    counted = Counter(Period(report.since, report.until) for report in newest)
    if not counted:
        return None
    period = max(counted, key=lambda each: (counted[each], each.until))
    return Usual(period, sentences.period(period), sentences.age(period.until, board.today))


def compared(board: Board) -> list[Compared]:
    """One chart for each period that at least two communes share."""
    found = []
    for number_, (period, group) in enumerate(sorted(_peers(board).items(), key=lambda item: item[0].until)):
        if len(group) < 2:
            continue
        middle = comparison.board_median([rate for _, rate in group])
        words = _finding(len(group), group, middle is not None)
        # In the board's order: a list ordered by rate is read as a ranking, which these figures do not carry.
        named = [(board.communes[code].name, rate) for code, rate in group]
        chart = charts.rates(named, f"so-sanh-{number_}", words, None if middle is None else float(middle))
        found.append(Compared(sentences.period(period), words, len(group), chart))
    return found


def as_csv(board: Board) -> bytes:
    """All periods of all communes, total rows only: UTF-8 with BOM, no cell that runs as a formula."""
    head = ["mã xã", "tên xã", "từ ngày", "đến ngày", *(LABELS[key] for key in PATHS), "giải trình", "nguồn"]
    lines = Lines(len(head))
    lines.add(head)
    for code, reports in board.statistics.items():
        for report in reports:
            cells = report.total.cells
            dates = [report.since.isoformat() if report.since else None, report.until.isoformat()]
            source = "; ".join(source.name for source in report.sources)
            counts = [cells[key] for key in PATHS]
            lines.add([code, board.communes[code].name, *dates, *counts, report.explanation, source])
    return BOM + lines.text().encode()


def _row(board: Board, commune: Commune, standing: Standing | None) -> Row:
    reports = board.statistics.get(commune.code, ())
    if not reports:
        return Row(commune)
    report = reports[-1]
    cells, period = report.total.cells, Period(report.since, report.until)
    derived = shown(cells)
    words = sentences.resolved_share(cells) or sentences.summary(cells)
    return Row(
        commune,
        report,
        period,
        sentences.period(period),
        tuple(
            Cell(LABELS[key], derived.get(key) if cells[key] is None else cells[key], key in derived)
            for key in _TOTALS
        ),
        notes(board, reports),
        sentences.age(report.until, board.today),
        rate_of(report, board.settings.on_time_formula),
        standing,
        charts.small(cells, f"xa-{commune.code}", f"Hồ sơ của {commune.name}"),
        words,
    )


def _peers(board: Board) -> dict[Period, list[tuple[str, Rate]]]:
    """Newest rates by period: only figures of the same days are ever set side by side."""
    groups: dict[Period, list[tuple[str, Rate]]] = defaultdict(list)
    for code, reports in board.statistics.items():
        report = reports[-1]
        if rate := rate_of(report, board.settings.on_time_formula):
            groups[Period(report.since, report.until)].append((code, rate))
    return groups


def _standings(board: Board) -> dict[str, Standing]:
    found = {}
    for group in _peers(board).values():
        rates = [rate for _, rate in group]
        found.update({code: comparison.standing(place, rates) for place, (code, _) in enumerate(group)})
    return found


def _finding(count: int, group: list[tuple[str, Rate]], has_median: bool) -> str:
    formula = FORMULAS[group[0][1].formula].words
    if not has_median:
        return f"{number(count)} xã có tỷ lệ cùng kỳ, chưa đủ để so sánh. Công thức: {formula}."
    middle = comparison.board_median([rate for _, rate in group])
    assert middle is not None
    large = [rate for _, rate in group if rate.n >= comparison.ENOUGH]
    higher = sum(rate.interval[0] > middle for rate in large)
    lower = sum(rate.interval[1] < middle for rate in large)
    same = len(large) - higher - lower
    return (
        f"Trong {number(len(large))} xã có từ {comparison.ENOUGH} hồ sơ, {number(higher)} xã cao hơn rõ, "
        f"{number(lower)} xã thấp hơn rõ và {number(same)} xã chưa phân biệt được với trung vị của bảng "
        f"({percent(middle)}). Công thức: {formula}."
    )
