"""Lines that belong to no key: begun and left, pasted by mistake, or written below a finished value."""

import re
from collections.abc import Iterator, Sequence

from generator.explain.suggestions import nearest
from generator.problems import shown
from generator.reading import own_line
from generator.reading.moves import KEYED, Mend
from generator.reading.rows import line_above, list_column, margin_of
from generator.reading.yaml_faults import YamlFault

_FOREIGN_REMARKS = ("//", "/*", "<!--", "-- ")
_BEGUN = re.compile(r"[a-z]+(?:_[a-z]*)+")
_SHORTEST = 4
"""Letters of a key's beginning that can be told from a word."""
_ITEM = re.compile(r"( *- )([^\s\"'\[{].*)")
_VALUED = re.compile(r"( *(?:- +)*)([^\s:#'\"-][^\s:]*): +[^>|\s].*")


def without_key(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """A line without a key: left out of what is checked then: joined, it could make a value look wrong."""
    row = rows[fault.line - 1]
    said, advice = _said(rows, fault, row.strip())
    told = YamlFault(fault.line, margin_of(row) + 1, fault.code, said, advice)
    yield Mend(told, {fault.line: ""}, whole=_begun(row.strip()) is None)


def _said(rows: Sequence[str], fault: YamlFault, text: str) -> tuple[str, str]:
    if text.startswith(_FOREIGN_REMARKS) and (remark := text.strip("/-<>!* ")).isprintable():
        return "Ghi chú phải bắt đầu bằng dấu #.", f"Viết lại thành: # {remark}"
    if not any(char.isalnum() for char in text):
        return "Dòng này không có chữ nào.", "Xóa dòng này, hoặc thêm dấu # ở đầu để thành ghi chú."
    if "\t" in text:
        said = "Dòng này là các ô chép từ Excel hoặc bảng của Word, cách nhau bằng dấu Tab (vẽ ở đây là ⇥)."
        return said, "Chép nhầm thì xóa dòng này; nếu không, viết mỗi ô vào mục của nó: «tên mục: giá trị»."
    if key := _begun(text):
        said = f"Dòng này viết dở: có phải «{key}»?"
        return said, f"Viết cho đủ: «{key}: …», hoặc xóa cả dòng."
    advice = (
        "Nếu là phần tiếp của câu ở dòng trên: nối vào cuối dòng trên, cách một dấu cách"
        " (hoặc thêm hai dấu cách ở đầu dòng này)."
    )
    if list_column(rows, fault.line) == margin_of(rows[fault.line - 1]) and text.isprintable():
        advice += f" Nếu là một ý mới của danh sách, viết: - {shown(text)}"
    return "Dòng này không có tên mục và dấu hai chấm.", advice


def _begun(text: str) -> str | None:
    """The key that ``so_quyet`` or ``co_quan_thuc_hie`` begins or misspells."""
    if not _BEGUN.fullmatch(text) or len(text) < _SHORTEST:
        return None
    keys = sorted(own_line.known_keys())
    return next((key for key in keys if key.startswith(text)), None) or nearest(text, keys)


def item_without_key(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """``- Tờ khai`` with ``ban_chinh: 1`` below: the first line of an item lacks its key."""
    row, above = rows[fault.line - 1], line_above(rows, fault.line)
    item = _ITEM.fullmatch(rows[above - 1]) if above else None
    if not above or not item or KEYED.fullmatch(rows[above - 1]):
        return
    if not KEYED.fullmatch(row) or margin_of(row) != len(item[1]):
        return
    text = item[2]
    said = "Dòng này là dòng đầu của một ý, nhưng không có tên mục và dấu hai chấm."
    begun = next((key for key in sorted(own_line.known_keys()) if key.startswith(text)), None)
    usual = first_key(rows, above, len(item[1]) - 2) or "ten"
    advice = f"Viết tên mục trước giá trị, ví dụ: - {usual}: {shown(text)}"
    if begun:
        said, advice = f"Dòng này viết dở: có phải «{begun}»?", f"Viết cho đủ: «- {begun}: …»."
    told = YamlFault(above, len(item[1]) + 1, "yaml-colon-missing", said, advice)
    yield Mend(told, {above: f"{item[1][:-2]}- {usual}: x"}, whole=False)


def below_value(rows: Sequence[str], fault: YamlFault) -> Iterator[Mend]:
    """Text, or dashes, under a key whose value already stands beside it."""
    row = rows[fault.line - 1]
    above = line_above(rows, fault.line)
    valued = _VALUED.fullmatch(rows[above - 1]) if above else None
    if not above or not valued or KEYED.fullmatch(row):
        return
    key = shown(valued[2])
    said = f"Dòng này không có tên mục, mà «{key}» ở dòng {above} đã có giá trị."
    if row.lstrip(" ").startswith("- "):
        if own_line.is_list(valued[2]):
            return
        advice = (
            f"Nếu là phần tiếp của «{key}»: để «{key}: |» đứng một mình, mọi dòng chữ của mục này"
            " xuống dưới, mỗi dòng thụt vào sâu hơn tên mục hai dấu cách. Chép nhầm thì xóa."
        )
    else:
        advice = (
            f"Nếu là nội dung của một mục: thêm dòng «tên mục: >-» ở ngay trên, thẳng cột với «{key}»."
            " Chép nhầm thì xóa."
        )
    last = fault.line
    while last < len(rows) and rows[last].strip() and margin_of(rows[last]) >= margin_of(row):
        if KEYED.fullmatch(rows[last]):
            break
        last += 1
    lines = dict.fromkeys(range(fault.line, last + 1), "")
    told = YamlFault(fault.line, margin_of(row) + 1, "yaml-indent", said, advice)
    yield Mend(told, lines)


def first_key(rows: Sequence[str], line: int, column: int) -> str:
    """The key beside the nearest dash above that stands in ``column``."""
    above = (rows[number - 1] for number in range(line - 1, 0, -1))
    item = next((row for row in above if margin_of(row) == column and row.startswith("- ", column)), "")
    keyed = KEYED.fullmatch(item)
    return keyed[3] if keyed else ""
