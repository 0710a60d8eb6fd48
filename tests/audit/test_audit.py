"""Every fault that the audit knows is found where it stands, and nothing else is."""

from pathlib import Path

import pytest

from generator.audit.html import read_page
from generator.audit.site import Before, audit
from generator.release.manifest import walk
from generator.site.build import build
from tests.build.conftest import DAY

HEAD = '<!doctype html><html lang="vi"><head><title>Trang</title>'
HOME = f'{HEAD}<link rel="canonical" href="https://a.example/x/"></head><body><main><p id="p">Chữ</p></main>'
"""A home page without a fault; the site's address is https://a.example/x/."""

GOOD = (
    '<a href="b/">', '<a href="./b/index.html?q=1#b">', '<a href="#p">', '<a href="">', '<a href="b">',
    '<a href="https://other.example/">', '<a href="mailto:a@b.example">', '<a href="tel:0123">',
    '<a href="https://a.example/x/b/#b">', '<link rel="alternate" href="b/">', "<a href=b/>",
    '<script src="s.js"></script>', '<img src="data:image/svg+xml,%3Csvg/%3E">', '<a href="%62/">',
    '<script type="application/ld+json">{"a":"<b onclick=x id=p>"}</script>', '<form action="b/">',
    "<!-- <a onclick=x href=http://x> <style> -->", '<a title="<a onclick=\'x\' id=p>">', '<a href="#/tim">',
    '<p title="id=&quot;p&quot;">style="x" onclick="y" id="p"</p>',
    '<a href="#top">', '<img src="s.js" srcset="s.js 1x, s.js 2x">',
)  # fmt: skip
BAD = (
    ('<a href="c/">', "link-broken"), ('<a href="../../x/">', "link-broken"),
    ('<img src="c.png">', "link-broken"), ('<img srcset="s.js 1x, c.png 2x">', "link-broken"),
    ('<a href="https://a.example/x/c/">', "link-broken"), ('<link rel="icon" href="c.css">', "link-broken"),
    ("<a href='/b/c'>", "link-broken"), ('<a href="#q">', "anchor-broken"),
    ('<a href="b/#q">', "anchor-broken"), ('<a href="b/#%70">', "anchor-broken"),
    ('<a href="http://other.example/">', "link-unsafe"), ('<a href="javascript:x">', "link-unsafe"),
    ('<a href=" JavaScript:x">', "link-unsafe"), ('<a href="//other.example/">', "link-unsafe"),
    ('<a href="java&#115;cript:x">', "link-unsafe"), ('<a href="vbscript:x">', "link-unsafe"),
    ('<script src="https://cdn.example/a.js"></script>', "third-party"),
    ("<iframe src=//x.example>", "third-party"), ('<img src="http://x.example/a.png">', "third-party"),
    ('<form action="https://x.example/">', "third-party"),
    ('<link href="https://x.example/a.css" rel="stylesheet">', "third-party"),
    ('<meta http-equiv="refresh" content="0; url=https://x.example/">', "third-party"),
    ('<base href="https://x.example/">', "third-party"), ('<video poster="//x.example/a">', "third-party"),
    ('<svg><image href="https://x.example/a"/></svg>', "third-party"), ('<p onclick="x">', "inline-code"),
    ("<body onload=x>", "inline-code"), ('<p style="color:red">', "inline-code"),
    ("<style>p{}</style>", "inline-code"), ("<script>x</script>", "inline-code"),
    ("<SCRIPT>x</SCRIPT>", "inline-code"), ('<script type="module">x</script>', "inline-code"),
    ('<iframe srcdoc="x">', "inline-code"), ('<p id="p">', "id-twice"), ("<p id=p>", "id-twice"),
    ("<p class='a' ID='p'>", "id-twice"), ("\x1ebody\x1e", "page-empty"),
)  # fmt: skip


