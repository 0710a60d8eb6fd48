"""What must hold inside one file before a board is published."""
