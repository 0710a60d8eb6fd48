"""How all tests run, and what several of them need."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.chromium import chromium

FUZZ = int(os.environ.get("CONGKHAI_FUZZ", "0"))
"""How many mutated files and examples a long run tries; 0 in the normal run."""

# No deadline: a slow machine is not a wrong result.
settings.register_profile(
    "normal", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "long", deadline=None, max_examples=max(FUZZ // 50, 60), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("long" if FUZZ else "normal")

_BESIDE = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real records, kept outside the repository: ``$CONGKHAI_SHARED`` or ``../shared``."""
    folder = Path(os.environ.get("CONGKHAI_SHARED") or _BESIDE) / "data"
    if folder.is_dir():
        return folder
    reason = "real records not found: set CONGKHAI_SHARED to the folder that holds data/"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, one for all tests of a process."""
    with chromium() as browser:
        yield browser
