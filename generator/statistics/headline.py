"""The few figures of a report that every face of the board shows first, and its on-time rate."""

from msgspec import Struct

from generator.model.statistics import StatisticsReport
from generator.statistics.form import Cells
from generator.statistics.identities import derive, differences
from generator.statistics.rates import Rate, on_time, portal


class Cell(Struct, frozen=True):
    """One cell to show.  ``derived``: it is not in the source but follows from an identity."""

    label: str
    value: int | None
    derived: bool = False


def headline(cells: Cells) -> tuple[Cell, ...]:
    """Received, resolved, pending, late; late is known only where both of its parts are."""
    derived = shown(cells)
    totals = [
        cell(cells, derived, key, label)
        for key, label in (
            ("received_total", "Tiếp nhận"),
            ("resolved_total", "Đã giải quyết"),
            ("pending_total", "Đang giải quyết"),
        )
    ]
    late = [cell(cells, derived, key, "") for key in ("resolved_late", "pending_late")]
    known = [each.value for each in late if each.value is not None]
    whole = sum(known) if len(known) == 2 else None
    return (*totals, Cell("Quá hạn", whole, any(each.derived for each in late)))


def shown(cells: Cells) -> dict[str, int]:
    """Cells that may be shown as derived: none in a row that contradicts itself."""
    return {} if differences(cells) else derive(cells)


def cell(cells: Cells, derived: dict[str, int], key: str, label: str) -> Cell:
    """One cell under ``label``, from the source or derived."""
    value = cells.get(key)
    return Cell(label, derived.get(key) if value is None else value, value is None and key in derived)


def rate_of(report: StatisticsReport, formula: str) -> Rate | None:
    """The on-time rate of a report by one of the three formulas; None where it cannot be taken."""
    if formula != "c":
        return on_time(report.total.cells, formula)
    printed = report.portal_rate
    return portal(printed.percent, printed.n, printed.on_time) if printed else None
