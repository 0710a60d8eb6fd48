"""A clerk's own line, written as it was most likely meant.

Each function looks at one line and gives the line as it would be right, or None where it is not the kind of
line that the function knows.  Whether the file can be read then is for ``second_look`` to try.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from generator.model.shape import keys_of, records_of
from generator.reading.kinds import KINDS

_LONGEST = 100
"""Letters of a line that is still shown whole."""

_LIKE_NO_WORD = frozenset(("ma", "ten"))
"""Keys without ``_`` that do not end a clause of a sentence."""

_VALUE = re.compile(r"( *(?:- )*(?:[^\s:#'\"\[{-][^\s:]*:)? *)(\S.*)")
_REMARK = re.compile(r"(?<=\S) +#.*")
_OPEN = re.compile(r" *(?:- )*(?:[^\s:#]+: +)?(?:\"[^\"]+|'[^']+)")
_FLOW = re.compile(r" *(?:- )*([^\s:#]+): *\[[^\[\]{}]*")
_FLOW_LIST = re.compile(r"( *(?:- )*([^\s:#]+): *)\[([^\[\]{}\\]*)\]")
_QUOTED_KEY = re.compile(r"( *(?:- )*)[\"']([a-z][a-z0-9_]*)(: +[^\"']*)")
_GLUED = re.compile(r"( *(?:- )*)([a-z][a-z0-9_]*):([^\s/].*)")
_BULLET = re.compile(r"( *)[*–—−•●▪■] ?(\S.*)")
_NO_COLON = re.compile(r"( *(?:- )*)([a-z][a-z0-9_]*)(?: *[=;] *| +|$)(\S.*)?")
_DASH_GLUED = re.compile(r"( *)-([^\s-].*)")
_HARD = re.compile("[ \u00a0]*\u00a0[ \u00a0]*")
_COMMA = re.compile(r"( *(?:- )*)\"?([a-z][a-z0-9_]*)\"?: *(\"[^\"]*\"|'[^']*'|\[[^\]]*\]), *")
_TWO = re.compile(r"( *(?:- )*([a-z][a-z0-9_]*): +\S.*?),? +([a-z][a-z0-9_]*):(?: .*)?")
_TABS = re.compile(r"[ \t]+")


def advice(row: str) -> str | None:
    """``Viết lại thành: …`` for a line that is right; None where it is too long to be copied by eye."""
    line = row.strip()
    return f"Viết lại thành: {line}" if len(line) <= _LONGEST and line.isprintable() else None


def in_quotes(row: str) -> str | None:
    """``ten: Đăng ký: lần đầu`` with its text in the quotes that do not stand in it."""
    row = row.rstrip(" ")
    if not (match := _VALUE.fullmatch(row)) or not match[1].rstrip(" ").endswith((":", "-")):
        return None
    text = match[2] if match[2][0] in "\"'" else _REMARK.sub("", match[2])
    remark = match[2][len(text) :]
    if text[0] == text[-1] == '"' and len(text) > 1 and "'" not in text and re.search(r'[\\"]', text[1:-1]):
        return f"{match[1]}'{text[1:-1]}'{remark}"  # of what stands inside, nothing is a sign then
    if (flow := _FLOW_LIST.fullmatch(row)) and is_list(flow[2]):  # each item, or the list would be lost
        items = [item.strip(" \"'") for item in flow[3].split(",")]
        return flow[1] + "[" + ", ".join(f'"{item}"' for item in items if item) + "]"
    if is_list(match[1].strip(" -:")) and text.startswith("["):
        return None
    quote = "'" if '"' in text or "\\" in text else '"'
    between = "" if match[1].endswith(" ") else " "
    return None if quote in text else f"{match[1]}{between}{quote}{text}{quote}{remark}"


def closed(row: str) -> str | None:
    """``ten: "Khai sinh`` with the quote that is missing at its end; ``thu: [2, 3`` with its bracket."""
    line = row.rstrip(" ")
    if line.endswith("”") and _OPEN.fullmatch(line) and '"' in line:  # Word closed it
        return line[:-1] + '"'
    if (keyed := _QUOTED_KEY.fullmatch(line)) and keyed[2] in known_keys():
        return "".join(keyed.groups())
    if _OPEN.fullmatch(line):
        return line + line[re.search("[\"']", line).start()]  # type: ignore[union-attr]  # just matched
    match = _FLOW.fullmatch(line)
    return f"{line.rstrip(',')}]" if match and is_list(match[1]) else None


