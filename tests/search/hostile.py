"""Queries that nobody should type: long, broken, dangerous; always the same for the same seed."""

import random
from collections.abc import Iterator

PIECES = (
    "đăng ký", "khai sinh", "<img src=x onerror=alert(1)>", "</script>",
    "&lt;b&gt;", "\\", "(((", "[a-z]{9999}", ".*+?^$", "\u0000", "\u202e",
    "\u200b", "\ufeff", "\u0301\u0301\u0301", "👨‍👩‍👧‍👦", "🇻🇳", "ﷺ", "你好", "กขค",
    "1.004194", "H40", "000.000", "-1", "1e999", "null", "undefined",
    "__proto__", "constructor", "hasOwnProperty", "toString", "' OR 1=1 --",
    "${7*7}", "{{7*7}}", "%00", "..//..//", "ßŞİı", "Ǆ", "ĐĐĐ", "ddddd", "wwww",
    "aaaa", "z9z9z9", "\n\t\r",
)  # fmt: skip
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz0123456789 .,-/\u0300\u0301\u0303\u0309\u0323"


def hostile(count: int, seed: int = 11) -> Iterator[str]:
    """``count`` hostile queries."""
    rng = random.Random(seed)
    for number in range(count):
        kind = number % 5
        if kind == 0:
            yield "".join(rng.choice(LETTERS) for _ in range(rng.randint(0, 60)))
        elif kind == 1:
            yield " ".join(rng.choice(PIECES) for _ in range(rng.randint(1, 8)))
        elif kind == 2:
            yield "".join(
                chr(rng.choice((rng.randint(0, 0xD7FF), rng.randint(0xE000, 0x10FFFF)))) for _ in range(20)
            )
        elif kind == 3:
            yield rng.choice(PIECES) * rng.randint(1, 300)
        else:
            yield "".join(
                rng.choice(LETTERS) for _ in range(rng.choice((24, 400, 10_000 if number % 500 == 4 else 90)))
            )
