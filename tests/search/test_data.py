"""``search-data.js``: the same bytes for the same input, safe inside a page, small enough for a phone."""

import gzip
import json
import unicodedata

import pytest

from generator.search.data import base, search_data
from generator.search.engine import SearchEngine
from generator.search.entry import SearchEntry
from generator.search.scripts import ENGINE_SCRIPTS, engine_source, script_folder
from tests.search.own import own_words
from tests.search.small import ENTRIES, PLACES, WORDS

PHONE_BYTES = 56_000
FORBIDDEN = (
    "innerHTML", "fetch(", "XMLHttpRequest", "sendBeacon", "WebSocket", "eval(", "localStorage",
    "sessionStorage", "document.cookie", "import ", "?.",
)  # fmt: skip
VIEW_SCRIPTS = ("load.js", "marked.js", "suggestions.js", "combobox.js")


def test_the_order_of_the_input_changes_no_byte() -> None:
    assert search_data(ENTRIES, WORDS, PLACES) == search_data(ENTRIES[::-1], WORDS, PLACES[::-1])


def test_the_script_is_one_statement_with_json_in_it() -> None:
    text = search_data(ENTRIES, WORDS, PLACES).decode()
    head, _, payload = text.partition(".searchData=")
    assert head == "(self.congkhai=self.congkhai||{})"
    assert [row[0] for row in json.loads(payload.rstrip(";\n"))["entries"]] == [
        entry.code for entry in ENTRIES
    ]


def test_no_text_can_close_the_script_or_break_the_line() -> None:
    hostile = SearchEntry("1.000009", "</script><script>alert(1)</script>\u2028 tên", keywords=("<!--",))
    data = search_data([hostile]).decode()
    assert "<" not in data
    assert "\u2028" not in data
    assert SearchEngine(data.encode()).search("1.000009")[0]["name"].startswith("</script>")


def test_texts_arrive_composed_and_without_doubled_spaces() -> None:
    decomposed = SearchEntry("1.000009", unicodedata.normalize("NFD", "Tách  hộ"))
    assert SearchEngine.of([decomposed]).search("tách hộ")[0]["name"] == "Tách hộ"


def test_citizens_words_are_joined_by_the_code_without_its_suffix() -> None:
    entry = SearchEntry("1.000004.000.00.00.H40", "Đăng ký tạm trú")
    assert SearchEngine.of([entry], WORDS).search("thuê trọ")[0]["code"] == entry.code


@pytest.mark.parametrize("code", ["1.000004", "1.000004.H40", "1.000004.000.00.00", "1.000004.000.00.00.H40"])
def test_the_base_of_a_code_has_no_suffix(code: str) -> None:
    assert base(code) == "1.000004"


def test_every_script_of_the_engine_is_listed_once() -> None:
    view = {*VIEW_SCRIPTS, "address.js", "facets.js", "results.js"}
    assert sorted([*ENGINE_SCRIPTS, *view]) == sorted(file.name for file in script_folder().glob("*.js"))


def test_the_scripts_are_classic_and_ask_the_network_for_nothing() -> None:
    for file in script_folder().glob("*.js"):
        text = file.read_text(encoding="utf-8")
        for forbidden in FORBIDDEN:
            assert forbidden not in text, f"{file.name}: {forbidden}"


def test_the_engine_leaves_its_comments_behind_and_no_line_of_code() -> None:
    kept = engine_source().splitlines()
    code = []
    for name in ENGINE_SCRIPTS:
        inside = False
        for line in (script_folder() / name).read_text(encoding="utf-8").splitlines():
            inside = inside or line.lstrip().startswith("/*")
            if not inside:
                code.append(line)
            inside = inside and not line.endswith("*/")
    assert kept == code
    assert not any(line.lstrip().startswith(("/*", "* ")) for line in kept)


@pytest.mark.shared_data
def test_a_phone_loads_little_before_the_first_answer(real_entries: tuple[SearchEntry, ...]) -> None:
    scripts = "".join((script_folder() / name).read_text(encoding="utf-8") for name in VIEW_SCRIPTS)
    parts = [search_data(real_entries, own_words()), engine_source().encode(), scripts.encode()]
    assert sum(len(gzip.compress(part, 9)) for part in parts) <= PHONE_BYTES
