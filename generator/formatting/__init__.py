"""One canonical form for every file that editors keep: ``congkhai fmt``."""
