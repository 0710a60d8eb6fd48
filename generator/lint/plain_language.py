"""Advice on what citizens read in the board's own words: short sentences, no riddles."""

import re
from collections.abc import Iterator

from generator.lint.source import Source
from generator.problems import Problem, Severity, shown

OWN_WORDS = ("tom_tat", "buoc", "luu_y", "noi_dung", "ten_ngan")
"""The keys whose text the board writes itself; everything else is the source's own and is never judged."""
MOST_WORDS = 30

_SENTENCE = re.compile(r"[^.!?;:\n]+(?:[.!?;:](?=\S)[^.!?;:\n]*)*")
_SHORT = re.compile(r"(?<![\w/.-])[A-ZĐ]{2,}(?![\w/-])")
_KNOWN = frozenset(("QR", "PDF", "SMS", "OTP", "VND"))
_ROMAN = re.compile(r"[IVXLC]+")


def long_sentences(source: Source) -> Iterator[Problem]:
    """More than 30 words before the reader may breathe."""
    for word in source.values(*OWN_WORDS):
        longest = max((len(part.split()) for part in _SENTENCE.findall(word.value)), default=0)
        if longest > MOST_WORDS:
            message = f"Câu này dài {longest} chữ; người đọc dễ theo hơn khi câu không quá {MOST_WORDS} chữ."
            yield source.problem(word, "sentence-long", Severity.HINT, message, "Tách thành hai câu.")


def short_forms(source: Source) -> Iterator[Problem]:
    """An abbreviation that the same file never spells out in brackets."""
    told: set[str] = set()
    for word in source.values(*OWN_WORDS):
        for short in _SHORT.findall(word.value):
            if short in told or short in _KNOWN or _ROMAN.fullmatch(short) or word.value.isupper():
                continue
            told.add(short)
            if f"({short})" not in source.text and f"{short} (" not in source.text:
                message = f"Chữ viết tắt «{shown(short)}» chưa được giải thích trong tệp này."
                hint = f"Viết đầy đủ, hoặc lần đầu viết «… ({shown(short)})»."
                yield source.problem(word, "short-form", Severity.HINT, message, hint)
