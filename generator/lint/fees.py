"""Fees and times are shown as the source wrote them: signs that somebody typed them again."""

import re
from collections.abc import Iterator

from generator.lint.source import Source
from generator.problems import Problem, Severity, shown

_BARE = re.compile(r"[0-9][0-9., ]*")
_SPOKEN = re.compile(r"[0-9]+ ?(?:[kK]|tr|củ)\b|[0-9]+(?:[.,][0-9]+)? ?(?:VND|vnd|Vnd|vnđ)\b")


def retyped_fees(source: Source) -> Iterator[Problem]:
    """A bare number, or ``50k``: no decision writes a fee like that."""
    for word in source.values("phi_le_phi"):
        text = word.value.strip()
        if _BARE.fullmatch(text):
            message = f"Phí ghi «{shown(text)}» mà không có đơn vị; nguồn luôn ghi rõ, ví dụ «đồng»."
        elif _SPOKEN.search(text):
            message = f"Phí «{shown(text)}» giống lời nói hoặc chữ gõ lại, không giống chữ của quyết định."
        else:
            continue
        hint = "Chép đúng từng chữ của quyết định công bố."
        yield source.problem(word, "fee-retyped", Severity.WARNING, message, hint)
