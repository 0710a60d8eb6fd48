"""What the pages show of a commune's figures, made from the Board: values, sentences and charts."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from generator.board import Board
from generator.check.statistics_rules import contradictions
from generator.model.commune import Commune
from generator.model.source import Source
from generator.model.statistics import Figures, StatisticsReport
from generator.statistics import charts, periods, sentences
from generator.statistics.form import EXTRAS, FORM, LABELS, Cells
from generator.statistics.headline import Cell, cell, headline, rate_of, shown
from generator.statistics.identities import differences, field_differences
from generator.statistics.index766 import ITEMS, SATISFACTION, Item
from generator.statistics.periods import Period
from generator.statistics.rates import FORMULAS, Rate, on_time
from generator.statistics.sentences import Age
from generator.statistics.trend import Point, series

_IDENTITIES = ("figures-differ", "fields-differ")
"""Findings that the page says in sentences of its own."""


class RateShown(Struct, frozen=True):
    """A rate in words, with all that must stand beside it."""

    formula: str
    words: str
    text: str
    derived: bool


class TrendShown(Struct, frozen=True):
    """The line of periods as a sentence, a chart and the rows of its table."""

    words: str
    chart: Markup
    rows: tuple[tuple[str, Cells, Rate | None], ...]


class IndexShown(Struct, frozen=True):
    """One line of the index of QĐ 766."""

    item: Item
    points: float
    maximum: float | None


class CommuneFigures(Struct, frozen=True):
    """The newest report of a commune, ready to be shown."""

    report: StatisticsReport
    period: str
    summary: str
    figures: tuple[Cell, ...]
    details: tuple[Cell, ...]
    notes: tuple[str, ...]
    age: Age
    chosen: str
    rates: tuple[RateShown, ...]
    finding: str
    chart: Markup | None
    fields: tuple[tuple[str, Figures, Rate | None], ...]
    trend: TrendShown | None
    index: tuple[IndexShown, ...]
    satisfaction: str
    sources: tuple[Source, ...]


def commune_figures(board: Board, commune: Commune) -> CommuneFigures | None:
    """The newest figures of a commune with everything said of them; None where it has none."""
    reports = board.statistics.get(commune.code, ())
    if not reports:
        return None
    report = reports[-1]
    cells = report.total.cells
    formula = board.settings.on_time_formula
    summary = sentences.summary(cells)
    finding = sentences.resolved_share(cells) or summary
    return CommuneFigures(
        report=report,
        period=sentences.period(_period(report)),
        summary=summary,
        figures=headline(cells),
        details=_details(cells),
        notes=notes(board, reports),
        age=sentences.age(report.until, board.today),
        chosen=formula,
        rates=_rates(report, formula),
        finding=finding,
        chart=charts.outcome(cells, "ket-qua", finding),
        fields=tuple((board.field_name(r.field), r, _field_rate(r.cells, formula)) for r in report.by_field),
        trend=_trend(reports, formula),
        index=tuple(_index(report)),
        satisfaction=SATISFACTION,
        sources=report.sources,
    )


def notes(board: Board, reports: Sequence[StatisticsReport]) -> tuple[str, ...]:
    """Every contradiction of the newest of ``reports``, in words; readers see it explained or not."""
    report = reports[-1]
    total, rows = report.total.cells, [row.cells for row in report.by_field]
    found = [sentences.contradiction(each) for each in differences(total)]
    for row, cells in zip(report.by_field, rows, strict=True):
        name = board.field_name(row.field)
        found += [f"lĩnh vực {name}: {sentences.contradiction(each)}" for each in differences(cells)]
    found += [sentences.contradiction(each) for each in field_differences(total, rows)]
    found += [each.message for each in contradictions(report) if each.code not in _IDENTITIES]
    found += _between(reports)
    return tuple(found)


def _between(reports: Sequence[StatisticsReport]) -> list[str]:
    """What the newest of ``reports`` contradicts in those before it."""
    line = [_period(report) for report in reports]
    stands = periods.before(line, len(line) - 1)
    found = []
    if stands.adjacent is not None:
        cells = reports[stands.adjacent].total.cells, reports[-1].total.cells
        if carried := periods.carried_difference(*cells):
            found.append(sentences.carried(*carried))
    if stands.overlapping:
        index, days = stands.overlapping
        found.append(sentences.overlap(days, line[index].until))
    if stands.missing:
        index, days = stands.missing
        found.append(sentences.gap(days, line[index].until))
    return found


def _details(cells: Cells) -> tuple[Cell, ...]:
    derived = shown(cells)
    wanted = [key for key in FORM if key not in ("received_total", "resolved_total", "pending_total")]
    found = [cell(cells, derived, key, LABELS[key]) for key in (*wanted, *EXTRAS)]
    return tuple(each for each in found if each.value is not None)


def _rates(report: StatisticsReport, chosen: str) -> tuple[RateShown, ...]:
    order = (chosen, *(key for key in FORMULAS if key != chosen))
    found = ((key, rate_of(report, key)) for key in order)
    return tuple(
        RateShown(key, FORMULAS[key].words, sentences.rate(rate), rate.derived) for key, rate in found if rate
    )


def _field_rate(cells: Cells, formula: str) -> Rate | None:
    """By field the portal prints no rate, so a board that shows (c) shows (a) there."""
    return on_time(cells, "a" if formula == "c" else formula)


def _trend(reports: Sequence[StatisticsReport], formula: str) -> TrendShown | None:
    by_period = {_period(report): report for report in reports}
    points: list[Point] = series((p, report.total.cells) for p, report in by_period.items())
    if len(points) < 2:
        return None
    rates = [rate_of(by_period[point.period], formula) for point in points]
    words = sentences.trend(points, rates)
    rows = tuple((sentences.period(p.period), p.cells, rate) for p, rate in zip(points, rates, strict=True))
    return TrendShown(words, charts.trend(points, "xu-huong", words), rows)


def _index(report: StatisticsReport) -> list[IndexShown]:
    lines = []
    for line in report.index:
        item = ITEMS[line.code]
        maximum = item.maximum if line.maximum is None else float(line.maximum)
        lines.append(IndexShown(item, float(line.points), maximum))
    return lines


def _period(report: StatisticsReport) -> Period:
    return Period(report.since, report.until)
