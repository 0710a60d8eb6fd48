"""Whatever a value is, the message about it is Vietnamese and comes from our tables."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec import Meta

from generator.explain import messages
from generator.model.procedure import Procedure
from generator.model.record import Record, Rooted, keys
from generator.model.settings import Fields
from generator.model.shape import inside, is_list, keys_of, record_in, records_of
from generator.model.statistics import StatisticsReport
from generator.model.text import pattern_of
from generator.reading.kinds import KINDS
from generator.reading.record import read_content
from tests.check.yaml_writer import write

MODELS: tuple[type[Record], ...] = tuple(kind.model for kind in KINDS)

VALUES: list[Any] = [
    None,
    "",
    " ",
    "xx",
    "-1",
    "1.5",
    "1.000",
    "100000000",
    "9" * 400,
    "31/02/2026",
    "2026-13-01",
    "25:61",
    "javascript:1",
    "http://x.vn",
    "Hộ tịch",
    "a" * 2000,
    "“1.000001”",
    "\u200b",
    "\u00a0x\u00a0",
    [],
    {},
    [None],
    [[]],
    [{}],
    ["xx"],
    [[["xx"]]],
    {"xx": "xx"},
    {"xx": None},
    [{"xx": ["xx"]}],
    ["xx"] * 3,
]

ENGLISH = re.compile(
    r"\b(should|must|input|valid|invalid|value|expected|while|found|string|character|field|required|"
    r"number|type|error|the|is|not|of|type|list|key|mapping|block|scalar|scanning|parsing|could)\b",
    re.I,
)


def _record_in(annotation: Any) -> type[Record] | None:
    """The record, or what stands under whatever name in a group of free names."""
    return record_in(annotation) or record_in(inside(annotation, "x"))


def _fields(model: type[Record], seen: tuple[type[Record], ...] = ()) -> Iterator[list[str]]:
    """The way to every field, through groups and first items of lists."""
    for key, annotation in keys_of(model).items():
        yield [key]
        inner = _record_in(annotation)
        if inner and inner not in seen:
            for path in _fields(inner, (*seen, model)):
                yield [key, *(["-"] if is_list(annotation) else []), *path]


def _nested(path: list[str], value: Any) -> Any:
    for part in reversed(path):
        value = [value] if part == "-" else {part: value}
    return value


def _paths() -> list[tuple[type[Record], list[str]]]:
    return [(model, path) for model in MODELS for path in _fields(model)]


def test_the_walk_reaches_every_field() -> None:
    paths = _paths()
    assert len(paths) > 120
    assert (Procedure, ["thanh_phan_ho_so", "-", "giay_to", "-", "ban_sao"]) in paths
    assert (StatisticsReport, ["theo_linh_vuc", "-", "da_giai_quyet", "dung_han"]) in paths


def test_every_error_that_a_yaml_value_can_cause_is_said_in_vietnamese() -> None:
    """Every field of every record gets every kind of wrong value."""
    codes = set()
    for model, path in _paths():
        for value in VALUES:
            text = write(_nested(path, value))
            for problem in read_content(text.encode(), "x.yml", model).problems:
                codes.add(problem.code)
                said = f"{problem.message} {problem.suggestion or ''}"
                assert not ENGLISH.search(said), (path, value, said)
                assert problem.suggestion, (path, value, said)
                assert problem.message.endswith(".")
                assert "\n" not in said
                assert len(said) < 1000
    assert codes >= {
        "type-text",
        "type-list",
        "type-group",
        "type-number",
        "value-date",
        "value-clock",
        "value-link",
        "value-choice",
        "value-range",
        "value-empty",
        "value-too-long",
        "value-phone",
        "value-email",
        "value-identifier",
        "list-empty",
        "code-procedure",
        "code-commune",
        "code-province",
        "code-area",
        "key-form",
        "key-missing",
        "key-unknown",
    }


def _patterns(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, Meta) and (pattern := pattern_of(part)):
            yield pattern
        yield from _patterns(part)


def test_every_pattern_of_the_model_has_a_sentence_and_every_sentence_a_pattern() -> None:
    models = {model for root in MODELS for model in records_of(root)}
    used = {found for model in models for each in keys(model) for found in _patterns(each.annotation)}
    assert used == set(messages.PATTERNS)


def test_every_field_has_an_official_term_that_a_message_can_name() -> None:
    for model in {m for root in MODELS for m in records_of(root) if not issubclass(m, Rooted)}:
        for each in keys(model):
            assert each.key, (model, each.name)
            assert each.title, (model, each.name)


@pytest.mark.parametrize("char", ["\u200b", "\u202e", "\u00ad", "\u2060"])
def test_what_cannot_be_seen_is_shown_in_messages(char: str) -> None:
    text = f'ma: "1.000{char}001"\nten: x\nlinh_vuc: ho-tich\n'
    (problem,) = read_content(text.encode(), "x.yml", Procedure).problems
    assert f"[U+{ord(char):04X}]" in problem.message
    assert char not in problem.message
    assert "không nhìn thấy" in (problem.suggestion or "")


def test_a_long_value_is_quoted_in_short() -> None:
    (problem,) = read_content(
        f"ma: {'9' * 5000}\nten: x\nlinh_vuc: y\n".encode(), "x.yml", Procedure
    ).problems
    assert len(problem.message) < 150


def test_at_most_two_hundred_mistakes_of_a_file_are_told_and_the_rest_counted() -> None:
    text = "\n".join(f"x{number}: 1" for number in range(5000))
    problems = read_content(text.encode(), "x.yml", Procedure).problems
    assert len(problems) == 201
    assert any(p.code == "problems-many" and "Còn 4803 lỗi" in p.message for p in problems)


def test_a_list_of_faulty_items_is_not_also_called_empty() -> None:
    problems = read_content(b"linh_vuc: [{ma: A, ten: x}]\n", "x.yml", Fields).problems
    assert [p.code for p in problems] == ["key-form"]


def test_every_error_of_the_package_says_what_to_do() -> None:
    """Read from the source: no error is made without a suggestion."""
    place = {"Finding": 4, "Problem": 6, "YamlFault": 4, "_Translation": 3}
    without = []
    for path in sorted(Path(messages.__file__).parents[1].rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in place or any(isinstance(one, ast.Starred) for one in node.args):
                continue
            severity = node.args[place[node.func.id] - 2] if node.func.id in ("Finding", "Problem") else None
            is_error = severity is None or getattr(severity, "attr", "ERROR") == "ERROR"
            named = any(keyword.arg == "suggestion" for keyword in node.keywords)
            if is_error and not named and len(node.args) <= place[node.func.id]:
                without.append((path.name, node.lineno))
    assert without == []
