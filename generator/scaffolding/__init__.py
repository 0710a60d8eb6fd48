"""Begin a board, a procedure or a commune."""
