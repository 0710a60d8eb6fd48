"""A page before it is stamped into the shell."""

from dataclasses import dataclass

from markupsafe import Markup

_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Page:
    """What differs from page to page.  ``path`` is site-relative; ``section`` names the shell."""

    path: str
    section: str
    title: str
    description: str
    body: Markup
    head: Markup = _NOTHING
    canonical: str | None = None
    """The path that search engines should keep instead, for a page that only leads on."""
