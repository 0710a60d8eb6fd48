"""Large files are joined from pieces that may lie in the files of the last build."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.open_data.procedure_parts import Joined
from generator.site.joining import Group, join
from generator.site.output import Output
from generator.site.state import Slice

FILES = (
    Joined("data/all.json", 0, b"[\n", b",\n", b"\n]\n"),
    Joined("data/rows.csv", 1, b"head\r\n"),
    Joined("data/rows-excel.csv", 1, b"BOMhead\r\n"),
)


def _pieces(key: str) -> tuple[bytes, bytes]:
    return f"<{key}>".encode(), b"" if key.endswith("0") else f"{key}\r\n".encode()


def _maker(asked: list[str]) -> Callable[[Sequence[Group]], Iterator[Sequence[bytes]]]:
    def make(groups: Sequence[Group]) -> Iterator[Sequence[bytes]]:
        for group in groups:
            asked.append(group.key)
            yield _pieces(group.key)

    return make


def _join(keys: Sequence[str], before: Sequence[Slice], root: Path) -> tuple[tuple[Slice, ...], list[str]]:
    asked: list[str] = []
    groups = [Group(key, ()) for key in keys]
    return join(FILES, groups, before, _maker(asked), Output(root)), asked


def _wanted(keys: Sequence[str]) -> dict[str, bytes]:
    pieces = [_pieces(key) for key in keys]
    rows = b"".join(piece[1] for piece in pieces)
    return {
        "data/all.json": b"[\n" + b",\n".join(piece[0] for piece in pieces) + b"\n]\n",
        "data/rows.csv": b"head\r\n" + rows,
        "data/rows-excel.csv": b"BOMhead\r\n" + rows,
    }


def _found(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.glob("data/*")}


KEYS = st.lists(st.integers(0, 30).map(str), unique=True, max_size=8)


@given(first=KEYS, second=KEYS)
def test_only_new_groups_are_made_and_the_files_are_as_if_all_were(
    first: list[str], second: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("site")
    slices, asked = _join(first, (), root)
    assert asked == first
    assert _found(root) == _wanted(first)
    again, asked = _join(second, slices, root)
    assert asked == [key for key in second if key not in first]
    assert _found(root) == _wanted(second)
    assert [each.key for each in again] == second


@pytest.mark.parametrize("harm", ["gone", "shorter", "another byte"])
def test_what_is_not_as_it_was_left_is_made_again(harm: str, tmp_path: Path) -> None:
    slices, _ = _join(["1", "2", "3"], (), tmp_path)
    file = tmp_path / "data/rows.csv"
    whole = file.read_bytes()
    if harm == "gone":
        file.unlink()
    else:
        file.write_bytes(whole[:-3] if harm == "shorter" else whole.replace(b"2", b"9"))
    _, asked = _join(["1", "2", "3"], slices, tmp_path)
    assert asked == {"gone": ["1", "2", "3"], "shorter": ["3"], "another byte": ["2"]}[harm]
    assert _found(tmp_path) == _wanted(["1", "2", "3"])


def test_a_failure_on_the_way_leaves_the_old_files_and_nothing_else(tmp_path: Path) -> None:
    slices, _ = _join(["1"], (), tmp_path)
    before = _found(tmp_path)

    def fails(groups: Sequence[Group]) -> Iterator[Sequence[bytes]]:
        yield _pieces(groups[0].key)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        join(FILES, [Group("2", ()), Group("3", ())], slices, fails, Output(tmp_path))
    assert _found(tmp_path) == before
