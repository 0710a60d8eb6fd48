"""Whatever a file holds, reading it gives a Reading: never an exception, never a wait."""

import os
import random
import re
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.check.procedure_rules import ProcedureRules
from generator.model.commune import Commune
from generator.model.overlay import Overlay
from generator.model.procedure import Procedure
from generator.model.settings import BoardSettings, Fields, LifeEvents, ReviewPeriods
from generator.model.statistics import StatisticsReport
from generator.problems import Problem, Severity
from generator.reading.kinds import KINDS
from generator.reading.record import Reading, read_content, read_record
from tests.check.base import FILES, TODAY
from tests.conftest import FUZZ

MODELS: tuple[type[BaseModel], ...] = tuple(kind.model for kind in KINDS)
CATALOGUE = sorted((Path(__file__).parents[2] / "procedures").glob("*/*.yml"))
MUTATIONS = FUZZ or 3000

ENGLISH = re.compile(r"\b(while|scanning|parsing|expected|found|did not|could not|should|must be|input)\b")
WORDS = [alias for model in MODELS for info in model.model_fields.values() if (alias := info.alias)]
SNIPPETS = [
    *(": ", "- ", "? ", "\n", "\t", "  ", "\r\n", '"', "'", "[", "]", "{", "}", "&a ", "*a", "!x ", "|"),
    *(">", "<<: ", "---\n", "...\n", "%YAML 1.2\n", "# ", "@", "\\", "\x00", "\x1b", "\x85", "\u2028"),
    *("\ufeff", "\u00a0", "\u200b", "：", "“", "”", "e\u0302", "~", "null", "[" * 50, "9" * 500),
    *("31/02/2026", "31/12/9999", "0000-00-00", "\U0001f600", "\ufffe", "ma: ", "\n  ma: x", "hieu_luc: "),
]  # fmt: skip


def _sound(reading: Reading[Any]) -> None:
    """A record, or the errors that say why not; every problem fit to be shown."""
    errors = [p for p in reading.problems if p.severity is Severity.ERROR]
    assert (reading.record is not None) or errors
    for problem in reading.problems:
        assert isinstance(problem, Problem)
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message.isprintable()
        assert (problem.suggestion or "x").isprintable()
        assert not ENGLISH.search(re.sub("«[^»]*»|\\([^)]*\\)", "", problem.message))


@given(st.binary(max_size=300), st.sampled_from(MODELS))
def test_any_bytes_give_a_reading(content: bytes, model: type[BaseModel]) -> None:
    _sound(read_content(content, "x.yml", model))


@given(st.text(max_size=300), st.sampled_from(MODELS))
def test_any_text_gives_a_reading(text: str, model: type[BaseModel]) -> None:
    _sound(read_content(text.encode("utf-8", "surrogatepass"), "x.yml", model))


@given(st.lists(st.sampled_from(SNIPPETS + WORDS), max_size=40), st.sampled_from(MODELS))
def test_any_heap_of_yaml_signs_gives_a_reading(parts: list[str], model: type[BaseModel]) -> None:
    _sound(read_content("".join(parts).encode(), "x.yml", model))


def _mutated(content: bytes, rng: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(data) + 1)
        end = min(len(data), at + rng.randint(1, 30))
        match rng.randrange(5):
            case 0:
                data[at:end] = b""
            case 1:
                data[at:at] = rng.choice(SNIPPETS + WORDS).encode()
            case 2:
                data[at : at + 1] = bytes((rng.randrange(256),))
            case 3:
                data[at:at] = data[at:end] * rng.randint(1, 5)
            case _:
                lines = bytes(data).split(b"\n")
                one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
                lines[one], lines[two] = lines[two], lines[one]
                data = bytearray(b"\n".join(lines))
    return bytes(data)


