"""The engines side by side, each as one page with the same two functions: `ready()` and `ask(query)`.

Every engine gets the same names, citizens' words and fields, and runs on the page's own thread, so that the
throttled processor is the same for all.  Material's worker is its own file, unchanged.
"""

import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import material  # type: ignore[import-untyped]

from generator.search.data import search_data, search_payload
from generator.search.entry import SearchEntry
from generator.search.scripts import engine_source
from tests.search.own import own_words

ROOT = Path(__file__).parents[1]
MINISEARCH = "minisearch@7.2.0"
LOAD = """<!doctype html><meta charset="utf-8"><title>bench</title><script>
function load(url) {
  return new Promise(function (done, failed) {
    var s = document.createElement("script");
    s.src = url;
    s.async = false;
    s.onload = done;
    s.onerror = failed;
    document.head.appendChild(s);
  });
}
"""
OURS = """
async function ready() {
  await Promise.all([load("engine.js"), load("search-data.js")]);
  return ask("khai sinh");
}
async function ask(query) {
  return congkhai.search(query, {limit: 8}).map(function (hit) { return hit.code; });
}
</script>"""
LUNR = """
var handler, answered;
var addListener = window.addEventListener;
window.addEventListener = function (name, f) {
  if (name === "message") handler = f;
  else addListener(name, f);
};
window.postMessage = function (message) { answered(message); };
window.importScripts = async function () {
  for (var url of arguments) await load(url.replace("../", "material/"));
};
function send(message) {
  return new Promise(function (done) {
    answered = done;
    handler({data: message});
  });
}
async function ready() {
  await load("worker.js");
  var data = await (await fetch("lunr.json")).json();
  await send({type: 0, data: data});
  return ask("khai sinh");
}
async function ask(query) {
  var answer = await send({type: 2, data: query});
  return answer.data.items.slice(0, 8).map(function (group) { return group[0].location; });
}
</script>"""
MINI = """
var mini;
function fold(term) {
  return term.toLowerCase().normalize("NFD").replace(/[\\u0300-\\u036f]/g, "").replace(/đ/g, "d");
}
async function ready() {
  await load("minisearch.js");
  var docs = await (await fetch("plain.json")).json();
  mini = new MiniSearch({fields: ["name", "words", "field"], idField: "code", processTerm: fold,
    searchOptions: {prefix: true, fuzzy: 0.2, boost: {name: 2, words: 2, field: 0.5}}});
  mini.addAll(docs);
  return ask("khai sinh");
}
async function ask(query) { return mini.search(query).slice(0, 8).map(function (hit) { return hit.id; }); }
</script>"""


def rows(entries: Sequence[SearchEntry]) -> list[dict[str, str]]:
    """What every engine indexes: the names, the citizens' words, the field."""
    found = []
    payload = search_payload(entries, own_words())
    names = [str(pair[1]) for pair in payload["fields"]]  # type: ignore[attr-defined]
    for row in payload["entries"]:  # type: ignore[attr-defined]
        name = f"{row[1]} {row[2]}".strip()
        field = names[row[4]] if row[4] >= 0 else ""
        found.append({"code": row[0], "name": name, "words": row[3].replace("\n", ". "), "field": field})
    return found


def write_ours(folder: Path, entries: Sequence[SearchEntry]) -> str:
    """Our engine."""
    (folder / "engine.js").write_text(engine_source(), encoding="utf-8")
    (folder / "search-data.js").write_bytes(search_data(entries, own_words()))
    return LOAD + OURS


def write_lunr(folder: Path, entries: Sequence[SearchEntry]) -> str:
    """Material's search worker with lunr for Vietnamese, as ``plugins: [search: {lang: vi}]`` sets it up."""
    scripts = Path(material.__file__).parent / "templates/assets/javascripts"
    shutil.copytree(scripts / "lunr", folder / "material/lunr", dirs_exist_ok=True)
    shutil.copy(next(scripts.glob("workers/search.*.js")), folder / "worker.js")
    docs = [
        {
            "location": row["code"],
            "title": row["name"],
            "text": f"<p>{row['field']}</p>",
            "tags": row["words"].split(". "),  # where its own documentation puts words that must be found
        }
        for row in rows(entries)
    ]
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    config = {"lang": ["vi"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"], "fields": fields}
    data = {"config": config, "docs": docs, "options": {"suggest": False}}
    (folder / "lunr.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return LOAD + LUNR


def write_mini(folder: Path, entries: Sequence[SearchEntry]) -> str:
    """MiniSearch, marks folded, prefix and fuzzy; raises RuntimeError where it cannot be had."""
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("Node is not here, MiniSearch was not measured")
    command = [npm, "install", "--no-audit", "--no-fund", MINISEARCH]
    done = subprocess.run(command, cwd=folder, capture_output=True)
    if done.returncode:
        raise RuntimeError(f"npm could not install {MINISEARCH}, it was not measured")
    shutil.copy(folder / "node_modules/minisearch/dist/umd/index.js", folder / "minisearch.js")
    (folder / "plain.json").write_text(json.dumps(rows(entries), ensure_ascii=False), encoding="utf-8")
    return LOAD + MINI


PEERS: dict[str, Callable[[Path, Sequence[SearchEntry]], str]] = {
    "congkhai": write_ours,
    "Material (lunr, vi)": write_lunr,
    "MiniSearch 7.2.0 (folded, prefix, fuzzy)": write_mini,
}
"""Name of an engine -> what writes its files into a folder and gives its page."""
