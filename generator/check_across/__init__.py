"""What must hold between files, and of the finished slides: rules that need more than one file."""
