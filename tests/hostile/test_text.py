"""Whatever text stands in whatever field: pages keep their skeleton, and the text arrives as it was written.

Every run tries 60 aimed texts and 100,000 random ones (``CONGKHAI_HOSTILE`` for another number), spread over
every free field of every kind of file.
"""

import csv
import io
import json
import os
import random
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count, cycle
from pathlib import Path

import pytest

from generator.site.build import build
from tests.build.conftest import DAY
from tests.build.trees import tree
from tests.hostile.boards import KINDS, SKIPPED, write_board
from tests.hostile.filling import Given, fill, free_fields
from tests.hostile.strings import AIMED, harmless, random_text

TEXTS = int(os.environ.get("CONGKHAI_HOSTILE", "100000"))
ROUND = 20_000


class _Page(HTMLParser):
    """The skeleton of a page (tags and the names of their attributes), and all its text."""

    def __init__(self) -> None:
        super().__init__()
        self.skeleton: list[tuple[str, ...]] = []
        self.text: list[str] = []
        self._raw = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = [f"{key}={value}" if key in ("id", "class", "rel", "type") else key for key, value in attrs]
        self.skeleton.append((tag, *kept))
        self.text += [value for _, value in attrs if value]
        self._raw = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self.skeleton.append(("/", tag))
        self._raw = False

    def handle_comment(self, data: str) -> None:
        self.skeleton.append(("!", data))

    def handle_data(self, data: str) -> None:
        self.text.append(
            json.dumps(json.loads(data), ensure_ascii=False) if self._raw and data.strip() else data
        )


class _Texts:
    """Gives texts, and remembers them; its twin gives harmless ones of the same length."""

    def __init__(self, source: Iterator[str], size: int):
        self._source, self._size = source, size
        self.pieces = 0
        self.given: list[str] = []

    def __call__(self, longest: int) -> str:
        wanted, parts = min(longest, self._size), [next(self._source)]
        while len(" ".join(parts)) < wanted - 30:
            parts.append(next(self._source))
        text = " ".join(parts)[:longest].strip()
        self.pieces += len(parts)
        self.given.append(text)
        return text


def _site(root: Path, given: Given) -> dict[str, bytes]:
    write_board(root / "board", given)
    built = build(root / "board", root / "site", DAY, workers=1)
    assert built.pages, [problem for problem in built.problems if problem.severity == "error"][:3]
    return tree(root / "site")


def _assert_safe(folder: Path, texts: _Texts) -> None:
    hostile = _site(folder, texts)
    again = iter(texts.given)
    plain = _site(folder, lambda _: harmless(next(again)))
    assert hostile.keys() == plain.keys()
    seen: list[str] = []
    for path in hostile:
        if path.endswith(".html"):
            page, twin = _read(hostile[path]), _read(plain[path])
            assert page.skeleton == twin.skeleton, path
            seen += page.text
        elif path.endswith((".json", ".jsonld", ".csv", ".xml")):
            seen.append(_parsed(path, hostile[path]))
    everything = "\n".join(seen)
    for text in texts.given:
        assert text in everything, text


def _read(content: bytes) -> _Page:
    page = _Page()
    page.feed(content.decode())
    page.close()
    return page


def _parsed(path: str, content: bytes) -> str:
    """The texts in a file of data, which must be well formed."""
    if path.endswith(".csv"):
        return "\n".join(cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)
    if path.endswith(".xml"):
        return "\n".join(ElementTree.fromstring(content).itertext())
    return "\n".join(_strings(json.loads(content)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def test_sixty_aimed_texts_in_every_field(tmp_path: Path) -> None:
    texts = _Texts(cycle(AIMED), 1_500)
    _assert_safe(tmp_path, texts)
    assert set(AIMED) <= {aimed for aimed in AIMED for text in texts.given if aimed in text}


@pytest.mark.parametrize("number", range(max(1, TEXTS // ROUND)))
def test_random_texts_in_every_field(number: int, tmp_path: Path) -> None:
    rng = random.Random(number)
    texts = _Texts((random_text(rng) for _ in count()), 600)
    _assert_safe(tmp_path, texts)
    assert texts.pieces >= min(TEXTS, ROUND)


def test_no_free_field_of_any_kind_of_file_is_left_out() -> None:
    seen: set[str] = set()
    for model, data in KINDS.values():
        filled = json.dumps(fill(model, data, lambda _: "@", SKIPPED))
        for field in free_fields(model):
            if (
                f'"{field.partition(".")[2]}": "@"' in filled
                or f'"{field.partition(".")[2]}": ["@"' in filled
            ):
                seen.add(field)
    wanted = {field for model, _ in KINDS.values() for field in free_fields(model)}
    assert wanted - SKIPPED - seen == set()
    assert len(wanted) > 50
