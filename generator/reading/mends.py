"""What a clerk may have meant where the parser gave up: lines to write instead, the likeliest first."""

import re
from collections.abc import Iterator, Sequence

from generator.problems import shown
from generator.reading import own_line, stray_lines
from generator.reading.moves import BLOCK_SIGN, KEYED, Mend, below_sign, moved
from generator.reading.rows import line_above, lines_deeper, list_column, margin_of
from generator.reading.yaml_faults import YamlFault

_LONGEST = 1000
"""Letters of a line that may be a slip."""

_OUT_OF_PLACE = frozenset(("yaml-indent", "yaml-list-indent", "yaml-after-closing"))
_AFTER_A_QUOTE = frozenset(
    ("yaml-after-closing", "yaml-quote-open", "yaml-colon-in-text", "yaml-colon-missing")
)
_ROWS_ABOVE, _MOST_QUOTES = 40, 2
"""How far above a fault an open quote is looked for, and how many of them are tried."""
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
    yield from _colons(row, fault.line, alone=not lines_deeper(rows, fault.line))
    if above:
        yield from _colons(rows[above - 1], above)
    if spaces := own_line.without_tabs(row):
        yield Mend(fault, {fault.line: spaces})
    yield from _hard_blanks(rows)
    yield from _quote_above(rows, fault)
    yield from _two_on_a_line(row, fault)
    if apart := own_line.dash_apart(row, in_list=list_column(rows, fault.line) == margin_of(row)):
        yield _told(fault, "Sau dấu gạch đầu dòng thiếu một dấu cách.", apart)
    if dashed := own_line.unbulleted(row):
        yield _rewritten(fault, dashed)
    if fault.code == "yaml-dash" and (alone := _ALONE.fullmatch(row)):
        advice = f'Nguồn không nêu thì xóa cả dòng. Dấu gạch đúng là nội dung thì viết: {shown(alone[1])} "-"'
        said = YamlFault(fault.line, fault.column, fault.code, fault.message, advice)
        yield Mend(said, {fault.line: alone[1]})
    yield from _on_key_line(rows, fault)
    yield from _commented(rows, fault.line)
    if plain := own_line.without_comma(row):
        yield _told(fault, "Cuối dòng thừa dấu phẩy.", plain)
    if fault.code in ("yaml-quote-open", "yaml-bracket-open") and (whole := own_line.closed(row)):
        yield _rewritten(fault, whole)
    goes_on = fault.code == "yaml-block-text" and lines_deeper(rows, fault.line)
    if fault.code in _QUOTED and not goes_on and (quoted := own_line.in_quotes(row)):
        yield _rewritten(fault, quoted)
    if fault.code == "yaml-colon-missing":
        yield from below_sign(rows, fault)
        yield from stray_lines.without_key(rows, fault)
    else:
        yield from _signs_above(rows, fault)
        yield from stray_lines.item_without_key(rows, fault)
        yield from _dash_above(rows, fault)
        at_margin = above and KEYED.fullmatch(row) and not row.startswith((" ", "-"))
        yield from moved(rows, above if above and at_margin else fault.line)
        if fault.code in _OUT_OF_PLACE:
            yield from stray_lines.below_value(rows, fault)


def _told(fault: YamlFault, message: str, row: str) -> Mend:
    """``fault`` with another message: the line that is right leaves no doubt of what was wrong."""
    return _rewritten(YamlFault(fault.line, fault.column, fault.code, message, fault.suggestion), row)


def _rewritten(fault: YamlFault, row: str) -> Mend:
    advice = own_line.advice(row) or fault.suggestion
    return Mend(YamlFault(fault.line, fault.column, fault.code, fault.message, advice), {fault.line: row})


def _colons(row: str, line: int, *, alone: bool = False) -> Iterator[Mend]:
    """A key's colon that is missing, wide, or glued to the value."""
    column = len(row) - len(row.lstrip(" -")) + 1
    if found := own_line.with_colon(row):
        key, with_colon = found
        yield _colon(line, column, f"Thiếu dấu hai chấm sau «{key}».", with_colon, alone=alone)
    if spaced := own_line.spaced(row):
        yield _colon(line, row.index(":") + 2, "Thiếu dấu cách sau dấu hai chấm.", spaced)
    if narrow := own_line.narrow(row):
        message = (
            "Sau tên mục là dấu hai chấm rộng «：» của bàn phím chữ Hán, không phải dấu hai chấm thường."
        )
        yield _colon(line, row.index("：") + 1, message, narrow)


