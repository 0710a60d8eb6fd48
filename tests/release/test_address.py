"""A site that nobody can open is published, and the publisher is told."""

from pathlib import Path

import pytest

from generator.problems import Severity
from generator.release.address import address_problems, leads_nowhere
from tests.check.base import FILES, write_board

BOARD = FILES["content/board.yml"]


@pytest.mark.parametrize(
    "host",
    [
        *("congkhai.example", "CONGKHAI.EXAMPLE.", "xa.test", "a.invalid", "localhost", "may.local"),
        *("www.example.com", "example.org", "127.0.0.1", "192.168.1.10", "10.0.0.5"),
    ],
)
def test_a_kept_name_leads_nowhere(host: str) -> None:
    assert leads_nowhere(host)


@pytest.mark.parametrize(
    "host", ["phuthai.haiphong.gov.vn", "example.vn", "myexample.com", "test.gov.vn", "8.8.8.8"]
)
def test_a_name_that_somebody_owns_is_fine(host: str) -> None:
    assert not leads_nowhere(host)


def test_the_warning_stands_at_the_address(tmp_path: Path) -> None:
    (problem,) = address_problems(write_board(tmp_path, {}))
    assert (problem.file, problem.line, problem.column) == ("content/board.yml", 3, 16)
    assert (problem.code, problem.severity) == ("address-reserved", Severity.WARNING)
    assert "«congkhai.example»" in problem.message


def test_nothing_is_said_of_a_real_address(tmp_path: Path) -> None:
    real = BOARD.replace("congkhai.example", "phuthai.haiphong.gov.vn")
    assert address_problems(write_board(tmp_path, {"content/board.yml": real})) == ()
