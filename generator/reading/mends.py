"""What a clerk may have meant where the parser gave up: lines to write instead, the likeliest first."""

import re
from collections.abc import Iterator, Sequence

from generator.problems import shown
from generator.reading import own_line
from generator.reading.moves import KEYED, Mend, below_sign, moved
from generator.reading.rows import line_above, lines_deeper, list_column, margin_of
from generator.reading.yaml_faults import YamlFault

_LONGEST = 1000
"""Letters of a line that may be a slip."""

_FOREIGN_REMARKS = ("//", "/*", "<!--", "-- ")
_REMARK = re.compile(r"# ?([a-z][a-z0-9_]*:) *")
_ALONE = re.compile(r"( *(?:- )*[^\s:#]+:) +- *")
_ON_KEY_LINE = re.compile(r"( *(?:- )*[^\s:#]+:) (-|[|>][+-]?) +(\S.*)")

_QUOTED = frozenset(
    (
        *("yaml-colon-in-text", "yaml-after-closing", "yaml-special-start", "yaml-bracket-open", "yaml-star"),
        *("yaml-percent", "yaml-question", "yaml-alias", "yaml-anchor", "yaml-tag", "yaml-escape"),
        *("yaml-dash", "yaml-block-text"),
    )
)
"""Faults of a text whose signs the parser takes for its own: quotes put it right."""


def mends_of(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """What may be meant at ``fault``, or just above it where the parser noticed nothing yet."""
    if fault.line > len(rows) or fault.code == "key-twice":
        yield from _new_item(rows, fault)
        return
    row = rows[fault.line - 1]
    above = line_above(rows, fault.line)
    if max(map(len, (row, rows[above - 1] if above else ""))) > _LONGEST:
        return
    yield from _colons(row, fault.line)
    if above:
        yield from _colons(rows[above - 1], above)
    if spaces := own_line.without_tabs(row):
        yield Mend(fault, {fault.line: spaces})
    if dashed := own_line.unbulleted(row):
        yield _rewritten(fault, dashed)
    if fault.code == "yaml-dash" and (alone := _ALONE.fullmatch(row)):
        advice = f'Nguồn không nêu thì xóa cả dòng. Dấu gạch đúng là nội dung thì viết: {shown(alone[1])} "-"'
        said = YamlFault(fault.line, fault.column, fault.code, fault.message, advice)
        yield Mend(said, {fault.line: alone[1]})
    yield from _on_key_line(rows, fault)
    yield from _commented(rows, fault.line)
    if fault.code in ("yaml-quote-open", "yaml-bracket-open") and (whole := own_line.closed(row)):
        yield _rewritten(fault, whole)
    goes_on = fault.code == "yaml-block-text" and lines_deeper(rows, fault.line)
    if fault.code in _QUOTED and not goes_on and (quoted := own_line.in_quotes(row)):
        yield _rewritten(fault, quoted)
    if fault.code == "yaml-colon-missing":
        yield from below_sign(rows, fault)
        yield from _continued(rows, fault)
    else:
        at_margin = above and KEYED.fullmatch(row) and not row.startswith((" ", "-"))
        yield from moved(rows, above if above and at_margin else fault.line)


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
    if not (own_line.is_list(key) if begun else lines_deeper(rows, fault.line)):
        return
    alone, first = (head, f"- {text}") if begun else (f"{head} {sign}", text)
    advice = f"Để «{shown(alone)}» đứng một mình; xuống dòng, thụt vào hai dấu cách rồi viết: {shown(first)}"
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
    column = margin_of(row)
    item = list_column(rows, fault.line)
    advice = (
        "Nếu là phần tiếp của câu ở dòng trên: nối vào cuối dòng trên, cách một dấu cách"
        " (hoặc thêm hai dấu cách ở đầu dòng này)."
    )
    if item == column and text.isprintable():
        advice += f" Nếu là một ý mới của danh sách, viết: - {shown(text)}"
    said = "Dòng này không có tên mục và dấu hai chấm."
    if text.startswith(_FOREIGN_REMARKS) and (remark := text.strip("/-<>!* ")).isprintable():
        said, advice = "Ghi chú phải bắt đầu bằng dấu #.", f"Viết lại thành: # {remark}"
    elif not any(char.isalnum() for char in text):
        said, advice = "Dòng này không có chữ nào.", "Xóa dòng này, hoặc thêm dấu # ở đầu để thành ghi chú."
    # left out for what is checked below: joined, it could make the value above look wrong
    yield Mend(YamlFault(fault.line, column + 1, fault.code, said, advice), {fault.line: ""})


def _new_item(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """A key for the second time in one item of a list: the dash of the next item may be forgotten."""
    row = rows[fault.line - 1] if fault.line <= len(rows) else ""
    margin = margin_of(row)
    if margin >= 2 and list_column(rows, fault.line) == margin - 2:
        new = own_line.with_dash(row[2:])
        advice = f"{fault.suggestion} Nếu là một ý mới của danh sách, viết: {shown(new)}"
        yield Mend(YamlFault(fault.line, fault.column, fault.code, fault.message, advice), {fault.line: new})
