"""Texts that nobody should type into a record: 60 with an aim, and as many random ones as are wanted."""

import random
import unicodedata

AIMED = (
    "<script>alert(1)</script>", "</title><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>", "\"><b>", "'><b>", "\" onmouseover=\"alert(1)", "' onfocus='alert(1)",
    "` onclick=`alert(1)", "</p></div></main></body></html>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml ?>",
    "</textarea>", "</style>", "</script >", "<base href=//x.example>", "<meta http-equiv=refresh>",
    "javascript:alert(1)", "data:text/html,<b>", "vbscript:x", "//x.example/", "https://x.example/?a=1&b=2",
    "&lt;b&gt;", "&#60;b&#62;", "&amp;amp;", "{{ 7*7 }}", "{% raw %}", "{# x #}", "${7*7}", "#{7*7}",
    "<%= 7 %>", "[[x]]", "@@congkhai:body@@", "@@congkhai:head@@", "@@congkhai:title@@",
    "<!-- cong-khai: trang-chu -->", "\\u003cb\\u003e", "\\\"", "\\\\", "\\n", "%3Cb%3E", "%s%d%n",
    "{0}{x!r}", "../../etc/passwd", "..\\..\\x", "[x](javascript:y)", "![x](y)", "**x**", "# x",
    "| a | b |", "`x`", "1. x", "=1+1", "+1", "@SUM(A1)", "'; DROP TABLE x; --", "\u2066x\u2069",
)  # fmt: skip
assert len(AIMED) == len(set(AIMED)) == 60

_PIECES = (
    "<",
    ">",
    "&",
    '"',
    "'",
    "</",
    "<!--",
    "-->",
    "{{",
    "}}",
    "{%",
    "%}",
    "@@",
    "]]>",
    "\\",
    "`",
    "=",
    "on",
    "/>",
)
_LETTERS = "aăâđêôơưxyz ABC 019 .,;:!?()[]{}|~^*_-+#$%/ ạếộữỵ 你ก😀ß"


def random_text(rng: random.Random) -> str:
    """A dozen characters or so, half of them markup."""
    parts = (
        rng.choice(_PIECES) if rng.random() < 0.4 else rng.choice(_LETTERS) for _ in range(rng.randint(5, 14))
    )
    return unicodedata.normalize("NFC", "z" + " ".join("".join(parts).split()) + "z")


def harmless(text: str) -> str:
    """A text of the same length without a single special character."""
    return "".join("a" if char != " " else " " for char in text)
