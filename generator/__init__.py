"""congkhai: public procedure transparency boards for Vietnam's commune service centers."""

import os

# We use none, and looking through every installed package for them takes a tenth of a short command.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

__version__ = "0.1.0"
