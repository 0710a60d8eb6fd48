"""10,000 hostile codes, keys and names: none leads to a file outside the output, and none is even read."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import urls
from generator.model.mistakes import in_value
from generator.model.overlay import AreaCode
from generator.model.procedure import Procedure
from generator.model.text import CommuneCode, ProcedureCode, ProvinceCode, Slug
from generator.reading.record import read_content
from generator.site.build import build
from generator.site.output import LeadsOut, Output
from tests.build.conftest import DAY
from tests.build.trees import tree
from tests.hostile.boards import write_board

COUNT = 10_000
_PARTS = (
    "..", "../", "/", "\\", "..\\", "%2e%2e%2f", ".", "//", "~", "C:", "CON", "\u0000", "\n", "\r", "\t",
    "\u202e", "\uff0e", "\u2024", "\u2215", "\u29f8", "etc/passwd", "index.html", "1.001193", "10750", "31",
    "ho-tich", "-", "_", " ", "$HOME", "`x`", "*", "?", "<b>", "'", "\"", "\u0301", "\u0111", "\u0663",
    "\uff11", "\u00b2", ".000.00.00", ".H31", "1.1", "0", "a" * 70,
)  # fmt: skip


def _names() -> Iterator[str]:
    rng = random.Random(766)
    for _ in range(COUNT):
        yield "".join(rng.choice(_PARTS) for _ in range(rng.randint(1, 6)))


KINDS: dict[str, tuple[Any, Callable[[str], str]]] = {
    "procedure": (ProcedureCode, urls.procedure),
    "commune": (CommuneCode, urls.commune),
    "field": (Slug, urls.field),
    "life event": (Slug, urls.life_event),
    "province": (ProvinceCode, urls.commune),
    "area": (AreaCode, urls.commune),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_code_that_is_taken_makes_a_plain_path(kind: str) -> None:
    annotation, path_of = KINDS[kind]
    taken = 0
    for code in _names():
        if any(in_value(annotation, code)):
            continue
        taken += 1
        path = urls.file_of(path_of(code))
        assert path.isascii()
        assert path.replace("/", "").replace(".", "").replace("-", "").isalnum(), path
        assert ".." not in path.split("/")
    assert taken < COUNT / 10


def test_no_name_is_written_outside_the_output(tmp_path: Path) -> None:
    output = Output(tmp_path / "deep/er/site")
    (tmp_path / "deep/er").mkdir(parents=True)
    written = refused = 0
    for number, name in enumerate(_names()):
        try:
            output.write(f"{number % 50}/{name}", b"x")
            written += 1
        except LeadsOut:
            refused += 1
        except Exception as error:  # a name too long for the disk, or a file where a folder must be
            assert "Không" in str(error), (name, error)
    assert written > 100
    assert refused > 1_000
    assert [path.name for path in tmp_path.iterdir()] == ["deep"]
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["er"]
    assert [path.name for path in (tmp_path / "deep/er").iterdir()] == ["site"]
    for path in (tmp_path / "deep/er/site").rglob("*"):
        assert path.resolve().is_relative_to(tmp_path / "deep/er/site")


def test_records_with_hostile_codes_are_refused_or_harmless() -> None:
    for name in list(_names())[:2_000]:
        quoted = name.replace("'", "''")
        reading = read_content(f"ma: '{quoted}'\nten: a\nlinh_vuc: '{quoted}'\n".encode(), "x.yml", Procedure)
        assert reading.record is None
        assert reading.problems


def test_files_with_hostile_names_leave_the_site_inside_its_folder(tmp_path: Path) -> None:
    board = tmp_path / "in/board"
    write_board(board, lambda free, longest: free.wrap("a"))
    for name in (
        "..yml",
        "...yml",
        "....yml",
        "a b.yml",
        "%2e%2e.yml",
        "\u202e.yml",
        "-.yml",
        "~.yml",
        "C:x.yml",
    ):
        (board / "procedures/ho-tich" / name).write_text("ma: '../x'\nten: a\n", encoding="utf-8")
        (board / "content/overlays/10750" / name).write_text("ma: '../x'\n", encoding="utf-8")
    before = set(tmp_path.rglob("*"))
    build(board, tmp_path / "out/site", DAY, workers=1)
    new = {path.relative_to(tmp_path).parts[0] for path in set(tmp_path.rglob("*")) - before}
    assert new <= {"out", "in"}
    for path in set(tmp_path.rglob("*")) - before:
        assert path.is_relative_to(tmp_path / "out") or path.is_relative_to(board / ".congkhai"), path
    assert not tree(tmp_path / "out") or (tmp_path / "out/site/index.html").is_file()
