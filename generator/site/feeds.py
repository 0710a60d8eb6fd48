"""What machines read of the site: the sitemap and the Atom feeds of changes and of figures."""

from collections.abc import Iterable
from datetime import date
from html import escape

from msgspec import Struct

from generator import urls
from generator.board import Board
from generator.statistics import sentences
from generator.statistics.periods import Period

_FEED_LENGTH = 50


def sitemap(site: str, paths: Iterable[str]) -> bytes:
    """``sitemap.xml`` (sitemaps.org 0.9) over site-relative paths, in order."""
    rows = "".join(f"<url><loc>{escape(urls.absolute(site, path))}</loc></url>\n" for path in sorted(paths))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    ).encode()


def atom(board: Board) -> bytes:
    """The feed of changes (RFC 4287).  Ids are the procedure's address with the day and the place in it."""
    site = board.settings.url
    changes = [change for change in board.changes if change.day <= board.today][:_FEED_LENGTH]
    entries = []
    for change in changes:
        address = urls.absolute(site, urls.procedure(change.entry.code))
        number = sum(
            c.day == change.day and c.entry is change.entry for c in changes[: changes.index(change)]
        )
        entries.append(
            _Entry(
                f"{address}#{change.day.isoformat()}-{number}",
                change.entry.display_name,
                address,
                change.day,
                change.text,
            )
        )
    return _feed(board, "thay đổi", urls.CHANGES, urls.FEED, entries)


def statistics_atom(board: Board) -> bytes:
    """The feed of figures: one entry for each period of each commune, dated by its last day."""
    site = board.settings.url
    reports = [(code, report) for code, group in board.statistics.items() for report in group]
    reports.sort(key=lambda item: (item[1].until, item[0]), reverse=True)
    entries = []
    for code, report in reports[:_FEED_LENGTH]:
        address = urls.absolute(site, urls.commune(code))
        title = f"{board.communes[code].name}: số liệu {sentences.period(Period(report.since, report.until))}"
        place = f"{address}#so-lieu-{report.since or ''}-{report.until}"
        entries.append(
            _Entry(place, title, f"{address}#so-lieu", report.until, sentences.summary(report.total.cells))
        )
    return _feed(board, "số liệu", urls.STATISTICS, urls.STATISTICS_FEED, entries)


class _Entry(Struct, frozen=True):
    """One entry of a feed."""

    id: str
    title: str
    address: str
    day: date
    summary: str


def _feed(board: Board, subject: str, page: str, path: str, entries: list[_Entry]) -> bytes:
    site = board.settings.url
    updated = entries[0].day if entries else board.today
    rows = "".join(
        f"<entry><id>{escape(entry.id)}</id><title>{escape(entry.title)}</title>"
        f'<link href="{escape(entry.address)}"/><updated>{entry.day.isoformat()}T00:00:00+07:00</updated>'
        f"<summary>{escape(entry.summary)}</summary></entry>\n"
        for entry in entries
    )
    home, feed = urls.absolute(site, page), urls.absolute(site, path)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">\n'
        f"<id>{escape(home)}</id><title>{escape(board.settings.name)}: {subject}</title>"
        f"<author><name>{escape(board.settings.publisher)}</name></author>"
        f'<link href="{escape(home)}"/><link rel="self" href="{escape(feed)}"/>'
        f"<updated>{updated.isoformat()}T00:00:00+07:00</updated>\n{rows}</feed>\n"
    ).encode()
