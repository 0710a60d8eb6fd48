"""The pages that are about many procedures: home, lists, fields, life events, communes, figures, changes."""

from collections.abc import Iterator
from datetime import date, timedelta

from markupsafe import Markup
from msgspec.structs import replace

from generator import urls
from generator.board import Board, Entry
from generator.model.commune import Commune
from generator.model.text import base_code
from generator.site import statistics_table, statistics_view
from generator.site.item_lists import ItemLists
from generator.site.page import Page
from generator.site.proposals_view import proposals_shown
from generator.site.search_files import search_head
from generator.site.templates import template
from generator.statistics import charts

RECENT_DAYS = 30
_FIGURES_HEAD = Markup(
    '<link rel="stylesheet" href="{root}assets/congkhai/figures.css">'
    '<link rel="stylesheet" href="{root}assets/congkhai/accountability.css">'
    '<script src="{root}assets/congkhai/table.js" defer></script>'
)
"""What only the pages with figures load."""

HOME_SLOT = "<!-- cong-khai: trang-chu -->"


class BoardPages:
    """All pages of one board but those of single procedures."""

    def __init__(self, board: Board):
        self._board = board
        self._lists = ItemLists(board)

    def home_body(self) -> str:
        """What goes where ``index.md`` holds the home slot."""
        return self._render("home", urls.HOME, changes=_recent(self._board)[:6])

    def pages(self) -> Iterator[Page]:
        """Every page but those of single procedures."""
        yield self._catalogue()
        yield self._fields()
        yield from (self._field(key) for key in self._board.fields)
        if self._board.life_events:
            yield self._life_events()
            yield from (self._life_event(index) for index in range(len(self._board.life_events)))
        yield self._communes()
        yield from (self._commune(commune) for commune in self._board.communes.values())
        yield self._statistics()
        yield self._changes()
        yield self._search()
        yield from self._redirects()

    def _catalogue(self) -> Page:
        title = "Tất cả thủ tục"
        description = (
            f"Danh sách {len(self._board.in_use)} thủ tục hành chính đang công khai, xếp theo lĩnh vực."
        )
        return self._page("catalogue", urls.CATALOGUE, "thu-tuc", title, description)

    def _fields(self) -> Page:
        title = "Lĩnh vực"
        description = f"{len(self._board.by_field)} lĩnh vực có thủ tục đang công khai."
        return self._page("fields", urls.FIELDS, "linh-vuc", title, description)

    def _field(self, key: str) -> Page:
        field = self._board.fields[key]
        entries = self._board.by_field.get(key, ())
        description = f"{len(entries)} thủ tục lĩnh vực {field.name}: giấy tờ, phí, thời hạn, nơi nộp."
        return self._page(
            "field", urls.field(key), "linh-vuc", field.name, description, field=field, entries=entries
        )

    def _life_events(self) -> Page:
        title = "Bạn đang gặp việc gì?"
        names = ", ".join(event.name for event in self._board.life_events)
        return self._page("life_events", urls.LIFE_EVENTS, "su-kien", title, f"Những việc hay gặp: {names}.")

    def _life_event(self, index: int) -> Page:
        event = self._board.life_events[index]
        found = (self._board.entry(code) for code in event.procedures)
        entries = [entry for entry in found if entry]
        description = event.description or f"Các thủ tục cần khi: {event.name}."
        path = urls.life_event(event.key)
        return self._page(
            "life_event", path, "su-kien", event.name, description, event=event, entries=entries
        )

    def _communes(self) -> Page:
        title = "Xã, phường"
        description = "Các Trung tâm Phục vụ hành chính công có trên bảng này."
        return self._page("communes", urls.COMMUNES, "xa", title, description)

    def _commune(self, commune: Commune) -> Page:
        received = self._board.received_by(commune)
        title = f"{commune.name} – Trung tâm Phục vụ hành chính công"
        province = self._board.area_name(commune.province)
        description = f"{title}, {province}: thủ tục tiếp nhận, liên hệ, kết quả giải quyết hồ sơ."
        figures = statistics_view.commune_figures(self._board, commune)
        return self._page(
            "commune",
            urls.commune(commune.code),
            "xa",
            title,
            description,
            commune=commune,
            province=province,
            received=received,
            shown=figures,
            proposals=proposals_shown(self._board, self._board.proposals_of(commune.code)),
            overlays=_overlays_for(self._board, commune, received),
        )

    def _statistics(self) -> Page:
        title = "Kết quả giải quyết hồ sơ"
        description = "Số hồ sơ tiếp nhận, đã giải quyết, đang giải quyết của từng xã theo nguồn công bố."
        shown = {
            "rows": statistics_table.rows(self._board),
            "usual": statistics_table.usual(self._board),
            "compared": statistics_table.compared(self._board),
            "key": charts.key(),
        }
        path = urls.STATISTICS
        return self._page("statistics", path, "thong-ke", title, description, **shown)

    def _changes(self) -> Page:
        title = "Thay đổi"
        description = "Thủ tục mới, thay đổi, sắp có hiệu lực hoặc bãi bỏ."
        ahead = [change for change in self._board.changes if change.day > self._board.today]
        past = [change for change in self._board.changes if change.day <= self._board.today]
        return self._page("changes", urls.CHANGES, "thay-doi", title, description, ahead=ahead, past=past)

    def _search(self) -> Page:
        title = "Tìm thủ tục"
        description = "Tìm thủ tục hành chính bằng lời nói hằng ngày, có dấu hoặc không dấu."
        page = self._page("search", urls.SEARCH, "tim-kiem", title, description)
        return replace(page, head=search_head(urls.root(urls.SEARCH)))

    def _redirects(self) -> Iterator[Page]:
        """A page at each former code that leads to the code that took its place."""
        for entry in self._board.entries.values():
            for former in entry.former_codes:
                path = urls.procedure(former)
                target = urls.procedure(entry.code)
                body = self._render("redirect", path, entry=entry, former=base_code(former))
                head = Markup('<meta http-equiv="refresh" content="0; url={}">').format(
                    urls.root(path) + target
                )
                title = f"Mã {base_code(former)} đã thay bằng {entry.code}"
                yield Page(path, "thu-tuc", title, title, Markup(body), head, canonical=target)

    def _page(
        self, name: str, path: str, section: str, title: str, description: str, **values: object
    ) -> Page:
        body = self._render(name, path, title=title, **values)
        head = _FIGURES_HEAD.format(root=urls.root(path)) if name in ("commune", "statistics") else Markup("")
        return Page(path, section, title, description, Markup(body), head)

    def _render(self, name: str, path: str, **values: object) -> str:
        root = urls.root(path)
        return template(name).render(
            board=self._board, settings=self._board.settings, root=root, lists=self._lists, **values
        )


def _overlays_for(board: Board, commune: Commune, received: tuple[Entry, ...]) -> list[Entry]:
    """Procedures for which this commune or its province says something of its own."""
    areas = {commune.code, commune.province}
    return [
        entry
        for entry in received
        if entry.base_code in board.overlays
        and any(overlay.area in areas for overlay in board.overlays_of(entry.code))
    ]


def _recent(board: Board) -> list[object]:
    since = board.today - timedelta(days=RECENT_DAYS)
    return [change for change in board.changes if since <= change.day <= _ahead(board.today)]


def _ahead(today: date) -> date:
    return today + timedelta(days=RECENT_DAYS)
