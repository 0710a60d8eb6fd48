"""Whatever text stands in whatever field: pages keep their skeleton, and the text arrives as it was written.

Every run tries 60 aimed texts and 100,000 random ones (``CONGKHAI_HOSTILE`` for another number), spread over
every free field of every kind of file.
"""

import os
import random
import re
from itertools import count, cycle
from pathlib import Path

import pytest

from generator.reading.kinds import KINDS, kind_of
from generator.site.build import build
from tests.build.conftest import DAY
from tests.build.trees import tree
from tests.hostile.boards import FILES, SKIPPED, write_board
from tests.hostile.filling import Free, Given, fill, free_fields
from tests.hostile.seen import seen_in
from tests.hostile.strings import AIMED, random_text
from tests.hostile.texts import Texts

TEXTS = int(os.environ.get("CONGKHAI_HOSTILE", "100000"))
ROUND = 20_000
_ENDING = re.compile(r"z([0-9]+)z")

JOINED = frozenset({"BoardSettings.dia_chi_trang"})
"""The address of the board is joined with paths, by the rules of RFC 3986: ``..`` does not stay."""

ELSEWHERE = {
    "Notice.tieu_de": "du-lieu.json",
    "Notice.noi_dung": "du-lieu.json",
    "Synonyms.viet_tat": "search-data.js",
    "Synonyms.dong_nghia": "search-data.js",
    "Synonyms.hieu_thanh": "search-data.js",
    "Synonyms.tu_dem": "search-data.js",
    "CodeWords.tu": "search-data.js",
}
"""Fields that no page shows, and the file where they are seen."""


def _site(root: Path, given: Given) -> dict[str, bytes]:
    write_board(root / "board", given)
    built = build(root / "board", root / "site", DAY, workers=1)
    assert built.pages, [problem for problem in built.problems if problem.severity == "error"][:3]
    return tree(root / "site")


def _assert_safe(folder: Path, texts: Texts) -> None:
    """Both sites have the same skeleton, and wherever the twin has its text the other has its own."""
    hostile = _site(folder, texts)
    plain = _site(folder, texts.twin())
    assert hostile.keys() == plain.keys()
    shown: set[str] = set()
    for path in hostile:
        ours, theirs = seen_in(path, hostile[path]), seen_in(path, plain[path])
        assert ours.skeleton == theirs.skeleton, path
        for number in {int(found) for found in _ENDING.findall(theirs.text)}:
            field, text, twin = texts.given[number]
            if twin in theirs.text:
                shown |= {
                    f"{field.name} {path.rpartition('/')[2]}",
                    f"{field.name} {path.rpartition('.')[2]}",
                }
                assert text in ours.text or field.name in JOINED, (path, field.name, text)
    given = {field.name for field, _, _ in texts.given}
    assert given - {name.partition(" ")[0] for name in shown} == set()
    assert {field for field in given if f"{field} html" not in shown} == set(ELSEWHERE)
    assert {f"{field} {where}" for field, where in ELSEWHERE.items()} <= shown


def test_sixty_aimed_texts_in_every_field(tmp_path: Path) -> None:
    texts = Texts(cycle(AIMED), 1_500)
    _assert_safe(tmp_path, texts)
    assert set(AIMED) <= {aimed for aimed in AIMED for _, text, _ in texts.given if aimed in text}


@pytest.mark.parametrize("number", range(max(1, TEXTS // ROUND)))
def test_random_texts_in_every_field(number: int, tmp_path: Path) -> None:
    rng = random.Random(number)
    texts = Texts((random_text(rng) for _ in count()), 600)
    _assert_safe(tmp_path, texts)
    assert texts.pieces >= min(TEXTS, ROUND)


def test_no_kind_of_file_and_no_free_field_is_left_out() -> None:
    assert {kind_of(file) for file in FILES} == set(KINDS)
    assert {file: kind.model for file in FILES if (kind := kind_of(file))} == {
        file: model for file, (model, _) in FILES.items()
    }
    seen: set[str] = set()

    def given(free: Free, longest: int) -> str:
        seen.add(free.name)
        return free.wrap("x")

    for model, data in FILES.values():
        fill(model, data, given, SKIPPED)
    wanted = {field for kind in KINDS for field in free_fields(kind.model)}
    assert wanted - SKIPPED == seen
    assert {"Notice.noi_dung", "Synonyms.viet_tat", "CodeWords.tu", "Commune.thu_dien_tu"} < wanted