def test_mutated_records_of_the_catalogue_give_only_problems() -> None:
    rng = random.Random(63_2010)
    contents = [path.read_bytes() for path in CATALOGUE]
    rules = ProcedureRules(("ho-tich",), TODAY, ReviewPeriods())
    assert len(contents) >= 40
    refused = 0
    for _ in range(MUTATIONS):
        content = _mutated(rng.choice(contents), rng)
        reading = read_content(
            content, "procedures/a/b.yml", Procedure, lambda record: rules.check(record, "a", "b")
        )
        _sound(reading)
        refused += reading.record is None
    assert MUTATIONS // 4 < refused < MUTATIONS


def test_mutated_files_of_the_other_kinds_give_only_problems() -> None:
    rng = random.Random(118_2025)
    kinds: list[tuple[type[BaseModel], bytes]] = [
        (BoardSettings, FILES["content/board.yml"].encode()),
        (Fields, FILES["content/fields.yml"].encode()),
        (Commune, FILES["content/communes/10750/commune.yml"].encode()),
        (LifeEvents, b'su_kien:\n  - ma: a\n    ten: b\n    thu_tuc: ["1.000001"]\n'),
        (StatisticsReport, b'xa: "10750"\nden: 1/7/2025\ntong_hop: {tiep_nhan: {tong: 1}}\nnguon: [ten: x]'),
        (Overlay, b'noi_ap_dung: "31"\nma: "1.000001"\nnguon: [{ten: x, ngay: 1/2/2026}]\n'),
    ]  # fmt: skip
    for _ in range(MUTATIONS // 3):
        model, content = rng.choice(kinds)
        _sound(read_content(_mutated(content, rng), "x.yml", model))


@pytest.mark.parametrize(
    "unit",
    ["[", "{", "- ", "? ", "a: {", "[{", "- - ? ", "!", "&", "*", "|", ">", '"', "'", "%", "\\", ": ", "\n:"],
)
def test_half_a_million_of_one_sign_give_a_reading(unit: str) -> None:
    _sound(read_content((unit * 500_000)[:900_000].encode(), "x.yml", Procedure))


def test_a_huge_list_of_mistakes_is_answered_in_short() -> None:
    content = ("tu_khoa: [" + "[], " * 100_000 + "]\n").encode()
    assert len(read_content(content, "x.yml", Procedure).problems) <= 201


def test_a_key_of_a_million_letters_is_answered_in_short() -> None:
    (*_, problem) = read_content(b"? " + b"k" * 900_000 + b"\n: x\n", "x.yml", Procedure).problems
    assert problem.code == "key-unknown"
    assert len(problem.message) < 150


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    try:
        reading = read_record(path, "x.yml", Procedure)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [p.code for p in reading.problems] == ["file-too-large"]
    assert peak < 10_000_000


def _unreadable(path: Path) -> list[tuple[str, str]]:
    reading = read_record(path, "x.yml", Procedure)
    assert reading.record is None
    return [(p.code, p.message) for p in reading.problems]


def test_what_cannot_be_opened_is_said_with_its_reason(tmp_path: Path) -> None:
    folder = tmp_path / "folder.yml"
    folder.mkdir()
    dangling = tmp_path / "dangling.yml"
    dangling.symlink_to(tmp_path / "nowhere")
    loop = tmp_path / "loop.yml"
    loop.symlink_to(loop)
    code = "file-unreadable"
    assert _unreadable(folder) == [(code, "Không mở được tệp: đây là một thư mục.")]
    assert _unreadable(dangling) == [(code, "Không mở được tệp: không có tệp này.")]
    assert _unreadable(loop) == [(code, "Không mở được tệp: liên kết trỏ vòng về chính nó.")]
    assert _unreadable(tmp_path / ("x" * 300)) == [(code, "Không mở được tệp: hệ điều hành từ chối.")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yml"
    os.mkfifo(pipe)
    assert _unreadable(pipe) == [("file-unreadable", "Không mở được tệp: đây không phải tệp thường.")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("ma: x", encoding="utf-8")
    path.chmod(0)
    assert _unreadable(path) == [("file-unreadable", "Không mở được tệp: không có quyền đọc.")]
