"""Look at a finished site as a stranger would: nothing here knows how it was made."""