def _site(folder: Path, body: str = "") -> list[tuple[str, str, int, int]]:
    other = f'{HEAD}</head><body><p id="b">Chữ</p>'
    for name, text in {"index.html": f"{HOME}\n  {body}", "b/index.html": other, "s.js": "x"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return _audited(folder)


def _audited(folder: Path, before: Before | None = None) -> list[tuple[str, str, int, int]]:
    problems = audit(folder, [file for file, _ in walk(folder)], before, workers=1)
    return [(problem.file, problem.code, problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize("body", GOOD)
def test_a_good_page_has_no_fault(body: str, tmp_path: Path) -> None:
    assert _site(tmp_path, body) == []


@pytest.mark.parametrize(("body", "code"), BAD)
def test_a_fault_is_found_where_it_stands(body: str, code: str, tmp_path: Path) -> None:
    column = 3 + body.find("<", 1) if body.startswith("<svg>") else 3
    assert _site(tmp_path, body) == [("index.html", code, 2, column)]


@pytest.mark.parametrize(
    "page",
    ["", "  \n", f"{HEAD}</head><body>", f"{HEAD}</head><body><nav>Menu</nav><main><h1> </h1></main>",
     "<html><title></title><body><p>Chữ"],
)  # fmt: skip
def test_an_empty_page_is_found(page: str, tmp_path: Path) -> None:
    _site(tmp_path)
    (tmp_path / "c.html").write_text(page, encoding="utf-8")
    assert [fault[:2] for fault in _audited(tmp_path)] == [("c.html", "page-empty")]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.css", "a{background:url('c.png')}", "link-broken"),
        ("a.css", "a{background:url(https://x.example/a)}", "third-party"),
        ("a.css", '@import "//x.example/a.css";', "third-party"),
        ("a.css", "a{background:url(data:x),url( s.js )}", None),
        ("sitemap.xml", "<loc>https://a.example/x/c/</loc>", "link-broken"),
        ("sitemap.xml", "<loc>https://a.example/x/b/</loc>", None),
        ("atom.xml", '<link rel="self" href="https://a.example/x/atom.xml"/>', None),
        ("a.svg", "<svg><script>x</script></svg>", "inline-code"),
        ("a.svg", "<svg><path/></svg>", None),
    ],
)
def test_other_files_are_looked_at_too(name: str, text: str, code: str | None, tmp_path: Path) -> None:
    _site(tmp_path)
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert [fault[:2] for fault in _audited(tmp_path)] == ([(name, code)] if code else [])


def test_only_what_changed_is_looked_at_unless_pages_lead_to_what_is_gone(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    _site(old, '<a href="b/#b">')
    _site(new, '<a href="b/#b">')
    files = frozenset(file for file, _ in walk(old))
    broken = new / "index.html"
    kept = broken.read_text(encoding="utf-8")
    broken.write_text(kept + "<p onclick=x>", encoding="utf-8")
    assert _audited(new, Before(old, files, files)) == [], "believed to be the same, so not looked at"
    broken.write_text(kept, encoding="utf-8")
    page = new / "b/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('id="b"', ""), encoding="utf-8")
    before = Before(old, files, files - {"b/index.html"})
    assert [fault[:2] for fault in _audited(new, before)] == [("index.html", "anchor-broken")]
    page.unlink()
    assert [fault[:2] for fault in _audited(new, before)] == [("index.html", "link-broken")]


def test_a_changed_page_may_lead_to_a_place_on_an_unchanged_one(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    _site(old)
    _site(new, '<a href="b/#b"></a><a href="b/#c">')
    files = frozenset(file for file, _ in walk(old))
    before = Before(old, files, files - {"index.html"})
    assert [fault[1] for fault in _audited(new, before)] == ["anchor-broken"]


def test_hostile_markup_takes_no_long_time() -> None:
    for text in (
        "<a " * 20_000,
        "<a href='" * 20_000,
        "<!--" * 20_000,
        "<script " * 20_000,
        '<a b="' * 20_001,
    ):
        read_page(text)


def test_the_sample_board_has_no_fault_with_one_worker_or_two(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(sample, site, DAY).pages
    files = [file for file, _ in walk(site)]
    (site / "404.html").write_text("", encoding="utf-8")
    assert [problem.file for problem in audit(site, files, workers=1)] == ["404.html"]
    assert audit(site, files, workers=2) == audit(site, files, workers=1)
