"""A page before it is stamped into the shell."""

from markupsafe import Markup
from msgspec import Struct

_NOTHING = Markup("")


class Page(Struct, frozen=True):
    """What differs from page to page.  ``path`` is site-relative; ``section`` names the shell."""

    path: str
    section: str
    title: str
    description: str
    body: Markup
    head: Markup = _NOTHING
    canonical: str | None = None
    """The path that search engines should keep instead, for a page that only leads on."""
