"""Search that a citizen cannot defeat: data for the one engine in JavaScript, and the same for Python."""
