"""What machines read of the site: the sitemap and the Atom feed of changes."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from generator import urls
from generator.board import Board

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
    updated = changes[0].day if changes else board.today
    entries = []
    for change in changes:
        address = urls.absolute(site, urls.procedure(change.entry.code))
        number = sum(
            c.day == change.day and c.entry is change.entry for c in changes[: changes.index(change)]
        )
        entries.append(
            f"<entry><id>{escape(address)}#{change.day.isoformat()}-{number}</id>"
            f"<title>{escape(change.entry.display_name)}</title>"
            f"<link href={quoteattr(address)}/><updated>{change.day.isoformat()}T00:00:00+07:00</updated>"
            f"<summary>{escape(change.text)}</summary></entry>\n"
        )
    home = urls.absolute(site, urls.CHANGES)
    feed = urls.absolute(site, urls.FEED)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">\n'
        f"<id>{escape(home)}</id><title>{escape(board.settings.name)}: thay đổi</title>"
        f"<author><name>{escape(board.settings.publisher)}</name></author>"
        f'<link href={quoteattr(home)}/><link rel="self" href={quoteattr(feed)}/>'
        f"<updated>{updated.isoformat()}T00:00:00+07:00</updated>\n{''.join(entries)}</feed>\n"
    ).encode()
