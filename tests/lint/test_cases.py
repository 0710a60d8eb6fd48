"""Each file in ``cases/`` is one slip that is no error, and what is said of it (form: ``tests/check``)."""

from pathlib import Path

import pytest
import yaml

from generator.lint.linter import check_board
from tests.build.conftest import ROOT
from tests.check.base import TODAY, write_board
from tests.check.test_cases import content, said

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_slip_is_said_at_its_place(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(case) == {"what", "files", "expected"}
    root = write_board(tmp_path, {name: content(given) for name, given in case["files"].items()})
    only = next(iter(case["files"]))
    wanted = [
        (e.get("file", only), e["line"], e["column"], e["code"], e.get("severity", "warning"))
        for e in case["expected"]
    ]
    problems = check_board(root, TODAY)
    assert [said(problem) for problem in problems] == wanted
    for problem, expected in zip(problems, case["expected"], strict=True):
        assert expected.get("suggestion", "") in (problem.suggestion or "")
        assert expected.get("message", "") in problem.message


def test_every_rule_has_a_case() -> None:
    codes = {
        e["code"] for path in CASES for e in yaml.safe_load(path.read_text(encoding="utf-8"))["expected"]
    }
    assert codes >= {
        "value-cut", "bullet-sign", "wide-sign", "quote-curly", "letter-foreign", "hidden-sign",
        "marks-mixed", "value-retyped", "fee-retyped", "sentence-long", "short-form", "source-edited",
        "item-joined",
    }  # fmt: skip


def test_a_file_with_errors_gets_no_advice_and_the_others_do(tmp_path: Path) -> None:
    slip = 'ma: "1.000001"\nten: Quầy #2\nlinh_vuc: ho-tich\nso_quyet_dinh: x\nngay_ra_soat: 20/11/2026\n'
    root = write_board(
        tmp_path,
        {
            "procedures/ho-tich/1.000001.yml": slip + "phi: x\n",
            "procedures/ho-tich/1.000002.yml": slip.replace("000001", "000002"),
        },
    )
    assert [(p.code, p.file[-12:]) for p in check_board(root, TODAY)] == [
        ("key-unknown", "1.000001.yml"),
        ("value-cut", "1.000002.yml"),
    ]


def test_three_workers_say_what_one_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pieces.BATCH", 7)
    alone = check_board(ROOT, TODAY, workers=1)
    assert {one.file.partition("/")[0] for one in alone} == {"content", "procedures"}
    assert check_board(ROOT, TODAY, workers=3) == alone
