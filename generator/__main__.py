"""``python -m generator`` is the command ``congkhai``."""

from generator.cli import main

main()
