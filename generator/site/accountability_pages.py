"""The pages by which an office answers for itself: proposals and feedback, and what an inspection asks."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator import urls
from generator.board import Board
from generator.model.plain import pretty_json
from generator.site.inspection import Gaps, Inspection, Inspector, as_data
from generator.site.page import Page
from generator.site.proposals_view import feedback_shown, proposals_shown
from generator.site.templates import template

FACTS_FILE = "kiem-tra.json"
_HEAD = Markup(
    '<link rel="stylesheet" href="{root}assets/congkhai/figures.css">'
    '<link rel="stylesheet" href="{root}assets/congkhai/accountability.css">'
)


def pages(board: Board, found: Sequence[Inspection]) -> Iterator[Page]:
    """The register of proposals, the list of inspections, and one inspection for each commune."""
    yield _proposals(board)
    yield _inspections_page(board, found)
    yield from (_inspection_page(board, each) for each in found)


def files(board: Board, found: Sequence[Inspection]) -> Iterator[tuple[str, bytes]]:
    """The facts of each inspection as JSON."""
    for each in found:
        yield urls.inspection(each.commune.code) + FACTS_FILE, pretty_json(as_data(each, board))


def inspections(board: Board) -> list[Inspection]:
    """What an inspection of each commune finds: looked for once, shown as pages and as data."""
    inspector = Inspector(board)
    return [inspector.commune(commune) for commune in board.communes.values()]


def _proposals(board: Board) -> Page:
    title = "Kiến nghị của xã và phản ánh của người dân"
    description = "Xã đã kiến nghị gì với cấp trên, ai phải trả lời, đã trả lời chưa; số phản ánh nhận được."
    shown = proposals_shown(board, board.proposals)
    feedback = feedback_shown(board)
    return _page(
        "proposals", board, urls.PROPOSALS, "kien-nghi", title, description, shown=shown, feedback=feedback
    )


def _inspections_page(board: Board, found: Sequence[Inspection]) -> Page:
    title = "Dành cho đoàn kiểm tra"
    description = "Bảng công khai của từng xã còn thiếu gì, chưa rà soát gì, số liệu nào chưa khớp."
    return _page("inspections", board, urls.INSPECTIONS, "kiem-tra", title, description, found=found)


def _inspection_page(board: Board, found: Inspection) -> Page:
    title = f"Kiểm tra bảng công khai: {found.commune.name}"
    description = f"{found.commune.name}: thủ tục còn thiếu phần nào, rà soát, số liệu, kiến nghị quá hạn."
    path = urls.inspection(found.commune.code)
    return _page("inspection", board, path, "kiem-tra", title, description, found=found, gap=_gap)


def _gap(gaps: Gaps, root: str) -> Markup:
    """The line of a procedure that lacks something: made once, shown for every commune that receives it."""
    if id(gaps) not in _lines or _lines[id(gaps)][0] is not gaps:
        macro = template("_inspection_parts").module.gap  # type: ignore[attr-defined]
        _lines[id(gaps)] = (gaps, macro(gaps, root))
    return _lines[id(gaps)][1]


_lines: dict[int, tuple[Gaps, Markup]] = {}


def _page(
    name: str, board: Board, path: str, section: str, title: str, description: str, **values: object
) -> Page:
    root = urls.root(path)
    body = template(name).render(board=board, settings=board.settings, root=root, title=title, **values)
    return Page(path, section, title, description, Markup(body), _HEAD.format(root=root))
