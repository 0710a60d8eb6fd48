"""Each file in ``cases/`` is one mistake that a clerk can make, and what the check must say of it.

``files`` (path -> text) is put over the small valid board of ``base.py``; ``bytes`` in place of a text
is written with Python escapes; ``times`` repeats it; ``null`` leaves the file out.  ``expected`` is the
whole list of problems: nothing more may be said.  A case's ``suggestion`` is a part of what is suggested.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.problems import Problem
from tests.check.base import load_board

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def content(given: Any) -> str | bytes | None:
    if not isinstance(given, dict):
        return None if given is None else str(given)
    raw: bytes
    if "bytes" in given:
        raw = given["bytes"].encode("ascii").decode("unicode_escape").encode("latin-1")
    else:
        raw = given["text"].encode()
    return raw * int(given.get("times", 1))


def said(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.file, problem.line, problem.column, problem.code, str(problem.severity)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_mistake_is_said_at_its_place(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(case) == {"what", "files", "expected"}
    loaded = load_board(tmp_path, {name: content(given) for name, given in case["files"].items()})
    only = next(iter(case["files"]))
    wanted = [
        (e.get("file", only), e["line"], e["column"], e["code"], e.get("severity", "error"))
        for e in case["expected"]
    ]
    assert [said(problem) for problem in loaded.problems] == wanted
    for problem, expected in zip(loaded.problems, case["expected"], strict=True):
        assert expected.get("suggestion", "") in (problem.suggestion or "")
        assert expected.get("message", "") in problem.message
    assert (loaded.board is None) == any(severity == "error" for *_, severity in wanted)


def test_there_are_enough_cases_and_each_is_named_for_what_is_wrong() -> None:
    cases = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in CASES]
    bad = [case for case in cases if any(e.get("severity", "error") == "error" for e in case["expected"])]
    assert len(bad) >= 120
    assert len({case["what"] for case in cases}) == len(cases)
