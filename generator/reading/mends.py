"""What a clerk may have meant where the parser gave up: lines to write instead, the likeliest first."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.problems import shown
from generator.reading import own_line
from generator.reading.yaml_faults import YamlFault

_FARTHEST = 8
"""Columns that a line may stand out of its place."""
_ROWS_ABOVE = 60
_LONGEST = 1000
"""Letters of a line that may be a slip."""

_KEYED = re.compile(r"( *)((?:- +)*)([^\s:#'\"-][^\s:]*):(?: .*)?")
_ITEM = re.compile(r"( *)- +\S.*")
_REMARK = re.compile(r"# ?([a-z][a-z0-9_]*:) *")
_ON_KEY_LINE = re.compile(r"( *(?:- )*[^\s:#]+:) (-|[|>][+-]?) +(\S.*)")

_QUOTED = frozenset(
    (
        *("yaml-colon-in-text", "yaml-after-closing", "yaml-special-start", "yaml-bracket-open", "yaml-star"),
        *("yaml-percent", "yaml-question", "yaml-alias", "yaml-anchor", "yaml-tag", "yaml-escape"),
        *("yaml-dash", "yaml-block-text"),
    )
)
"""Faults of a text whose signs the parser takes for its own: quotes put it right."""


class Mend(NamedTuple):
    """What to tell the clerk, and the lines (counted from 1) as they would be right."""

    fault: YamlFault
    lines: dict[int, str]

    def applied(self, rows: Sequence[str]) -> list[str]:
        """``rows`` with the mended lines in place."""
        return [self.lines.get(number, row) for number, row in enumerate(rows, start=1)]


def mends_of(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """What may be meant at ``fault``, or just above it where the parser noticed nothing yet."""
    if fault.line > len(rows) or fault.code == "key-twice":
        yield from _new_item(rows, fault)
        return
    row = rows[fault.line - 1]
    above = _above(rows, fault.line)
    if max(map(len, (row, rows[above - 1] if above else ""))) > _LONGEST:
        return
    yield from _colons(row, fault.line)
    if above:
        yield from _colons(rows[above - 1], above)
    if spaces := own_line.without_tabs(row):
        yield Mend(fault, {fault.line: spaces})
    if dashed := own_line.unbulleted(row):
        yield _rewritten(fault, dashed)
    yield from _on_key_line(rows, fault)
    yield from _commented(rows, fault.line)
    if fault.code in ("yaml-quote-open", "yaml-bracket-open") and (whole := own_line.closed(row)):
        yield _rewritten(fault, whole)
    goes_on = fault.code == "yaml-block-text" and _deeper(rows, fault.line)
    if fault.code in _QUOTED and not goes_on and (quoted := own_line.in_quotes(row)):
        yield _rewritten(fault, quoted)
    if fault.code == "yaml-colon-missing":
        yield from _continued(rows, fault)
    else:
        at_margin = above and _KEYED.fullmatch(row) and not row.startswith((" ", "-"))
        yield from _moved(rows, above if above and at_margin else fault.line)


def _rewritten(fault: YamlFault, row: str) -> Mend:
    advice = own_line.advice(row) or fault.suggestion
    return Mend(YamlFault(fault.line, fault.column, fault.code, fault.message, advice), {fault.line: row})


def _colons(row: str, line: int) -> Iterator[Mend]:
    """A key's colon that is missing, wide, or glued to the value."""
    column = len(row) - len(row.lstrip(" -")) + 1
    if found := own_line.with_colon(row):
        key, with_colon = found
        yield _colon(line, column, f"Thiếu dấu hai chấm sau «{key}».", with_colon)
    if spaced := own_line.spaced(row):
        yield _colon(line, row.index(":") + 2, "Thiếu dấu cách sau dấu hai chấm.", spaced)
    if narrow := own_line.narrow(row):
        message = (
            "Sau tên mục là dấu hai chấm rộng «：» của bàn phím chữ Hán, không phải dấu hai chấm thường."
        )
        yield _colon(line, row.index("：") + 1, message, narrow)


