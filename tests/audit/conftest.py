"""The sample board of the build's tests."""

from tests.build.conftest import sample

__all__ = ["sample"]