def _dash_above(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """``• ten: x`` or ``-ten: x`` begins an item, and the parser blames the item's second line."""
    above = line_above(rows, fault.line)
    row = rows[above - 1] if above else ""
    dashed = own_line.unbulleted(row) or own_line.dash_apart(row, in_list=False)
    if above and dashed and margin_of(rows[fault.line - 1]) == margin_of(row) + 2:
        said = "Đầu dòng này không phải gạch đầu dòng: phải là một dấu trừ và một dấu cách."
        advice = own_line.advice(dashed) or "Gõ một dấu trừ và một dấu cách ở đầu dòng."
        told = YamlFault(above, margin_of(row) + 1, "yaml-list-indent", said, advice)
        yield Mend(told, {above: dashed})


def _signs_above(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """``buoc：>-`` is a text for the parser, which goes on down to the next key."""
    for number in range(fault.line - 1, max(0, fault.line - _ROWS_ABOVE), -1):
        row = rows[number - 1]
        if row.endswith((">-", "|-", ">", "|")) and not BLOCK_SIGN.search(row):
            yield from _colons(row, number)
            return


def _colon(line: int, column: int, message: str, row: str, *, alone: bool = False) -> Mend:
    advice = own_line.advice(row) or "Viết «tên mục: giá trị», sau dấu hai chấm có một dấu cách."
    if row.endswith(":") and alone:
        advice = f"Viết cho đủ: «{shown(row.strip())} …», hoặc xóa cả dòng."
    return Mend(YamlFault(line, column, "yaml-colon-missing", message, advice), {line: row})


def _hard_blanks(rows: Sequence[str]) -> Iterator[Mend]:
    """Lines set in by no-break spaces, as Word and web pages do it: to the parser these are letters."""
    lines = {n: soft for n, row in enumerate(rows, start=1) if (soft := own_line.without_hard_blanks(row))}
    if lines:
        first = min(lines)
        said = (
            "Khoảng trống ở đầu dòng là dấu cách cứng (U+00A0) chép từ Word hoặc trang web, máy coi là chữ."
        )
        more = f" (cả {len(lines)} dòng như vậy)" if len(lines) > 1 else ""
        advice = f"Xóa khoảng trống ở đầu dòng rồi gõ {margin_of(lines[first])} dấu cách thường{more}."
        yield Mend(YamlFault(first, 1, "yaml-indent", said, advice), lines)


def _quote_above(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """A quote that was never closed meets the next one below, and the parser blames the line of that one."""
    if fault.code not in _AFTER_A_QUOTE:
        return
    opened = [
        (number, closed)
        for number in range(max(1, fault.line - _ROWS_ABOVE), fault.line)
        if own_line.opens_quote(rows[number - 1]) and (closed := own_line.closed(rows[number - 1]))
    ]
    for number, closed in opened[-_MOST_QUOTES:]:
        sign = own_line.opens_quote(rows[number - 1])
        said = "Ngoặc kép mở ở đây mà không đóng lại."
        yield _rewritten(YamlFault(number, sign, "yaml-quote-open", said, 'Thêm dấu " ở cuối câu.'), closed)


def _two_on_a_line(row: str, fault: YamlFault) -> Iterator[Mend]:
    """``linh_vuc: ho-tich muc_do: danh_muc``: the line break between two entries is lost."""
    if fault.code == "yaml-colon-in-text" and (found := own_line.two_entries(row)):
        first, key = found
        said = f"Trên một dòng có hai mục: mục «{key}» phải đứng ở dòng riêng."
        advice = f"Xuống dòng trước «{key}», cho tên mục này thẳng cột với tên mục đứng trước nó."
        column = len(row) - len(row[len(first) :].lstrip()) + 1
        told = YamlFault(fault.line, column, fault.code, said, advice)
        yield Mend(told, {fault.line: first}, whole=False)


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


def _new_item(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """A key for the second time in one item of a list: the dash or first line of the next may be lost."""
    row = rows[fault.line - 1] if fault.line <= len(rows) else ""
    margin = margin_of(row)
    if margin < 2 or list_column(rows, fault.line, inside=margin) != margin - 2:
        return
    new = own_line.with_dash(row[2:])
    first = stray_lines.first_key(rows, fault.line, margin - 2)
    begun = new if first in ("", (KEYED.fullmatch(row) or ["", "", "", first])[3]) else f"- {first}: …"
    what = "viết" if begun == new else "thêm ở ngay trên dòng đầu đã mất của ý ấy"
    advice = f"{fault.suggestion} Nếu là một ý mới của danh sách, {what}: {shown(begun.strip())}"
    yield Mend(YamlFault(fault.line, fault.column, fault.code, fault.message, advice), {fault.line: new})
