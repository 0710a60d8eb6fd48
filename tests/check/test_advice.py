"""What a clerk is told to write can be written: done as it is said, the file can be read."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
import yaml

from generator.model.procedure import Procedure
from generator.reading import yaml_text
from generator.reading.record import read_content
from generator.reading.second_look import LONGEST, look_again
from generator.reading.yaml_faults import YamlFault

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
REWRITE = re.compile(r"Viết lại thành: (.+)")
MOVE = re.compile(r"(Thêm|Bớt) (\d+) dấu cách ở đầu dòng này(?: và (?:các dòng|dòng) (\d+)(?:-(\d+))?)?,")


def texts() -> list[tuple[str, str]]:
    found = []
    for path in CASES:
        files = yaml.safe_load(path.read_text(encoding="utf-8"))["files"]
        for text in files.values():
            with suppress(YamlFault, AttributeError):  # bytes that are no text, or no file at all
                found.append((path.stem, yaml_text.decode(text.encode())))
    return [(name, text) for name, text in found if fault_of(text)]


def fault_of(text: str) -> YamlFault | None:
    try:
        yaml_text.parse(text)
    except YamlFault as fault:
        return fault
    return None


def done(rows: list[str], line: int, advice: str) -> bool:
    """Do what the advice says to the line; False where it does not say what to write."""
    if line > len(rows):
        return False
    row = rows[line - 1]
    if found := REWRITE.match(advice):
        rows[line - 1] = row[: len(row) - len(row.lstrip(" "))] + found[1]
    elif found := MOVE.match(advice):
        first = int(found[3] or line)
        for number in {line, *range(first, int(found[4] or first) + 1)}:
            row, by = rows[number - 1], int(found[2])
            rows[number - 1] = " " * by + row if found[1] == "Thêm" else row[by:]
    else:
        return False
    return True


def told_what_to_write() -> list[tuple[str, str, list[YamlFault]]]:
    looked = []
    for name, text in texts():
        fault = fault_of(text)
        assert fault
        faults = look_again(text, fault).faults
        if all(done(text.split("\n"), one.line, one.suggestion or "") for one in faults):
            looked.append((name, text, list(faults)))
    return looked


def test_most_faults_of_form_are_told_with_the_line_to_write() -> None:
    assert len(told_what_to_write()) >= 40


@pytest.mark.parametrize(("name", "text", "faults"), told_what_to_write(), ids=lambda one: str(one)[:30])
def test_a_file_reads_when_every_advice_is_followed(name: str, text: str, faults: list[YamlFault]) -> None:
    rows = text.split("\n")
    for fault in faults:
        assert done(rows, fault.line, fault.suggestion or "")
    left = fault_of("\n".join(rows))
    assert left is None, (name, left and left.message)


def test_what_no_hand_has_written_is_looked_at_once() -> None:
    long = "ma: @x\n" + "ten: y\n" * (LONGEST // 7)
    many = "".join(f"k{number}: x\n" for number in range(300)) + "ma: @x\n"
    for text in (long, many):
        fault = fault_of(text)
        assert fault
        assert look_again(text, fault) == ((fault,), None, False)


def test_twenty_faults_of_one_list_are_told_at_once() -> None:
    text = "ma: x\ntu_khoa:\n" + "  - [Mới] khai sinh\n" * 30
    problems = read_content(text.encode(), "a.yml", Procedure).problems
    assert [one.line for one in problems if one.code == "yaml-after-closing"] == list(range(3, 23))


def test_no_more_faults_are_told_than_anyone_reads_at_once() -> None:
    text = "".join(f"k{number}: @x\n" for number in range(100))
    problems = read_content(text.encode(), "a.yml", Procedure).problems
    assert 0 < len(problems) <= 20
