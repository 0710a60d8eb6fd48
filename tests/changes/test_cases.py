"""Each file in ``cases/`` is a change of one procedure and every sentence that must be said of it.

``before`` and ``after`` stand after the keys that every record has; ``other`` is what citizens need not know.
"""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from generator.changes.procedure import procedure_changes
from generator.model.convert import record_of
from generator.model.procedure import Procedure
from generator.model.shape import keys_of
from generator.reading import yaml_text
from generator.reading.record import read_content
from tests.check.base import PROCEDURE, TODAY

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
SAMPLE = Path(__file__).parents[2] / "procedures/ho-tich/1.001193.yml"


def _procedure(text: str) -> Procedure:
    reading = read_content(text.encode(), "x.yml", Procedure)
    assert reading.record, reading.problems
    return reading.record


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_change_is_said(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(case) <= {"what", "before", "after", "citizens", "other"}
    old, new = _procedure(PROCEDURE + case["before"]), _procedure(PROCEDURE + case["after"])
    changes = list(procedure_changes(old, new, TODAY))
    assert [one.sentence for one in changes if one.for_citizens] == case.get("citizens", [])
    assert [one.sentence for one in changes if not one.for_citizens] == case.get("other", [])
    assert list(procedure_changes(new, new, TODAY)) == []


@pytest.mark.parametrize("key", list(keys_of(Procedure)))
def test_whatever_leaves_a_record_something_is_said(key: str) -> None:
    data = yaml_text.parse(yaml_text.decode(SAMPLE.read_bytes()))
    assert isinstance(data, dict)
    data |= {"hieu_luc": {"tu": "1/1/2026"}, "nghi_van": ["x"]}
    data |= {"thay_doi": [{"ngay": "1/1/2026", "noi_dung": "x"}]}
    data |= {
        "ma_cu": ["1.000009"],
        "tinh_ap_dung": ["31"],
        "muc_do_truc_tuyen": "toan_trinh",
        "so_bo": "1 bộ",
    }
    if key not in data or key in ("ma", "ten", "linh_vuc"):
        return
    full, less = (record_of(Procedure, one) for one in (data, {k: v for k, v in data.items() if k != key}))
    if full == less:  # the default was written
        return
    for pair in ((full, less), (less, full)):
        changes = list(procedure_changes(*pair, TODAY))
        assert changes
        for change in changes:
            assert change.sentence.endswith(".")
            assert change.sentence[0].isupper()
            assert change.sentence.isprintable()


def test_any_two_procedures_can_be_compared() -> None:
    files = sorted((Path(__file__).parents[2] / "procedures").glob("*/*.yml"))
    records = [_procedure(path.read_text(encoding="utf-8")) for path in files[::9]]
    assert len(records) > 20
    for old, new in pairwise(records):
        sentences = [change.sentence for change in procedure_changes(old, new, TODAY)]
        assert sentences
        for sentence in sentences:
            assert sentence.endswith(".")
            assert sentence.isprintable()
            assert "None" not in sentence
