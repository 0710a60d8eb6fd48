"""Whatever a file holds, reading it gives a Reading: never an exception, never a wait."""

import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.procedure import Procedure
from generator.model.record import Record
from generator.reading.kinds import KINDS
from generator.reading.record import read_content, read_record
from tests.powerless import powerless
from tests.reading.mutations import SNIPPETS, WORDS, sound

ROOT = Path(__file__).parents[2]
READ = """
import sys
from pathlib import Path
from generator.model.procedure import Procedure
from generator.reading.record import read_record
for problem in read_record(Path(sys.argv[1]), "x.yml", Procedure).problems:
    sys.stdout.buffer.write(f"{problem.code} {problem.message}\\n".encode())
"""
MODELS: tuple[type[Record], ...] = tuple(kind.model for kind in KINDS)


@given(st.binary(max_size=300), st.sampled_from(MODELS))
def test_any_bytes_give_a_reading(content: bytes, model: type[Record]) -> None:
    sound(read_content(content, "x.yml", model))


@given(st.text(max_size=300), st.sampled_from(MODELS))
def test_any_text_gives_a_reading(text: str, model: type[Record]) -> None:
    sound(read_content(text.encode("utf-8", "surrogatepass"), "x.yml", model))


@given(st.lists(st.sampled_from(SNIPPETS + WORDS), max_size=40), st.sampled_from(MODELS))
def test_any_heap_of_yaml_signs_gives_a_reading(parts: list[str], model: type[Record]) -> None:
    sound(read_content("".join(parts).encode(), "x.yml", model))


@pytest.mark.parametrize(
    "unit",
    ["[", "{", "- ", "? ", "a: {", "[{", "- - ? ", "!", "&", "*", "|", ">", '"', "'", "%", "\\", ": ", "\n:"],
)
def test_half_a_million_of_one_sign_give_a_reading(unit: str) -> None:
    sound(read_content((unit * 500_000)[:900_000].encode(), "x.yml", Procedure))


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


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no such permissions")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("ma: x", encoding="utf-8")
    path.chmod(0)
    command = powerless([sys.executable, "-c", READ, str(path)], to="read")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.stdout == "file-unreadable Không mở được tệp: không có quyền đọc.\n", done.stderr
