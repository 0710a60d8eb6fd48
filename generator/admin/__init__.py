"""``/quan-tri/``: forms in the browser for people without git, a folder of static files that calls no CDN."""
