"""The same problems for people and for machines."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.problems import Problem, Severity, has_errors
from generator.report import FORMATS, as_github, as_gitlab, as_json, as_text

FAULT = Problem("procedures/a/b.yml", 3, 7, "value-date", Severity.ERROR, "Không phải ngày.", "Viết lại.")
HINT = Problem("content/board.yml", 1, 1, "review-missing", Severity.WARNING, "Chưa rà soát.")
PROBLEMS = st.lists(
    st.builds(
        Problem,
        file=st.text(min_size=1, max_size=10),
        line=st.integers(1, 99),
        column=st.integers(1, 99),
        code=st.sampled_from(["a-b", "c-d"]),
        severity=st.sampled_from(Severity),
        message=st.text(max_size=20),
        suggestion=st.none() | st.text(max_size=20),
    ),
    max_size=8,
)


def test_the_formats_are_these() -> None:
    assert list(FORMATS) == ["text", "json", "github", "gitlab"]


def test_text_gives_place_code_message_and_hint_and_counts_at_the_end() -> None:
    assert as_text([FAULT, HINT]) == (
        "procedures/a/b.yml:3:7: LỖI [value-date] Không phải ngày.\n"
        "    → Viết lại.\n"
        "content/board.yml:1:1: cảnh báo [review-missing] Chưa rà soát.\n"
        "1 lỗi, 1 cảnh báo.\n"
    )
    assert as_text([]) == "0 lỗi, 0 cảnh báo.\n"


def test_hints_are_counted_apart_and_an_excerpt_stands_above_the_advice() -> None:
    hint = replace(HINT, severity=Severity.HINT)
    assert as_text([FAULT, hint], lambda problem: ["  x", "  ^"] if problem is FAULT else []) == (
        "procedures/a/b.yml:3:7: LỖI [value-date] Không phải ngày.\n"
        "  x\n"
        "  ^\n"
        "    → Viết lại.\n"
        "content/board.yml:1:1: gợi ý [review-missing] Chưa rà soát.\n"
        "1 lỗi, 0 cảnh báo, 1 gợi ý.\n"
    )
    assert as_github([hint]).startswith("::notice ")
    assert json.loads(as_gitlab([hint]))[0]["severity"] == "info"
    assert not has_errors([hint])


def test_json_has_exactly_these_keys_in_this_order() -> None:
    keys = ["file", "line", "column", "code", "severity", "message", "suggestion"]
    found = json.loads(as_json([FAULT, HINT]))
    assert [list(one) for one in found] == [keys, keys]
    assert found[0] == {
        "file": "procedures/a/b.yml",
        "line": 3,
        "column": 7,
        "code": "value-date",
        "severity": "error",
        "message": "Không phải ngày.",
        "suggestion": "Viết lại.",
    }
    assert (found[1]["severity"], found[1]["suggestion"]) == ("warning", None)
    assert json.loads(as_json([])) == []


def test_json_is_readable_vietnamese() -> None:
    assert "Không phải ngày." in as_json([FAULT])


@given(PROBLEMS)
def test_json_gives_back_what_was_found(problems: list[Problem]) -> None:
    again = [
        Problem(**{**one, "severity": Severity(one["severity"])}) for one in json.loads(as_json(problems))
    ]
    assert again == problems


def test_github_escapes_what_would_end_a_command_or_a_property() -> None:
    odd = replace(FAULT, file="a,b:c%d.yml", message="một\nhai\r100%: x, y", suggestion=None)
    assert as_github([odd]) == (
        "::error file=a%2Cb%3Ac%25d.yml,line=3,col=7,title=value-date::một%0Ahai%0D100%25: x, y\n"
    )
    assert as_github([HINT]).startswith("::warning file=content/board.yml,line=1,col=1,")
    assert as_github([FAULT]).endswith("::Không phải ngày. Viết lại.\n")
    assert as_github([]) == ""


@given(PROBLEMS)
def test_github_gets_one_line_for_each_problem(problems: list[Problem]) -> None:
    lines = as_github(problems).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(problems)
    for line in lines:
        assert re.match(r"::(error|warning|notice) file=[^,:]*,line=\d+,col=\d+,title=[a-z-]+::", line)


def test_gitlab_gets_what_code_quality_asks_for() -> None:
    first, second = json.loads(as_gitlab([FAULT, HINT]))
    assert first.pop("fingerprint") != second.pop("fingerprint")
    assert first == {
        "description": "Không phải ngày. Viết lại.",
        "check_name": "value-date",
        "severity": "major",
        "location": {"path": "procedures/a/b.yml", "lines": {"begin": 3}},
    }
    assert second["severity"] == "minor"


def _prints(problems: list[Problem]) -> list[str]:
    return [one["fingerprint"] for one in json.loads(as_gitlab(problems))]


@given(PROBLEMS)
def test_gitlab_fingerprints_are_unique_and_the_same_in_every_run(problems: list[Problem]) -> None:
    twice = problems + problems
    assert len(set(_prints(twice))) == len(twice)
    assert _prints(twice) == _prints(list(twice))


def test_a_gitlab_fingerprint_does_not_change_when_only_the_line_does() -> None:
    assert _prints([FAULT]) == _prints([replace(FAULT, line=30, column=1)])
    for other in (
        replace(FAULT, file="x.yml"),
        replace(FAULT, code="value-link"),
        replace(FAULT, message="Khác."),
    ):
        assert _prints([other]) != _prints([FAULT])


def test_two_equal_mistakes_on_one_line_have_two_fingerprints() -> None:
    assert len(set(_prints([FAULT, replace(FAULT, column=20)]))) == 2


def test_only_errors_forbid_publication() -> None:
    assert has_errors([HINT, FAULT])
    assert not has_errors([HINT])
    assert not has_errors(())
