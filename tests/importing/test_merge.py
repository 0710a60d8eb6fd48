"""For any three versions of a record: only what an import wrote, and nobody touched, may change."""

from hypothesis import given
from hypothesis import strategies as st

from generator.importing.draft import Draft, Place, Rank
from generator.importing.ledger import Stamp, fingerprint, read_ledger, write_ledger
from generator.importing.merge import merge
from generator.reading.yaml_text import Data

_KEYS = st.sampled_from(["ma", "ten", "linh_vuc", "muc_do", "ket_qua", "nguon", "nghi_van", "luu_y"])
_VALUES = st.sampled_from(["a", "b", "c"])
_VERSIONS: st.SearchStrategy[dict[str, Data]] = st.dictionaries(_KEYS, _VALUES)
_RANKS = st.sampled_from(Rank)


def _ledger(last: dict[str, Data], rank: Rank) -> dict[str, Stamp]:
    return {key: Stamp(rank, fingerprint(value)) for key, value in last.items()}


@given(_VERSIONS, _VERSIONS, _VERSIONS, _RANKS, _RANKS)
def test_what_the_editor_wrote_never_changes(
    last: dict[str, Data], mine: dict[str, Data], now: dict[str, Data], before: Rank, rank: Rank
) -> None:
    merged = merge(mine, Draft("1.001193", Place("x", 1), rank, now), _ledger(last, before))
    for key in mine:
        if mine[key] != last.get(key):
            assert key not in merged.changes
    for key in last.keys() - mine.keys():  # deleted by hand
        assert key not in merged.changes
    told = {conflict.key for conflict in merged.conflicts}
    for key, value in now.items():
        if key not in merged.changes and mine.get(key) != value and last.get(key) != value:
            assert key in told or any(f"«{key}»" in note for note in merged.notes) or key == "muc_do"


@given(_VERSIONS, _VERSIONS, _VERSIONS, _RANKS)
def test_after_a_merge_the_same_source_changes_nothing_more(
    last: dict[str, Data], mine: dict[str, Data], now: dict[str, Data], rank: Rank
) -> None:
    draft = Draft("1.001193", Place("x", 1), rank, now)
    merged = merge(mine, draft, _ledger(last, rank))
    after = {key: value for key, value in {**mine, **merged.changes}.items() if value is not None}
    assert merge(after, draft, merged.ledger).changes == {}


@given(_VERSIONS, _VERSIONS)
def test_an_untouched_file_takes_a_full_source_as_it_is(last: dict[str, Data], now: dict[str, Data]) -> None:
    fixed = {"ma", "linh_vuc"}
    merged = merge(last, Draft("1.001193", Place("x", 1), Rank.FULL, now), _ledger(last, Rank.FULL))
    assert merged.conflicts == []
    for key, value in now.items():
        if key not in fixed or key not in last:
            assert {**last, **merged.changes}[key] == value


@given(st.dictionaries(st.text(), st.tuples(_RANKS, st.text())))
def test_a_ledger_is_read_back_as_it_was_written(content: dict[str, tuple[Rank, str]]) -> None:
    ledger = {key: Stamp(rank, text) for key, (rank, text) in content.items()}
    assert read_ledger(write_ledger(ledger)) == ledger
