"""One module for each command of ``congkhai``."""
