"""congkhai: public procedure transparency boards for Vietnam's commune service centers."""

__version__ = "0.1.0"
