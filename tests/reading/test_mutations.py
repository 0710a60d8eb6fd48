"""The run of spoilt files that every change must stand: 200,000 in CI, in shards over the processors."""

import os
import random

import pytest

from tests.conftest import FUZZ
from tests.reading import mutations
from tests.reading.mutations import Unsound, corpus, mutated, run

COUNT = FUZZ or (200_000 if os.environ.get("CI") == "true" else 16_000)
SHARDS = 8


@pytest.mark.parametrize("shard", range(SHARDS))
def test_spoilt_files_give_only_problems_and_none_takes_long(shard: int) -> None:
    tally = run(COUNT // SHARDS, f"63/2010-{shard}")
    assert tally.tried == COUNT // SHARDS
    assert tally.tried // 2 < tally.refused < tally.tried
    assert tally.longest < mutations.LONGEST


def test_every_kind_has_small_files_that_are_whole_before_they_are_spoilt() -> None:
    for kind, contents in corpus():
        assert contents, kind.name
        assert all(len(content) <= mutations.SMALL for content in contents)


def test_the_same_seed_spoils_the_same_files() -> None:
    content = b"ma: x\nten: y\n" * 20
    assert mutated(content, random.Random("a")) == mutated(content, random.Random("a"))
    assert len({mutated(content, random.Random(seed)) for seed in "abcdefgh"}) > 5


def test_an_exception_and_a_slow_file_are_told_with_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(mutations, "LONGEST", 0.0)
    with pytest.raises(Unsound, match=r"ms: .* seed 's', number 0: b'"):
        run(1, "s")
    monkeypatch.setattr(mutations, "read_content", broken)
    with pytest.raises(Unsound, match="seed 's', number 0: b'"):
        run(1, "s")
