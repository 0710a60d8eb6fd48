"""Signs that say something else than was meant: a cut value, bullets, wide and curly signs."""

import re
from collections.abc import Iterator

from generator.lint.source import Source, Word
from generator.problems import Problem, Severity, shown

_BULLET = re.compile(r"(?:^|\n)[ \t]*([–—−•●▪■◦‣·∙*+])[ \u00a0\t]")
_BULLET_SIGN = re.compile("[–—−•●▪■◦‣·∙*+][ \u00a0\t]")
_WIDE = re.compile("[\uff01-\uff5e\u3000-\u3002]")
_TO_USUAL = 0xFEE0
_STOPS = {"\u3001": ",", "\u3002": "."}
_CURLY = {"“": "”", "‘": "’"}
_SIGNS = '“”„‘’"'
_DASH_BELOW = re.compile(r"\n *- ")
_TEXT_BELOW = re.compile(r"\n *- [^\n\"'|>{\[]{1,60}\n +[^-#\s][^\n:]*(?:\n|$)")
_EARLY = 60
"""Letters of a line after which nobody goes to the next one within a sentence."""
_LONGEST = 80
"""Letters of a text that is still shown whole."""
_TIGHT = re.compile(r"#\d")


def value_cut(source: Source) -> Iterator[Problem]:
    """``ten: Quầy #2`` is only "Quầy": from `` #`` on a bare text is a comment."""
    if not source.comments:
        return
    bare = {source.at(word.end)[0]: word for word in source.values() if not word.style}
    for comment in source.comments:
        word = bare.get(comment.line)
        if word and not comment.alone and (comment.near or _TIGHT.match(comment.text)):
            message = f"Từ dấu # trở đi là ghi chú, nên giá trị ở đây chỉ còn «{shown(word.value)}»."
            hint = (
                "Dấu # thuộc về câu thì đặt cả câu trong ngoặc kép; là ghi chú thì viết hai dấu cách trước #."
            )
            yield source.problem(comment.place, "value-cut", Severity.WARNING, message, hint)


def bullet_signs(source: Source) -> Iterator[Problem]:
    """A dash or a dot of Word where a list of ours would begin with ``- ``."""
    if not _BULLET_SIGN.search(source.text):
        return
    for word in source.values():
        if match := _BULLET.search(word.value):
            message = f"Có dấu «{match[1]}» làm gạch đầu dòng; máy chỉ coi đó là chữ trong câu."
            hint = "Viết thành danh sách: mỗi ý một dòng, bắt đầu bằng «- »; hoặc bỏ dấu này."
            place = source.at(source.text.find(match[1], word.start, word.end))
            yield source.problem(place, "bullet-sign", Severity.WARNING, message, hint)


def wide_signs(source: Source) -> Iterator[Problem]:
    """Full-width signs, as Chinese and Japanese keyboards write them."""
    if not _WIDE.search(source.text):
        return
    for word in source.words:
        if match := _WIDE.search(source.text, word.start, word.end):
            message = f"Có dấu rộng «{match[0]}» của bàn phím chữ Hán."
            place = source.at(match.start())
            yield source.problem(
                place, "wide-sign", Severity.WARNING, message, f"Gõ lại thành «{_usual(match[0])}»."
            )


def _usual(wide: str) -> str:
    """The sign of a Vietnamese keyboard for a full-width one (Unicode, Halfwidth and Fullwidth Forms)."""
    return chr(ord(wide) - _TO_USUAL) if wide >= "\uff01" else _STOPS.get(wide, " ")


def items_joined(source: Source) -> Iterator[Problem]:
    """An item whose dash stands deeper than the one above is only the rest of that item's text."""
    if not _DASH_BELOW.search(source.text) and not _TEXT_BELOW.search(source.text):
        return
    for word in source.values():
        match = None if word.style else _DASH_BELOW.search(source.text, word.start, word.end)
        if match:
            line, column = source.at(match.end() - 2)
            message = "Dấu gạch ở đây thụt vào sâu quá nên dòng này bị nối vào câu ở dòng trên."
            hint = "Cho dấu gạch thẳng cột với dấu gạch của ý trên; là câu viết tiếp thì bỏ dấu gạch."
            yield source.problem((line, column), "item-joined", Severity.WARNING, message, hint)
        elif not word.style and isinstance(word.path[-1], int) and (below := _broken_early(source, word)):
            message = "Dòng này bị nối vào câu của ý ở dòng trên, vì không có dấu gạch đầu dòng."
            hint = "Là một ý mới thì thêm «- » ở đầu dòng; là câu viết tiếp thì nối vào cuối dòng trên."
            yield source.problem(source.at(below), "item-joined", Severity.WARNING, message, hint)


def _broken_early(source: Source, word: Word) -> int | None:
    """Where the second line of an item begins, whose first one had much room left."""
    end = source.text.find("\n", word.start, word.end)
    if end < 0 or end - source.text.rfind("\n", 0, word.start) > _EARLY:
        return None
    return end + 1 + len(source.text[end + 1 :]) - len(source.text[end + 1 :].lstrip(" "))


def curly_quotes(source: Source) -> Iterator[Problem]:
    """A value inside the curly quotes of Word, or with one of a pair: they are shown, and quote nothing."""
    for word in source.values():
        text = word.value
        if len(text) > 1 and _CURLY.get(text[0]) == text[-1] and text[0] not in text[1:]:
            message = f"Cả giá trị nằm trong ngoặc kép cong {text[0]}…{text[-1]}; chúng sẽ hiện trên trang."
            yield source.problem(word, "quote-curly", Severity.WARNING, message, _straight(word))
        elif "\n" not in text and (odd := _odd_quote(text)):
            message = f"Giá trị có dấu ngoặc kép {odd} ở một đầu mà không có dấu cùng loại ở đầu kia."
            yield source.problem(word, "quote-curly", Severity.WARNING, message, _straight(word))


def _odd_quote(text: str) -> str | None:
    """The curly quote at one end of a text that nothing, or a quote of another kind, answers."""
    first, last, inside = text[0], text[-1], text[1:-1]
    if first in "“„" and not any(sign in text[1:] for sign in "”“"):
        return first
    if last == '"' and text.count('"') == 1 and not text[-2:-1].isdigit() and "“" not in text:
        return last
    if last == "”" and not any(sign in text[:-1] for sign in "“„”"):
        return last
    return first if first == "‘" and last in '"”' and "’" not in inside else None


def _straight(word: Word) -> str:
    """The line with straight quotes, or without any where they stand inside."""
    plain = word.value.strip(_SIGNS)
    if not plain or any(sign in plain for sign in _SIGNS) or len(plain) > _LONGEST or not plain.isprintable():
        return 'Bỏ dấu ngoặc này, hoặc dùng ngoặc kép thẳng "…" ở cả hai đầu.'
    return f'Viết lại thành: {f"{word.key}: " if isinstance(word.path[-1], str) else "- "}"{plain}"'
