"""Only what was edited since its import is told."""

from pathlib import Path

import pytest

from generator.importing.draft import Rank
from generator.importing.ledger import Stamp, fingerprint, write_ledger
from generator.lint.linter import check_board
from generator.reading.yaml_text import Data
from tests.check.base import PROCEDURE, TODAY, write_board

CHANNELS: Data = [{"hinh_thuc": "truc_tiep", "phi_le_phi": "8.000 đồng"}]
RECORD = PROCEDURE + 'cach_thuc_thuc_hien:\n  - hinh_thuc: truc_tiep\n    phi_le_phi: "8.000 đồng"\n'
FILE = "procedures/ho-tich/1.000001.yml"
LEDGER = ".congkhai/import/1.000001.json"


@pytest.mark.parametrize(
    ("record", "codes"),
    [(RECORD, []), (RECORD.replace("8.000", "9.000"), ["source-edited"]), (PROCEDURE, ["source-edited"])],
)
def test_an_edited_fee_is_told_and_an_untouched_one_is_not(
    record: str, codes: list[str], tmp_path: Path
) -> None:
    ledger = write_ledger({"cach_thuc_thuc_hien": Stamp(Rank.FULL, fingerprint(CHANNELS))})
    root = write_board(tmp_path, {FILE: record, LEDGER: ledger})
    assert [problem.code for problem in check_board(root, TODAY)] == codes


@pytest.mark.parametrize("ledger", ["", "[]", '{"muc": 1}', "\xff"])
def test_a_ledger_that_is_none_says_nothing(ledger: str, tmp_path: Path) -> None:
    root = write_board(tmp_path, {FILE: RECORD, LEDGER: ledger.encode("latin-1")})
    assert check_board(root, TODAY) == []
