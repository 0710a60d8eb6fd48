"""YAML as our own writer and nearly every clerk writes it: keys, lists, short and wrapped texts, blocks.

A full parser makes an object, with its place, of every word of a file; 10,000 procedures have two million of
them.  What is read here is read the same by the full parser (tests lay the two beside each other on real,
random and spoilt files); anything else, be it right or wrong, is left to that one: flow collections,
anchors, tags, escapes, comments behind a value, paragraphs in a text, faults of every kind.
"""

import re
from typing import TypeAlias

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"

MOST_LEVELS = 10
NULLS = frozenset(("", "~", "null", "Null", "NULL"))

# YAML 1.1, block style: no indicator begins a plain text, neither ": " nor " #" stands in it, and what
# continues a text stands deeper than its key.  Repeats of letters are possessive, so that a line is read or
# given up at once; repeats of groups are not: Python before 3.11.5 gets those wrong (gh-100061, gh-106052).
_DEEPER = r"\1(?(2)(?(3)   |  )| ) *+"
_REST = r"[^\n:#]*+(?::(?=[^ \n])[^\n:#]*+|(?<! )#[^\n:#]*+)*(?<! )"
_PLAIN = rf"[^ \n\-?:,\[\]{{}}#&*!|>'\"%@`]{_REST}(?:\n{_DEEPER}[^ \n#:\-?]{_REST})*"
_QUOTED = r"\"[^\"\\\n]*+\"|'[^'\n]*+'"
_FOLDED = rf">-\n({_DEEPER})[^ \n][^\n]*+(?:\n\6[^ \n][^\n]*+)*"
_LITERAL = rf"\|-\n({_DEEPER})[^ \n][^\n]*+(?:\n\7 *+[^ \n][^\n]*+)*"
_KEY = r"([a-z][a-z0-9_]{0,60}+):(?: ++(?=[^ \n])|$)"
_TOKEN = re.compile(
    rf"^( *+)(?=[^ \n])(- )?(?:{_KEY})?(?:({_PLAIN})|({_QUOTED}|{_FOLDED}|{_LITERAL}))?$|^(.+)$", re.MULTILINE
)

_FOLD = re.compile(r"\n *+")

_Level: TypeAlias = "tuple[int, bool, list[Data] | dict[str, Data]]"
"""A column, whether a list begins there, and what is being filled."""


def parse_plain(text: str) -> dict[str, Data] | None:
    """The mapping in ``text`` (as ``decode`` gives it); None where the text is not as plain as that."""
    if "\t" in text:
        return None
    root: dict[str, Data] = {}
    levels: list[_Level] = [(-1, False, root), (0, False, root)]
    waiting: tuple[int, dict[str, Data], str] | None = None
    before = ""
    for margin, dash, key, plain, marked, _, _, other in _TOKEN.findall(text):
        value: Data = None
        if plain:
            value = plain if "\n" not in plain else _FOLD.sub(" ", plain)
            if len(plain) < 5 and plain in NULLS:
                value = None
        elif marked:
            value = _unmarked(marked)
        elif other:
            if _is_comment(other, before):
                continue
            return None
        before = marked
        column, listed = len(margin), dash != ""
        if waiting is not None:
            _open(waiting, column, listed, levels)
            waiting = None
        while (level := levels[-1])[0] > column or (level[0] == column and level[1] is not listed):
            levels.pop()
        if level[0] != column or len(levels) > MOST_LEVELS:
            return None
        filled = level[2]
        if isinstance(filled, list):
            if not key:
                if not plain and not marked:
                    return None
                filled.append(value)
                continue
            item: dict[str, Data] = {}
            filled.append(item)
            column, filled = column + 2, item
            levels.append((column, False, item))
        if not key or key in filled:
            return None
        filled[key] = value
        if not plain and not marked:
            waiting = (column, filled, key)
    return root or None


def place_of(text: str, key: str) -> tuple[int, int] | None:
    """Line and column (from 1) of what stands behind a key of the root, in a text that ``parse_plain`` reads.

    None where nothing stands behind it on its line.
    """
    start = 0 if text.startswith(f"{key}: ") else text.find(f"\n{key}: ") + 1
    if not text.startswith(f"{key}: ", start):
        return None
    behind = text[start + len(key) + 1 :].partition("\n")[0]
    value = behind.lstrip(" ")
    if not value:
        return None
    return text.count("\n", 0, start) + 1, len(key) + 2 + len(behind) - len(value)


def _open(waiting: tuple[int, dict[str, Data], str], column: int, listed: bool, levels: list[_Level]) -> None:
    """What stands under a key without a value: a list, a mapping, or nothing at all."""
    outer, filled, key = waiting
    if listed and column >= outer:
        items: list[Data] = []
        filled[key] = items
        levels.append((column, True, items))
    elif not listed and column > outer:
        inner: dict[str, Data] = {}
        filled[key] = inner
        levels.append((column, False, inner))


def _unmarked(marked: str) -> str:
    """The text in quotes, or in a block: folded or as it stands, without the last line's end."""
    if marked[0] not in ">|":
        return marked[1:-1]
    header, *lines = marked.split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip(" "))
    return (" " if header[0] == ">" else "\n").join(line[margin:] for line in lines)


def _is_comment(line: str, before: str) -> bool:
    """Whether a line says nothing.  One that is set in may belong to the block ``before`` it."""
    return line[0] == "#" or (line.lstrip(" ")[:1] in ("", "#") and before[:1] not in (">", "|"))
