"""What a change of files means for the public board, in plain Vietnamese: ``congkhai diff``."""
