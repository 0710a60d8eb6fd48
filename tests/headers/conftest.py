"""The sample board's site, as for the tests of its pages."""

from tests.site.conftest import site

__all__ = ["site"]
