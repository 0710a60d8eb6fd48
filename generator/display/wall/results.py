"""The newest figures of the center: what came in, what was done with it, what is late and what followed."""

from dataclasses import replace

from generator import urls
from generator.board import Board
from generator.display.metrics import width
from generator.display.wall import prose
from generator.display.wall.frame import GAP, LINE, PROSE, SMALL, TITLE, Frame
from generator.display.wall.slide import Slide, numbered, room
from generator.model.commune import Commune
from generator.model.statistics import StatisticsReport
from generator.statistics import sentences
from generator.statistics.headline import Cell, headline, rate_of
from generator.statistics.periods import Period
from generator.statistics.rates import FORMULAS
from generator.vietnamese import day, number

FIGURE = TITLE
PADDING, EDGE, BELOW = 0.4, 0.12, 0.4
_TILE = 2 * PADDING + EDGE + SMALL * LINE + FIGURE * LINE
RESULTS, LATE = "Kết quả giải quyết hồ sơ", "Hồ sơ quá hạn và việc đã làm"
DERIVED = "suy ra"
NOT_STATED = "Nguồn không nêu"


def results(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """Four figures, what they say and do not say, the on-time rate with formula, n, period and source."""
    report = _newest(board, commune)
    if report is None:
        nothing = [prose.pair("Số hồ sơ tiếp nhận, đã giải quyết, quá hạn", None)]
        return prose.slides("ket_qua", RESULTS, _address(board, commune), nothing, frame)
    blocks: list[prose.Block] = [{"text": sentences.summary(report.total.cells)}]
    if report.explanation:
        blocks.append({"small": f"Giải trình: {report.explanation}"})
    blocks += [_rate(board, report), _provenance(board, report)]
    tiles = [_tile(cell) for cell in headline(report.total.cells)]
    whole = _figures(board, commune, tiles, blocks, frame)
    if whole.fits(frame):
        return [whole]
    pages = prose.paged_blocks(RESULTS, blocks, frame, several=True)
    rest = [
        replace(
            whole,
            content={"kind": "prose", "blocks": page},
            height=prose.height(page, frame, frame.content_width),
        )
        for page in pages
    ]
    first = _figures(board, commune, tiles, blocks[-1:], frame)
    if first.height > room(RESULTS, frame, several=True):
        first = _figures(board, commune, tiles, [], frame)
    return numbered([first, *rest])


def late(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """Late dossiers by reason, and what was done; numbers only, never a person."""
    report = _newest(board, commune)
    if report is None:
        return []
    blocks = [_late_count(report)]
    for item in report.late:
        done = f"Đã làm: {item.done}" if item.done else "Chưa nêu đã làm gì."
        reason = item.reason or "Chưa nêu lý do"
        blocks.append({"label": f"{number(item.number)} hồ sơ", "text": reason, "remark": done})
    if not report.late:
        blocks.append({"text": "Lý do và việc đã làm: chưa công bố."})
    blocks.append(_provenance(board, report))
    return prose.slides("qua_han", LATE, _address(board, commune), blocks, frame)


def _newest(board: Board, commune: Commune) -> StatisticsReport | None:
    reports = board.statistics.get(commune.code, ())
    return reports[-1] if reports else None


def _address(board: Board, commune: Commune) -> str:
    return urls.absolute(board.settings.url, urls.commune(commune.code))


def _tile(cell: Cell) -> dict[str, str]:
    if cell.value is None:
        return {"label": cell.label, "soft": NOT_STATED}
    tile = {"label": cell.label, "figure": number(cell.value)}
    return {**tile, "remark": DERIVED} if cell.derived else tile


def _figures(
    board: Board, commune: Commune, tiles: list[dict[str, str]], blocks: list[prose.Block], frame: Frame
) -> Slide:
    """Figures in one row, in two where a figure or its label would be wider than its tile."""
    across = 4 if _fit_across(tiles, frame) else 2
    rows = [tiles[start : start + across] for start in range(0, len(tiles), across)]
    each = [_TILE + (PROSE if any("remark" in tile for tile in row) else 0) for row in rows]
    height = (sum(each) + GAP * (len(rows) - 1) + BELOW + prose.BETWEEN) * frame.body
    height += prose.height(blocks, frame, frame.content_width)
    content = {"kind": "figures", "across": across, "tiles": tiles, "blocks": blocks}
    return Slide("ket_qua", RESULTS, _address(board, commune), content, height, prose=True)


def _fit_across(tiles: list[dict[str, str]], frame: Frame) -> bool:
    inside = (frame.content_width - 3 * GAP * frame.body) / 4 - 2 * PADDING * frame.body
    return all(
        width(tile["label"]) * SMALL * frame.body <= inside
        and width(tile.get("figure", ""), bold=True) * FIGURE * frame.body <= inside
        for tile in tiles
    )


def _rate(board: Board, report: StatisticsReport) -> prose.Block:
    formula = board.settings.on_time_formula
    words = FORMULAS[formula].words
    if rate := rate_of(report, formula):
        derived = f" ({DERIVED})" if rate.derived else ""
        return {"text": f"Đúng hạn {sentences.rate(rate)}{derived}. Công thức: {words}."}
    return {"small": f"Chưa tính được tỷ lệ đúng hạn, nguồn không nêu đủ số. Công thức: {words}."}


def _provenance(board: Board, report: StatisticsReport) -> prose.Block:
    period = sentences.period(Period(report.since, report.until))
    names = "; ".join(
        f"{source.name} {day(source.day)}" if source.day else source.name for source in report.sources
    )
    return {"small": f"Kỳ: {period}. Nguồn: {names}."}


def _late_count(report: StatisticsReport) -> prose.Block:
    cells = report.total.cells
    resolved, pending = cells.get("resolved_late"), cells.get("pending_late")
    if resolved is None and pending is None:
        return {"lead": "Nguồn không nêu số hồ sơ quá hạn của kỳ này."}
    if not resolved and not pending and resolved is not None and pending is not None:
        return {"lead": "Nguồn ghi không có hồ sơ quá hạn trong kỳ này."}
    parts = [
        f"{number(count)} hồ sơ {verb} quá hạn" if count is not None else f"chưa nêu số {verb} quá hạn"
        for count, verb in ((resolved, "đã giải quyết"), (pending, "đang giải quyết"))
    ]
    text = ", ".join(parts)
    return {"lead": f"{text[0].upper()}{text[1:]}."}
