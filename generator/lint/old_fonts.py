"""Vietnamese typed for a font of the nineties: signs of TCVN3 (.VnTime) or VNI (VNI-Times), not letters.

Copied out of an old Word file they are other characters altogether, and look wrong only where that font is
missing: on every page of ours.
"""

import re
from collections.abc import Iterator

from generator.lint.source import Source
from generator.problems import Problem, Severity, shown

_SIGNS = (
    *"\u00a8\u00a9\u00aa\u00ac\u00ae\u00b5\u00b6\u00b8\u00b9\u00bc\u00bd\u00beÄÅÏØÛäåïøûÑñ",
    "aâ",
    "eê",
    "oô",
    "AÂ",
    "EÊ",
    "OÔ",
)
"""What no Vietnamese text in Unicode holds, or hardly: asked of every file, so as plain as can be."""
_TCVN3 = re.compile(
    "(?<=[A-Za-z])[\u00a8-\u00aa\u00ac-\u00ae\u00b5-\u00b9\u00bc-\u00be](?![0-9])|[\u00a8-\u00aa\u00ae](?=[A-Za-z\u00a8])"
)
_MAY_SEPARATE = frozenset("\u00ad\u00b7")
"""A soft hyphen and a middle dot: alone they are no sign of the old table."""
_VNI = re.compile("[AEOUaeou][ÄÅÏØÛäåïøû]|[Aa][Ââ]|[Ee][Êê]|[Oo][Ôô]|(?<![A-Za-z])[Ññ](?=[A-Za-zÖö])")
_FEWEST = 2
_SHOWN = 40
"""Letters of a text that are shown in the message."""


def table_of(text: str) -> str | None:
    """The table that a text is typed in, as UniKey calls it; None for Unicode."""
    if not _may_hold(text):
        return None
    signs = _TCVN3.findall(text)
    if len(signs) >= _FEWEST and not _MAY_SEPARATE.issuperset(signs):
        return "TCVN3"
    return "VNI" if len(_VNI.findall(text)) >= _FEWEST else None


def _may_hold(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def old_fonts(source: Source) -> Iterator[Problem]:
    """A value that only an old font shows as Vietnamese."""
    if not _may_hold(source.text):
        return
    for word in source.values():
        if table := table_of(word.value):
            text = word.value if len(word.value) <= _SHOWN else word.value[: _SHOWN - 1] + "…"
            message = (
                f"Câu này gõ bằng phông chữ cũ (bảng mã {table}), người dân không đọc được: «{shown(text)}»."
            )
            hint = (
                f"Gõ lại, hoặc đổi bảng mã trong UniKey (Ctrl+Shift+F6, từ {table} sang Unicode) rồi dán lại."
            )
            yield source.problem(word, "font-old", Severity.WARNING, message, hint)
