"""The sample board's site and a Chromium, as for the tests of its pages."""

from tests.site.conftest import browser, site

__all__ = ["browser", "site"]