def spaced(row: str) -> str | None:
    """``ten:Khai sinh`` with the space after its colon."""
    match = _GLUED.fullmatch(row)
    return f"{match[1]}{match[2]}: {match[3]}" if match else None


def narrow(row: str) -> str | None:
    """``ten：Khai sinh`` with the colon of our keyboards."""
    return re.sub("： *", ": ", row, count=1) if "：" in row else None


def with_colon(row: str) -> tuple[str, str] | None:
    """A known key, and ``ten Khai sinh`` with the colon after it: a sentence may begin with a word too."""
    match = _NO_COLON.fullmatch(row)
    if not match or match[2] not in known_keys():
        return None
    return match[2], f"{match[1]}{match[2]}:" + (f" {match[3]}" if match[3] else "")


def with_dash(row: str) -> str:
    """``ten: Trích lục`` as one more item of a list."""
    text = row.lstrip(" ")
    return f"{' ' * (len(row) - len(text))}- {text}"


def unbulleted(row: str) -> str | None:
    """``* khai sinh``, as Word writes it, with the dash of our lists."""
    match = _BULLET.fullmatch(row)
    return f"{match[1]}- {match[2]}" if match else None


def dash_apart(row: str, *, in_list: bool) -> str | None:
    """``-hinh_thuc: truc_tiep`` with the space after its dash, where it begins an item."""
    match = _DASH_GLUED.fullmatch(row)
    if not match:
        return None
    key = match[2].partition(":")[0]
    return f"{match[1]}- {match[2]}" if in_list or key in known_keys() else None


def opens_quote(row: str) -> int:
    """The column, from 1, of the quote that a line opens and does not close; 0 where there is none."""
    match = _OPEN.fullmatch(row.rstrip(" "))
    return min(at for at in (row.find('"'), row.find("'")) if at >= 0) + 1 if match else 0


def without_comma(row: str) -> str | None:
    """``"muc_do": "danh_muc",`` as our files write it."""
    match = _COMMA.fullmatch(row)
    return f"{match[1]}{match[2]}: {match[3]}" if match and match[2] in known_keys() else None


def two_entries(row: str) -> tuple[str, str] | None:
    """The first of two entries on one line, and the key of the second."""
    match = _TWO.fullmatch(row)
    keys = known_keys()
    if not match or match[2] not in keys or match[3] not in keys:
        return None
    return (match[1], match[3]) if "_" in match[3] or match[3] in _LIKE_NO_WORD else None


def without_hard_blanks(row: str) -> str | None:
    """The line set in by spaces, one for each no-break space."""
    match = _HARD.match(row)
    return " " * match.end() + row[match.end() :] if match else None


def without_tabs(row: str) -> str | None:
    """The line set in by spaces, two for each tab."""
    match = _TABS.match(row)
    return match[0].replace("\t", "  ") + row[match.end() :] if match and "\t" in match[0] else None


@cache
def known_keys() -> frozenset[str]:
    """Every key that any file may hold."""
    return frozenset(key for key, _ in _fields())


def is_list(key: str) -> bool:
    """Whether a list stands under ``key`` in every file that may hold it."""
    return key in _list_keys()


@cache
def _list_keys() -> frozenset[str]:
    texts = {key for key, annotation in _fields() if not _holds_list(annotation)}
    return known_keys() - texts


def _fields() -> Iterator[tuple[str, Any]]:
    for kind in KINDS:
        for model in records_of(kind.model):
            yield from keys_of(model).items()


def _holds_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_holds_list(one) for one in get_args(annotation))
