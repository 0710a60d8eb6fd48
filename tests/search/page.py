"""A small site for the browser tests: one page with the box, the results page, the scripts, all on disk."""

from pathlib import Path

from generator.search.scripts import engine_source, script_folder

PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="site.css"><link rel="stylesheet" href="parts.css">
<link rel="stylesheet" href="combobox.css"><link rel="stylesheet" href="results.css">
</head><body><main class="site-main"><h1>{title}</h1>
<form class="search-form" role="search" action="tim-kiem.html" data-search
 data-search-parts="engine.js search-data.js"
 data-search-link="thu-tuc.html#{{base}}" data-search-place-link="xa.html#{{code}}"
 data-search-page-link="trang.html#{{path}}">
<label for="q">Bạn cần làm giấy tờ gì?</label>
<div class="search-form__row"><input id="q" type="search"><button>Tìm</button></div></form>
{body}</main>
<script src="address.js"></script><script src="load.js"></script>
<script src="marked.js"></script><script src="suggestions.js"></script>
<script src="combobox.js"></script>{scripts}
</body></html>
"""
RESULTS = """<div data-search-results data-search-parts="engine.js search-data.js"
 data-search-link="thu-tuc.html#{base}" data-search-place-link="xa.html#{code}"
 data-search-page-link="trang.html#{path}">
<template data-search-nothing><p>Hãy chọn theo lĩnh vực: <a href="index.html">Hộ tịch</a>.</p>
<p>Hoặc gọi Trung tâm.</p></template></div>"""
RESULT_SCRIPTS = "".join(f'<script src="{name}.js"></script>' for name in ("facets", "results"))
FILES = (
    "load.js",
    "marked.js",
    "suggestions.js",
    "combobox.js",
    "combobox.css",
    "address.js",
    "facets.js",
    "results.js",
    "results.css",
)
LOOKS = script_folder().parent / "shell" / "assets" / "congkhai"


def write_site(folder: Path, data: bytes) -> None:
    """Write the small site into ``folder``; it opens from ``file://``."""
    for name in FILES:
        (folder / name).write_bytes((script_folder() / name).read_bytes())
    for name in ("site.css", "parts.css"):
        (folder / name).write_bytes((LOOKS / name).read_bytes())
    (folder / "engine.js").write_text(engine_source(), encoding="utf-8")
    (folder / "search-data.js").write_bytes(data)
    home = PAGE.format(title="Thủ tục hành chính", body="<p>Gõ việc cần làm.</p>", scripts="")
    found = PAGE.format(title="Tìm kiếm", body=RESULTS, scripts=RESULT_SCRIPTS)
    (folder / "index.html").write_text(home, encoding="utf-8")
    (folder / "tim-kiem.html").write_text(found, encoding="utf-8")
    for name in ("thu-tuc.html", "xa.html", "trang.html"):
        (folder / name).write_text(PAGE.format(title="Trang đích", body="", scripts=""), encoding="utf-8")
