"""The scripts and styles of the displays run in Chromium 61: no kiosk in the field is updated for us."""

from pathlib import Path

import pytest

from generator.resources import theme
from tests.display.floor import check_script, check_style

SCRIPTS = sorted([*(theme() / "display").rglob("*.js"), *(theme() / "search").glob("*.js")])
STYLES = sorted((theme() / "display").rglob("*.css"))

TOO_NEW = (
    "a?.b;",
    "a?.[0];",
    "a ?? b;",
    "a ??= b;",
    "({...a});",
    "var {x, ...rest} = a;",
    "try { a(); } catch { b(); }",
    "import a from 'b';",
    "export var a = 1;",
    "import('a');",
    "class A { x = 1; }",
    "class A { #x; }",
    "[1].flat();",
    "p.finally(a);",
    "Promise.allSettled([]);",
    "globalThis.a = 1;",
    "new ResizeObserver(a);",
    "'a'.replaceAll('b', 'c');",
    "/(?<=a)b/;",
    "/(?<n>a)/;",
    "/\\p{L}/u;",
    "/a/s;",
    "1_000;",
    "10n;",
    "node.replaceChildren();",
    "new Intl.PluralRules('vi');",
    "async function* a() {}",
    "async function a() { for await (var b of c) {} }",
    "var a = ;",
)
OLD_ENOUGH = (
    "var a = 'x?.y ?? z'; // a?.b",
    "async function a() { await b; }",
    "var f = (...rest) => [...rest, 2 ** 3];",
    "var {a, b} = c; var [d, ...e] = f; `x${a}`;",
    "Object.entries(a).map(([k, v]) => k.padStart(3));",
    "class A { static get b() { return 1; } }",
    "var at = 1; flat(at);",
    "if (self.ResizeObserver) new ResizeObserver(a); // floor: asked",
)
STYLES_TOO_NEW = (
    "a{gap:1em}",
    "a{aspect-ratio:1}",
    "a{width:clamp(1px,2px,3px)}",
    "a{width:calc(1px + min(1px,2px))}",
    "a:is(b){color:red}",
    "a:focus-visible{color:red}",
    "a:not(b,c){color:red}",
    "@layer a{b{color:red}}",
    "@media (width >= 3px){a{color:red}}",
    "@media screen{a{inset:0}}",
    "a{color:rgb(0 0 0 / 50%)}",
    "a{color:#00000080}",
    "a{height:100dvh}",
    "a{display:contents}",
    "a{b{color:red}}",
    "a{& b{color:red}}",
    "a{overflow-wrap:anywhere}",
)
STYLES_OLD_ENOUGH = (
    "a{display:grid;grid-gap:1em;height:calc(100vh - 2em)}",
    "a{/* gap:1px */color:var(--min);content:'clamp(1)'}",
    "a:not(.b):focus-within::before{color:rgba(0,0,0,.5)}",
    "@media (max-width:30em) and (orientation:portrait){a{position:sticky}}",
    "@font-face{font-family:A;src:url(a.woff2)}",
    "@keyframes a{from{opacity:0}to{opacity:1}}",
    "a{height:100vh}",
)


@pytest.mark.parametrize("source", TOO_NEW)
def test_the_linter_finds(source: str) -> None:
    assert check_script(source)


@pytest.mark.parametrize("source", OLD_ENOUGH)
def test_the_linter_lets_pass(source: str) -> None:
    assert check_script(source) == []


@pytest.mark.parametrize("source", STYLES_TOO_NEW)
def test_the_linter_finds_in_a_style(source: str) -> None:
    assert check_style(source)


@pytest.mark.parametrize("source", STYLES_OLD_ENOUGH)
def test_the_linter_lets_pass_in_a_style(source: str) -> None:
    assert check_style(source) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_script_runs_in_the_oldest_browser(path: Path) -> None:
    assert check_script(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_style_is_read_by_the_oldest_browser(path: Path) -> None:
    assert check_style(path.read_text(encoding="utf-8")) == []
