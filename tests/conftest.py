"""What several tests need."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is not a wrong result.
settings.register_profile("congkhai", deadline=None)
settings.load_profile("congkhai")

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
