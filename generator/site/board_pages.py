"""The pages that are about many procedures: home, lists, fields, life events, communes, figures, changes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from markupsafe import Markup

from generator import urls
from generator.board import Board, Entry
from generator.model.commune import Commune
from generator.model.text import base_code
from generator.site import statistics_table, statistics_view
from generator.site.page import Page
from generator.site.search_files import search_head
from generator.site.templates import template

RECENT_DAYS = 30
_FIGURES_HEAD = Markup(
    '<link rel="stylesheet" href="{root}assets/congkhai/figures.css">'
    '<script src="{root}assets/congkhai/table.js" defer></script>'
)
"""What only the pages with figures load."""

HOME_SLOT = "<!-- cong-khai: trang-chu -->"


def home_body(board: Board) -> str:
    """What goes where ``index.md`` holds the home slot."""
    return _render("home", board, urls.HOME, changes=_recent(board)[:6])


def pages(board: Board) -> Iterator[Page]:
    """Every page but those of single procedures."""
    yield _catalogue(board)
    yield from (_field(board, key) for key in board.fields)
    yield from (_life_event(board, index) for index in range(len(board.life_events)))
    yield _communes(board)
    yield from (_commune(board, commune) for commune in board.communes.values())
    yield _statistics(board)
    yield _changes(board)
    yield _search(board)
    yield from _redirects(board)


def _catalogue(board: Board) -> Page:
    title = "Tất cả thủ tục"
    description = f"Danh sách {len(board.in_use)} thủ tục hành chính đang công khai, xếp theo lĩnh vực."
    return _page("catalogue", board, urls.CATALOGUE, "thu-tuc", title, description)


def _field(board: Board, key: str) -> Page:
    field = board.fields[key]
    entries = board.by_field.get(key, ())
    description = f"{len(entries)} thủ tục lĩnh vực {field.name}: giấy tờ, phí, thời hạn, nơi nộp."
    return _page(
        "field", board, urls.field(key), "linh-vuc", field.name, description, field=field, entries=entries
    )


def _life_event(board: Board, index: int) -> Page:
    event = board.life_events[index]
    found = (board.entry(code) for code in event.procedures)
    entries = [entry for entry in found if entry]
    description = event.description or f"Các thủ tục cần khi: {event.name}."
    path = urls.life_event(event.key)
    return _page("life_event", board, path, "su-kien", event.name, description, event=event, entries=entries)


def _communes(board: Board) -> Page:
    title = "Xã, phường"
    description = "Các Trung tâm Phục vụ hành chính công có trên bảng này."
    return _page("communes", board, urls.COMMUNES, "xa", title, description)


def _commune(board: Board, commune: Commune) -> Page:
    received = board.received_by(commune)
    by_field: dict[str, list[Entry]] = {key: [] for key in board.by_field}
    for entry in received:
        by_field[entry.field].append(entry)
    title = f"{commune.name} – Trung tâm Phục vụ hành chính công"
    province = board.area_name(commune.province)
    description = f"{title}, {province}: thủ tục tiếp nhận, liên hệ, kết quả giải quyết hồ sơ."
    figures = statistics_view.commune_figures(board, commune)
    return _page(
        "commune",
        board,
        urls.commune(commune.code),
        "xa",
        title,
        description,
        commune=commune,
        province=province,
        received=received,
        by_field={key: entries for key, entries in by_field.items() if entries},
        shown=figures,
        overlays=_overlays_for(board, commune),
    )


def _overlays_for(board: Board, commune: Commune) -> list[Entry]:
    """Procedures for which this commune or its province says something of its own."""
    areas = {commune.code, commune.province}
    return [
        entry
        for entry in board.received_by(commune)
        if any(overlay.area in areas for overlay in board.overlays_of(entry.code))
    ]


def _statistics(board: Board) -> Page:
    title = "Kết quả giải quyết hồ sơ"
    description = "Số hồ sơ tiếp nhận, đã giải quyết, đang giải quyết của từng xã theo nguồn công bố."
    rows, compared = statistics_table.rows(board), statistics_table.compared(board)
    path = urls.STATISTICS
    return _page("statistics", board, path, "thong-ke", title, description, rows=rows, compared=compared)


def _changes(board: Board) -> Page:
    title = "Thay đổi"
    description = "Thủ tục mới, thay đổi, sắp có hiệu lực hoặc bãi bỏ."
    ahead = [change for change in board.changes if change.day > board.today]
    past = [change for change in board.changes if change.day <= board.today]
    return _page("changes", board, urls.CHANGES, "thay-doi", title, description, ahead=ahead, past=past)


def _search(board: Board) -> Page:
    title = "Tìm thủ tục"
    description = "Tìm thủ tục hành chính bằng lời nói hằng ngày, có dấu hoặc không dấu."
    page = _page("search", board, urls.SEARCH, "tim-kiem", title, description)
    return replace(page, head=search_head(urls.root(urls.SEARCH)))


def _redirects(board: Board) -> Iterator[Page]:
    """A page at each former code that leads to the code that took its place."""
    for entry in board.entries.values():
        for former in entry.former_codes:
            path = urls.procedure(former)
            target = urls.procedure(entry.code)
            body = _render("redirect", board, path, entry=entry, former=base_code(former))
            head = Markup('<meta http-equiv="refresh" content="0; url={}">').format(urls.root(path) + target)
            title = f"Mã {base_code(former)} đã thay bằng {entry.code}"
            yield Page(path, "thu-tuc", title, title, Markup(body), head, canonical=target)


def _recent(board: Board) -> list[object]:
    since = board.today - timedelta(days=RECENT_DAYS)
    return [change for change in board.changes if since <= change.day <= _ahead(board.today)]


def _ahead(today: date) -> date:
    return today + timedelta(days=RECENT_DAYS)


def _page(
    name: str, board: Board, path: str, section: str, title: str, description: str, **values: object
) -> Page:
    body = _render(name, board, path, title=title, **values)
    head = _FIGURES_HEAD.format(root=urls.root(path)) if name in ("commune", "statistics") else Markup("")
    return Page(path, section, title, description, Markup(body), head)


def _render(name: str, board: Board, path: str, **values: object) -> str:
    root = urls.root(path)
    return template(name).render(board=board, settings=board.settings, root=root, item=_item, **values)


def _item(entry: Entry, root: str) -> Markup:
    """A line about a procedure: made once, shown in the lists of fields and of every commune."""
    key = (id(entry), root)
    if key not in _items or _items[key][0] is not entry:
        macro = template("_macros").module.item  # type: ignore[attr-defined]
        _items[key] = (entry, macro(entry, root))
    return _items[key][1]


_items: dict[tuple[int, str], tuple[Entry, Markup]] = {}
