"""What the search tests share: the judged queries, the catalogues, and where real records are found."""

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.search.engine import SearchEngine
from generator.search.entry import SearchEntry
from tests.search import own
from tests.search.judging import ROOT


@cache
def shared_folder() -> Path:
    """The real records outside the repository: $CONGKHAI_SHARED, or ``shared`` beside the checkout."""
    return Path(os.environ.get("CONGKHAI_SHARED") or ROOT.parent / "shared")


@pytest.fixture(scope="session")
def own_entries() -> tuple[SearchEntry, ...]:
    return own.own_entries()


@pytest.fixture(scope="session")
def own_engine(own_entries: tuple[SearchEntry, ...]) -> SearchEngine:
    return SearchEngine.of(own_entries, own.own_words())


@pytest.fixture(scope="session")
def real_entries(own_entries: tuple[SearchEntry, ...]) -> tuple[SearchEntry, ...]:
    folder = shared_folder() / "data" / "procedures"
    if not folder.is_dir():
        pytest.skip("The real records are not here; set CONGKHAI_SHARED to their folder.")
    ours = {entry.code: entry for entry in own_entries}
    return tuple(ours.get(entry.code, entry) for entry in _real(folder))


@pytest.fixture(scope="session")
def real_engine(real_entries: tuple[SearchEntry, ...]) -> SearchEngine:
    return SearchEngine.of(real_entries, own.own_words())


def _real(folder: Path) -> Iterator[SearchEntry]:
    for name in ("commune_core.jsonl", "bqp_commune.jsonl"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield SearchEntry(
                record["code"],
                record["name"],
                field=record["field"],
                field_name=record["field"],
                applicants=tuple(record["applicants"] or ()),
            )
