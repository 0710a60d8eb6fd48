"""A clerk who misspells a key is told the key that was meant."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from generator.explain.suggestions import _MEANT, did_you_mean, nearest
from generator.model.commune import Commune
from generator.model.overlay import Overlay
from generator.model.procedure import Procedure
from generator.model.record import Record, keys
from generator.model.shape import keys_of, records_of
from generator.reading.kinds import KINDS
from generator.reading.record import read_content

MISSPELT = [
    line.split("\t")
    for line in Path(__file__).with_name("misspelt_keys.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
"""Kind of file, the lines in front (as JSON), what was written, what was meant."""
MODELS = {kind.name: kind.model for kind in KINDS}


def _suggestion(model: type[Record], before: str, key: str) -> str:
    text = f'{before}"{key}": x\n'
    found = [p for p in read_content(text.encode(), "x.yml", model).problems if p.code == "key-unknown"]
    return (found[0].suggestion or "") if found else "(được nhận)"


def test_at_least_95_percent_of_misspelt_keys_are_understood(
    record_property: Callable[[str, object], None],
) -> None:
    assert len(MISSPELT) >= 60
    missed = [
        (wrong, right, said)
        for kind, before, wrong, right in MISSPELT
        if f"«{right}»" not in (said := _suggestion(MODELS[kind], json.loads(before), wrong))
    ]
    share = 1 - len(missed) / len(MISSPELT)
    record_property("misspelt keys understood", f"{share:.1%} of {len(MISSPELT)}")
    assert share >= 0.95, f"{share:.1%}: {missed}"


@pytest.mark.parametrize("key", ["ghi_chu_noi_bo", "xyz", "q", "?", "địa phương", "1", "nguoi_nhap_lieu"])
def test_a_key_like_no_other_is_answered_with_the_keys_there_are(key: str) -> None:
    assert _suggestion(Procedure, "", key).startswith("Các mục được dùng ở đây: ma, ten, ten_ngan")


def test_a_key_of_another_file_is_answered_with_the_one_that_means_the_same_here() -> None:
    """An overlay says «dia_diem» for what a commune calls «dia_chi»; a source's address is something else."""
    assert _suggestion(Overlay, "", "dia_chi") == "Có phải «dia_diem»? Nếu phải, sửa thành: dia_diem"
    assert "«lien_ket»" in _suggestion(Overlay, "nguon:\n  - ten: x\n    ", "dia_chi")


def test_whatever_a_clerk_writes_instead_leads_to_a_key_or_a_choice_that_there_is() -> None:
    fields = [each for root in MODELS.values() for model in records_of(root) for each in keys(model)]
    known = {each.key for each in fields} | {one for each in fields for one in _choices(each.annotation)}
    for line in _MEANT:
        assert known & set(line.split()), line


def _choices(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    for inner in get_args(annotation):
        yield from _choices(inner)


def test_keys_are_told_once_each() -> None:
    told = _suggestion(Commune, "", "xyzzy").removeprefix("Các mục được dùng ở đây: ").rstrip(".").split(", ")
    assert told == list(keys_of(Commune))


def test_the_first_of_several_as_near_is_suggested_whatever_the_order_of_a_set() -> None:
    assert nearest("1.000003", ["1.000001", "1.000002"]) == "1.000001"
    assert did_you_mean("x", []) is None


def test_a_typing_slip_is_nearer_than_a_part_of_a_word() -> None:
    assert nearest("ngay_ban_han", ["ngay_ban_hanh_lan_dau", "ngay_ban_hanh"]) == "ngay_ban_hanh"


def test_a_word_without_any_letter_is_near_nothing() -> None:
    assert nearest("???", ["ma", "ten"]) is None
    assert nearest("", ["", "ma"]) is None
