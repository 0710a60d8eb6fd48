"""The caret stands under the place, whatever the letters before it are."""

from pathlib import Path

import pytest

from generator.excerpt import WIDEST, columns, excerpts, pointed, visible
from generator.problems import Problem, Severity


def _width(text: str) -> int:
    return sum(map(columns, text))


def _under(line: str, column: int) -> str:
    """What the caret stands under."""
    shown, caret = pointed(line, 7, column)
    width = caret.index("^")
    found = ""
    for index in range(len(shown)):
        if _width(shown[:index]) <= width < _width(shown[: index + 1]):
            found = shown[index]
    return found


@pytest.mark.parametrize(
    ("line", "column", "sign"),
    [
        ("ten: Khai sinh", 6, "K"),
        ("ten: Đăng ký: lần đầu", 13, ":"),
        ("te\u0302n: Khai", 7, "K"),
        ("tên：Hộ 漢字 x", 11, "x"),
        ("漢字: x", 2, "字"),
        ("ten:\tKhai", 5, "⇥"),
        ("\tten: Khai", 2, "t"),
        ("a\u200bb: c", 3, "b"),
        ("ten: \x1b[31mđỏ", 6, "□"),
        ("x" * 300 + "ĐÂY" + "y" * 300, 301, "Đ"),
        ("x" * 300 + "e\u0301" * 20 + "Z", 341, "Z"),
    ],
)
def test_the_caret_is_under(line: str, column: int, sign: str) -> None:
    assert _under(line, column) == sign


def test_a_place_after_the_end_of_a_line_is_shown_after_it() -> None:
    assert pointed("ten:", 3, 9) == ["    3 | ten:", "      |     ^"]


def test_a_long_line_is_cut_on_both_sides_of_the_place() -> None:
    shown, caret = pointed("x" * 500, 12, 250)
    assert shown.startswith("   12 | …x")
    assert shown.endswith("x…")
    assert len(shown) <= WIDEST + 12
    assert shown[caret.index("^")] == "x"


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\u202e", "\u00ad", "\u2028", "\ue000", "\n"])
def test_nothing_reaches_the_terminal_that_it_could_obey(char: str) -> None:
    assert visible(char).isprintable()


def _problem(line: int, column: int, code: str = "key-unknown", file: str = "x.yml") -> Problem:
    return Problem(file, line, column, code, Severity.ERROR, "Sai.")


def test_lines_are_counted_as_the_reader_counts_them(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes(b"\xef\xbb\xbfa: 1\r\nb\r" + "te\u0302n: x\n".encode())
    excerpt = excerpts(tmp_path)
    assert excerpt(_problem(1, 1)) == ["    1 | a: 1", "      | ^"]
    assert excerpt(_problem(3, 6)) == ["    3 | tên: x", "      |      ^"]


def test_a_file_that_is_no_text_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes(b"a: 1\nb: \xff\x00\n")
    assert excerpts(tmp_path)(_problem(2, 4, "file-not-utf8"))[0].startswith("    2 | b: ")


def test_what_speaks_of_a_whole_file_has_no_caret(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("a: 1\n\n", encoding="utf-8")
    excerpt = excerpts(tmp_path)
    assert excerpt(_problem(1, 1, "key-missing")) == []
    assert excerpt(_problem(1, 1, "file-empty")) == []
    assert excerpt(_problem(2, 1)) == []
    assert excerpt(_problem(9, 1)) == []
    assert excerpt(_problem(1, 1, file="nowhere.yml")) == []
