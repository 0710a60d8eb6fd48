"""What a clerk probably meant: the nearest known word after marks, case and separators are folded."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from generator.vietnamese import fold

_NEAR = 0.72


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to ``word``, or None where nothing is near."""
    wanted = _squeeze(word)
    best, best_ratio = None, _NEAR
    for candidate in known:
        ratio = SequenceMatcher(None, wanted, _squeeze(candidate)).ratio()
        if ratio > best_ratio or (ratio == 1.0 and candidate == word):
            best, best_ratio = candidate, ratio
    return best


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """``có phải «linh_vuc»?`` where something is near."""
    found = nearest(word, known)
    return f"Có phải «{found}»?" if found else None


def _squeeze(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(word))
