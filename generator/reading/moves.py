"""Lines that stand in a wrong column: how many spaces bring them to their place, or which dash is lost."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.problems import shown
from generator.reading import own_line
from generator.reading.rows import ITEM, line_above, lines_deeper, list_column, margin_of
from generator.reading.yaml_faults import YamlFault

_FARTHEST = 8
"""Columns that a line may stand out of its place."""
_ROWS_ABOVE = 60

KEYED = re.compile(r"( *)((?:- +)*)([^\s:#'\"-][^\s:]*):(?: .*)?")
BLOCK_SIGN = re.compile(r": +[>|][+-]? *$")


class Mend(NamedTuple):
    """What to tell the clerk, and the lines (counted from 1) as they would be right."""

    fault: YamlFault
    lines: dict[int, str]
    whole: bool = True
    """Whether no words of the clerk's are left out: what seems to be missing may stand in them."""

    def applied(self, rows: Sequence[str]) -> list[str]:
        """``rows`` with the mended lines in place."""
        return [self.lines.get(number, row) for number, row in enumerate(rows, start=1)]


def moved(rows: Sequence[str], line: int) -> Iterator[Mend]:
    """A line that stands a few columns beside the entries it belongs to; what is under it moves along."""
    row = rows[line - 1]
    margin = margin_of(row)
    keyed = KEYED.fullmatch(row)
    dashed = row.lstrip(" ").startswith("- ")
    if not keyed and not dashed:
        yield from _text_moved(rows, line)
        return
    targets = _targets(rows, line, dashed=dashed)
    if dashed:
        yield from _first_dash_lost(rows, line)
    if not dashed and margin == list_column(rows, line):  # beside the dash: in that item, or the next item
        first_key = next((one for one in targets if one[0] == margin + 2), None)
        if first_key:
            yield _straight(rows, [line, *lines_deeper(rows, line)], *first_key)
        yield _dash_lost(row, line)
    for column, number in sorted(targets, key=lambda one: (abs(one[0] - margin), -one[1])):
        if 0 < abs(column - margin) <= _FARTHEST:
            below = lines_deeper(rows, line)
            yield _straight(rows, [line, *below], column, number)
            if below:
                yield _straight(rows, [line], column, number)


def _text_moved(rows: Sequence[str], line: int) -> Iterator[Mend]:
    """A line of a text of many lines that stands less deep than the one above."""
    above = line_above(rows, line)
    by = margin_of(rows[above - 1]) - margin_of(rows[line - 1]) if above else 0
    if above and 0 < by <= _FARTHEST:
        said = "Dòng này thụt vào không thẳng với đoạn văn ở trên."
        advice = f"{_more(by, [line])}, để thẳng cột với dòng {above}."
        fault = YamlFault(line, margin_of(rows[line - 1]) + 1, "yaml-indent", said, advice)
        yield Mend(fault, {line: _set_in(rows[line - 1], by)})


def _dash_lost(row: str, line: int) -> Mend:
    new = own_line.with_dash(row)
    message = "Dòng này thiếu dấu gạch đầu dòng «- » nên không phải là một ý mới của danh sách."
    advice = own_line.advice(new) or "Thêm dấu gạch và một dấu cách ở đầu dòng."
    column = margin_of(row) + 1
    return Mend(YamlFault(line, column, "yaml-list-indent", message, advice), {line: new})


def _first_dash_lost(rows: Sequence[str], line: int) -> Iterator[Mend]:
    """A dash below entries that nothing makes an item of: that of the first of them is lost."""
    margin = margin_of(rows[line - 1])
    first = line
    while (above := line_above(rows, first)) and margin_of(rows[above - 1]) > margin:
        first = above
    if first < line and margin_of(rows[first - 1]) == margin + 2:
        row = rows[first - 1]
        said = "Dòng này thiếu dấu gạch đầu dòng «- » nên không phải là ý đầu của danh sách."
        advice = (
            f"Thay hai dấu cách đứng ngay trước {_called(row)} bằng dấu gạch và một dấu cách,"
            f" để dấu gạch thẳng cột với dấu gạch ở dòng {line}."
        )
        fault = YamlFault(first, margin + 3, "yaml-list-indent", said, advice)
        yield Mend(fault, {first: own_line.with_dash(row[2:])})


def _straight(rows: Sequence[str], along: Sequence[int], column: int, number: int) -> Mend:
    """The first of the lines ``along`` under the letter of line ``number``, the others moved as far."""
    line = along[0]
    row = rows[line - 1]
    margin = margin_of(row)
    by = column - margin
    lines = {n: _set_in(rows[n - 1], by) for n in along}
    advice = f"{_more(by, along)}, để {_called(row)} {_beside(rows, number, column)}."
    said = "Dòng này thụt vào không thẳng với các mục cùng nhóm."
    return Mend(YamlFault(line, margin + 1, "yaml-indent", said, advice), lines)


def below_sign(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """A text under ``>-`` that nobody has set in."""
    above = line_above(rows, fault.line)
    if not above or not BLOCK_SIGN.search(rows[above - 1]):
        return
    column = margin_of(rows[above - 1]) + 2
    last = fault.line
    while last < len(rows) and rows[last].strip() and not KEYED.fullmatch(rows[last]):
        last += 1
    along = range(fault.line, last + 1)
    by = column - min(margin_of(rows[number - 1]) for number in along)
    if by > 0:
        what = _more(by, list(along))
        advice = f"{what}: đoạn văn sau dấu >- hoặc | phải thụt vào sâu hơn tên mục."
        said = "Đoạn văn này chưa thụt vào nên máy không biết nó thuộc mục nào."
        lines = {number: _set_in(rows[number - 1], by) for number in along}
        yield Mend(YamlFault(fault.line, 1, "yaml-indent", said, advice), lines)


def _more(by: int, along: Sequence[int]) -> str:
    what = f"{'Thêm' if by > 0 else 'Bớt'} {abs(by)} dấu cách ở đầu dòng này"
    if len(along) > 2:
        return f"{what} và các dòng {along[1]}-{along[-1]}"
    return f"{what} và dòng {along[1]}" if len(along) > 1 else what


def _called(row: str) -> str:
    keyed = KEYED.fullmatch(row)
    return f"«{shown(keyed[3])}»" if keyed and not keyed[2] else "dấu gạch"


def _beside(rows: Sequence[str], number: int, column: int) -> str:
    if column == 0:
        return "sát lề trái"
    above = rows[number - 1]
    keyed = KEYED.fullmatch(above)
    name = f"«{shown(keyed[3])}»" if keyed and len(keyed[1] + keyed[2]) == column else "dấu gạch"
    return f"thẳng cột với {name} ở dòng {number}"


def _targets(rows: Sequence[str], line: int, *, dashed: bool) -> list[tuple[int, int]]:
    """Columns, with the nearest line above that has it, where entries (or dashes) above stand."""
    nearest: dict[int, int] = {}
    for number in range(line - 1, max(0, line - 1 - _ROWS_ABOVE), -1):
        row = rows[number - 1]
        margin = margin_of(row)
        keyed = KEYED.fullmatch(row)
        if dashed and ITEM.fullmatch(row):
            nearest.setdefault(margin, number)
        elif not dashed and keyed:
            nearest.setdefault(len(keyed[1] + keyed[2]), number)
    if not dashed:
        nearest.setdefault(0, 0)  # the margin itself, where no line above stands there
    return list(nearest.items())


def _set_in(row: str, by: int) -> str:
    return " " * by + row if by > 0 else row[min(-by, margin_of(row)) :]
