"""Letters that look right and are not: other alphabets, invisible signs, marks in two places."""

import re
from collections.abc import Iterator

from generator.lint.old_fonts import table_of
from generator.lint.source import Source
from generator.problems import Problem, Severity, code_point, shown

_LIKE_D = {"ð": "đ", "Ð": "Đ", "ɖ": "đ", "Ɖ": "Đ"}
_FOREIGN = re.compile(f"[\u0370-\u03ff\u0400-\u04ff\u1f00-\u1fff{''.join(_LIKE_D)}]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f]")
_SHAPES = str.maketrans(
    "аеорсухіјѕԁАВЕКМНОРСТУХІЈЅοαινρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsdABEKMHOPCTYXIJSoaivpuABEZHIKMNOPTYX"
)

# The tone of an open syllable in oa, oe, uy: on the first vowel (hòa) or on the second (hoà).
_FIRST = re.compile(r"(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY])(?<![qQ]..)(?!\w)")
_SECOND = re.compile(r"(?:[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ](?<=[oO].)|[ỳýỷỹỵỲÝỶỸỴ](?<=[uU].))(?<![qQ]..)(?!\w)")


def foreign_letters(source: Source) -> Iterator[Problem]:
    """A Cyrillic or Greek letter inside a Vietnamese word, or another language's đ."""
    if not _FOREIGN.search(source.text):
        return
    for match in _WORD.finditer(source.text):
        strange = _FOREIGN.search(match[0])
        if strange and (strange[0] in _LIKE_D or _LATIN.search(match[0])):
            letter = strange[0]
            usual = _LIKE_D.get(letter) or letter.translate(_SHAPES)
            name = f"«{shown(match[0])}»"
            message = f"Trong {name} có chữ {code_point(letter)} của bảng chữ khác, nhìn giống «{usual}»."
            place = source.at(match.start() + strange.start())
            hint = f"Xóa chữ đó rồi gõ lại «{usual}»; nếu để vậy thì tìm không ra."
            yield source.problem(place, "letter-foreign", Severity.WARNING, message, hint)


def hidden_signs(source: Source) -> Iterator[Problem]:
    """What Word and web pages leave between letters and nobody sees."""
    for word in source.words if _HIDDEN.search(source.text) else ():
        match = _HIDDEN.search(source.text, word.start, word.end)
        if match and not table_of(word.value):  # an old font's letters, said of the whole
            sign = code_point(match[0])
            message = f"Có ký tự không nhìn thấy được {sign}, thường do chép từ Word hoặc trang web."
            place = source.at(match.start())
            yield source.problem(
                place, "hidden-sign", Severity.WARNING, message, "Xóa đi rồi gõ lại chỗ này."
            )


def marks_in_two_places(source: Source) -> Iterator[Problem]:
    """``hòa`` and ``hoà`` in one file: the search finds both, an eye stumbles."""
    if not _FIRST.search(source.text) or not _SECOND.search(source.text):
        return
    first, second = list(_FIRST.finditer(source.text)), list(_SECOND.finditer(source.text))
    fewer, other = (first, second) if len(first) < len(second) else (second, first)
    one, two = _word_around(source, fewer[0]), _word_around(source, other[0])
    message = f"Dấu thanh đặt hai kiểu trong một tệp: «{one[0]}» và «{two[0]}»."
    yield source.problem(
        source.at(one.start()), "marks-mixed", Severity.HINT, message, "Chọn một kiểu cho cả tệp."
    )


def _word_around(source: Source, match: re.Match[str]) -> re.Match[str]:
    start = match.start()
    while start and source.text[start - 1].isalpha():
        start -= 1
    return _WORD.match(source.text, start) or match
