"""What checks, explains and publishes a board by itself: a git hook, and CI files for the usual platforms."""