def _colon(line: int, column: int, message: str, row: str) -> Mend:
    advice = own_line.advice(row) or "Viết «tên mục: giá trị», sau dấu hai chấm có một dấu cách."
    return Mend(YamlFault(line, column, "yaml-colon-missing", message, advice), {line: row})


def _on_key_line(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """``tu_khoa: - khai sinh``: what begins a list, or a text of many lines, has a line of its own."""
    row = rows[fault.line - 1]
    match = _ON_KEY_LINE.fullmatch(row)
    if not match or fault.code not in ("yaml-dash", "yaml-block-text"):
        return
    head, sign, text = match.groups()
    key = head.lstrip(" -").rstrip(":")
    begun = sign == "-"
    if not (own_line.is_list(key) if begun else _deeper(rows, fault.line)):
        return
    alone, first = (head, f"- {text}") if begun else (f"{head} {sign}", text)
    advice = f"Để «{alone.strip()}» đứng một mình; xuống dòng, thụt vào hai dấu cách rồi viết: {shown(first)}"
    mended = YamlFault(fault.line, fault.column, fault.code, fault.message, advice)
    yield Mend(mended, {fault.line: alone})


def _commented(rows: Sequence[str], line: int) -> Iterator[Mend]:
    """A list whose key, in the line above, is still a remark, as a new file has it."""
    above = rows[line - 2] if line >= 2 else ""
    if rows[line - 1].lstrip(" ").startswith("- ") and (match := _REMARK.fullmatch(above)):
        message = "Danh sách ở dưới không nằm trong mục nào: tên mục ở dòng này còn dấu # ở đầu."
        advice = f"Viết lại thành: {match[1]}"
        yield Mend(YamlFault(line - 1, 1, "yaml-indent", message, advice), {line - 1: match[1]})


def _continued(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """A line without a key: the rest of the sentence above, or one more item of the list above."""
    row = rows[fault.line - 1]
    text = row.strip()
    column = len(row) - len(row.lstrip(" "))
    item = _item_above(rows, fault.line)
    advice = (
        "Nếu là phần tiếp của câu ở dòng trên: nối vào cuối dòng trên, cách một dấu cách"
        " (hoặc thêm hai dấu cách ở đầu dòng này)."
    )
    if item == column and text.isprintable():
        advice += f" Nếu là một ý mới của danh sách, viết: - {shown(text)}"
    said = "Dòng này không có tên mục và dấu hai chấm."
    if not any(char.isalnum() for char in text):
        said, advice = "Dòng này không có chữ nào.", "Xóa dòng này, hoặc thêm dấu # ở đầu để thành ghi chú."
    # left out for what is checked below: joined, it could make the value above look wrong
    yield Mend(YamlFault(fault.line, column + 1, fault.code, said, advice), {fault.line: ""})


def _new_item(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """A key for the second time in one item of a list: the dash of the next item may be forgotten."""
    row = rows[fault.line - 1] if fault.line <= len(rows) else ""
    margin = len(row) - len(row.lstrip(" "))
    if margin >= 2 and _item_above(rows, fault.line) == margin - 2:
        new = own_line.with_dash(row[2:])
        advice = f"{fault.suggestion} Nếu là một ý mới của danh sách, viết: {shown(new)}"
        yield Mend(YamlFault(fault.line, fault.column, fault.code, fault.message, advice), {fault.line: new})


def _moved(rows: Sequence[str], line: int) -> Iterator[Mend]:
    """A line that stands a few columns beside the entries it belongs to; what is under it moves along."""
    row = rows[line - 1]
    margin = len(row) - len(row.lstrip(" "))
    keyed = _KEYED.fullmatch(row)
    dashed = row.lstrip(" ").startswith("- ")
    if not keyed and not dashed:
        return
    targets = _targets(rows, line, dashed=dashed)
    if not dashed and margin == _item_above(rows, line):  # beside the dash: in that item, or the next item
        below = next((one for one in targets if one[0] == margin + 2), None)
        if below:
            yield _straight(rows, line, *below)
        yield _dash_lost(row, line)
    for column, number in sorted(targets, key=lambda one: (abs(one[0] - margin), -one[1])):
        if 0 < abs(column - margin) <= _FARTHEST:
            mend = _straight(rows, line, column, number)
            yield mend
            if len(mend.lines) > 1:
                yield Mend(mend.fault, {line: mend.lines[line]})


def _dash_lost(row: str, line: int) -> Mend:
    new = own_line.with_dash(row)
    message = "Dòng này thiếu dấu gạch đầu dòng «- » nên không phải là một ý mới của danh sách."
    advice = own_line.advice(new) or "Thêm dấu gạch và một dấu cách ở đầu dòng."
    column = len(row) - len(row.lstrip(" ")) + 1
    return Mend(YamlFault(line, column, "yaml-list-indent", message, advice), {line: new})


def _straight(rows: Sequence[str], line: int, column: int, number: int) -> Mend:
    """``line``, and what stands deeper below it, with its first letter under the one of line ``number``."""
    row = rows[line - 1]
    margin = len(row) - len(row.lstrip(" "))
    by = column - margin
    along = [line, *_deeper(rows, line)]
    lines = {n: _set_in(rows[n - 1], by) for n in along}
    what = f"{'Thêm' if by > 0 else 'Bớt'} {abs(by)} dấu cách ở đầu dòng này"
    if len(along) > 1:
        what += f" và các dòng {along[1]}-{along[-1]}" if len(along) > 2 else f" và dòng {along[1]}"
    advice = f"{what}, để {_called(row)} {_beside(rows, number, column)}."
    said = "Dòng này thụt vào không thẳng với các mục cùng nhóm."
    return Mend(YamlFault(line, margin + 1, "yaml-indent", said, advice), lines)


def _called(row: str) -> str:
    keyed = _KEYED.fullmatch(row)
    return f"«{shown(keyed[3])}»" if keyed and not keyed[2] else "dấu gạch"


def _beside(rows: Sequence[str], number: int, column: int) -> str:
    if column == 0:
        return "sát lề trái"
    above = rows[number - 1]
    keyed = _KEYED.fullmatch(above)
    name = f"«{shown(keyed[3])}»" if keyed and len(keyed[1] + keyed[2]) == column else "dấu gạch"
    return f"thẳng cột với {name} ở dòng {number}"


def _targets(rows: Sequence[str], line: int, *, dashed: bool) -> list[tuple[int, int]]:
    """Columns, with the nearest line above that has it, where entries (or dashes) above stand."""
    found: dict[int, int] = {} if dashed else {0: 0}
    nearest: dict[int, int] = {}
    for number in range(line - 1, max(0, line - 1 - _ROWS_ABOVE), -1):
        row = rows[number - 1]
        margin = len(row) - len(row.lstrip(" "))
        keyed = _KEYED.fullmatch(row)
        if dashed and _ITEM.fullmatch(row):
            nearest.setdefault(margin, number)
        elif not dashed and keyed:
            nearest.setdefault(len(keyed[1] + keyed[2]), number)
    return list({**found, **nearest}.items()) if not dashed else list(nearest.items())


def _item_above(rows: Sequence[str], line: int) -> int | None:
    """The column of the nearest dash above that is not deeper than ``line``."""
    row = rows[line - 1]
    margin = len(row) - len(row.lstrip(" "))
    for number in range(line - 1, max(0, line - 1 - _ROWS_ABOVE), -1):
        above = rows[number - 1]
        column = len(above) - len(above.lstrip(" "))
        if above.strip() and column <= margin:
            return column if _ITEM.fullmatch(above) else None
    return None


def _above(rows: Sequence[str], line: int) -> int | None:
    """The nearest line above that says something."""
    return next((n for n in range(line - 1, 0, -1) if rows[n - 1].strip(" ")[:1] not in ("", "#")), None)


def _deeper(rows: Sequence[str], line: int) -> list[int]:
    """The lines below that stand deeper than ``line``."""
    margin = len(rows[line - 1]) - len(rows[line - 1].lstrip(" "))
    found = []
    for number in range(line + 1, len(rows) + 1):
        row = rows[number - 1]
        if row.strip() and len(row) - len(row.lstrip(" ")) <= margin:
            break
        if row.strip():
            found.append(number)
    return found


def _set_in(row: str, by: int) -> str:
    return " " * by + row if by > 0 else row[min(-by, len(row) - len(row.lstrip(" "))) :]
