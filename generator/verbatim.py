"""A source's own words: only Unicode form (NFC), line ends and outer white space may change."""

import re
import unicodedata
from collections.abc import Iterable

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_STEP = re.compile(r"^(?=[^\S\n]*Bước\s+\d)", re.MULTILINE)


def clean(text: str) -> str:
    """The text as the board keeps it.  Invisible control characters become spaces (see ``has_control``)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", text)).strip()


def has_control(text: str) -> bool:
    """Whether ``clean`` replaces characters that nobody sees and XML and YAML cannot hold."""
    return bool(_CONTROL.search(text))


def split_steps(text: str) -> list[str]:
    """The entries of Trình tự thực hiện: one for each line that begins with "Bước 1", "Bước 2" …

    Joined by line breaks they give the text back, but for white space at the joints.
    """
    return [part.strip() for part in _STEP.split(clean(text)) if part.strip()]


def rejoin_applicants(parts: Iterable[str]) -> list[str]:
    """Undo a source's splitting at commas: "Tổ chức (không bao gồm doanh nghiệp" + "HTX)".

    What follows an open bracket, or begins with a small letter, belongs to the part before it.
    """
    joined: list[str] = []
    for part in filter(None, map(clean, parts)):
        if joined and (joined[-1].count("(") > joined[-1].count(")") or part[0].islower()):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined
