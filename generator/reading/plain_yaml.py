"""YAML as our own writer and nearly every clerk writes it: keys, lists, short and wrapped texts, blocks.

A full parser makes an object, with its place, of every word of a file; 10,000 procedures have two million of
them.  What is read here is read the same by the full parser (tests lay the two beside each other on real,
random and spoilt files); anything else, be it right or wrong, is left to that one: flow collections,
anchors, tags, escapes, comments behind a value, paragraphs in a text, faults of every kind.
"""

import re
from typing import Any, TypeAlias

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"

MOST_LEVELS = 10
NULLS = frozenset(("", "~", "null", "Null", "NULL"))

# YAML 1.1, block style: no indicator begins a plain text, and what continues a text stands deeper than its
# key.  Repeats of letters are possessive, so that a line is read or given up at once; repeats of groups are
# not: Python before 3.11.5 gets those wrong (gh-100061, gh-106052).
_DEEPER = r"\1(?(2)(?(3)   |  )| ) *+"
_PLAIN = rf"[^ \n\-?:,\[\]{{}}#&*!|>'\"%@`].*+(?:\n{_DEEPER}[^ \n#:\-?].*+)*"
_QUOTED = r"\"[^\"\\\n]*+\"|'[^'\n]*+'"
_FOLDED = rf">-\n({_DEEPER})[^ \n][^\n]*+(?:\n\6[^ \n][^\n]*+)*"
_LITERAL = rf"\|-\n({_DEEPER})[^ \n][^\n]*+(?:\n\7 *+[^ \n][^\n]*+)*"
_KEY = r"([a-z][a-z0-9_]{0,60}+):(?: ++(?=[^ \n])|$)"
_TOKEN = re.compile(
    rf"^( *+)(?=[^ \n])(- )?(?:{_KEY})?(?:({_PLAIN})|({_QUOTED}|{_FOLDED}|{_LITERAL}))?$|^(.+)$", re.MULTILINE
)

_ENDS_A_KEY = re.compile(r":(?:[ \n]|$)")


def parse_plain(text: str) -> dict[str, Data] | None:
    """The mapping in ``text`` (as ``decode`` gives it); None where the text is not as plain as that.

    A level is twice its column, and one more where a list begins there: a line closes all levels above its
    own, and what stands under a key has a higher one than the key.
    """
    if "\t" in text:
        return None
    hashed = "#" in text
    root: dict[str, Data] = {}
    filled: Any = root
    current = 0
    levels = [current]
    within: list[Any] = [filled]
    waiting: tuple[int, dict[str, Data], str] | None = None
    before = ""
    for margin, dash, key, plain, marked, _, _, other in _TOKEN.findall(text):
        value: Data = None
        if plain:
            if (":" in plain and _ENDS_A_KEY.search(plain)) or (hashed and " #" in plain):
                return None
            value = (_folded(plain) if "\n" in plain else plain).strip()
            if len(value) <= 4 and plain.rstrip(" ") in NULLS:
                value = None
        elif marked:
            value = (marked[1:-1] if marked[0] not in ">|" else _block(marked)).strip()
        elif other:
            if _is_comment(other, before):
                continue
            return None
        before = marked
        level = 2 * len(margin) + (1 if dash else 0)
        if waiting:
            above, owner, name = waiting
            waiting = None
            if level > above:
                current, filled = level, [] if dash else {}
                owner[name] = filled
                levels.append(level)
                within.append(filled)
                if len(levels) > MOST_LEVELS:
                    return None
        if level != current:
            while levels[-1] > level:
                levels.pop()
                within.pop()
            if levels[-1] != level:
                return None
            current, filled = level, within[-1]
        if dash:
            if not key:
                if not plain and not marked:
                    return None
                filled.append(value)
                continue
            item: dict[str, Data] = {}
            filled.append(item)
            current, filled = level + 3, item  # two columns on, and no list
            levels.append(current)
            within.append(item)
        if not key or key in filled:
            return None
        filled[key] = value
        if not plain and not marked:
            waiting = current, filled, key
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


def _folded(text: str) -> str:
    return " ".join([line.strip(" ") for line in text.split("\n")])


def _block(marked: str) -> str:
    """The text of a block: folded or as it stands, without the last line's end."""
    header, *lines = marked.split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip(" "))
    return (" " if header[0] == ">" else "\n").join(line[margin:] for line in lines)


def _is_comment(line: str, before: str) -> bool:
    """Whether a line says nothing.  One that is set in may belong to the block ``before`` it."""
    return line[0] == "#" or (line.lstrip(" ")[:1] in ("", "#") and before[:1] not in (">", "|"))
