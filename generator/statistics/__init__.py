"""What can be said of a commune's figures: pure functions over the cells of a report."""
