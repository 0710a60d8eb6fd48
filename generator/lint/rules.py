"""Every rule of wording: what it says of one file."""

from collections.abc import Callable, Iterator

from generator.lint import fees, letters, old_fonts, plain_language, retyped, signs
from generator.lint.source import Source
from generator.problems import Problem

RULES: tuple[Callable[[Source], Iterator[Problem]], ...] = (
    signs.value_cut,
    signs.bullet_signs,
    signs.wide_signs,
    signs.curly_quotes,
    signs.items_joined,
    old_fonts.old_fonts,
    letters.foreign_letters,
    letters.hidden_signs,
    letters.marks_in_two_places,
    retyped.retyped,
    fees.retyped_fees,
    plain_language.long_sentences,
    plain_language.short_forms,
)
