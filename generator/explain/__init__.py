"""A mistake in a clerk's words: what is wrong with a value, what is wanted, and how to mend it."""
