"""Files of figures in which no rule of wording can find anything: seen without looking at every word.

A province's three years are five thousand files of counts, and a count written plainly is no slip.  So only
the other lines are looked at, each for itself: few, and the same in many files.
"""

import re
from functools import lru_cache

from generator.lint.letters import foreign_letters, marks_in_two_places
from generator.lint.rules import RULES
from generator.lint.source import Source, read_source
from generator.model.statistics import StatisticsReport

_COUNT = re.compile(r"^ *(?:- )?[a-z][a-z0-9_]*:(?: (?:0|[1-9][0-9]{0,11}))?\n", re.M)
_STATED = re.compile(r' *(?:- )?([a-z][a-z0-9_]*: (?:"[^"\\#]*"|[^\W_][^#:"]*))')
_BESIDE = re.compile(r"[ \t]*(?:#.*)?")


def is_quiet(text: str) -> bool:
    """Whether ``text``, figures that the reader accepts, holds only lines that no rule minds.

    True is a promise (a test looks at such files all the same); False only means that somebody has to look.
    """
    lines = text if text.endswith("\n") else f"{text}\n"
    others = _COUNT.sub("", lines)
    if not all(map(_is_quiet_line, others.split("\n"))):
        return False
    return not any(marks_in_two_places(Source("", StatisticsReport, others, (), ())))


@lru_cache(4096)
def _is_quiet_line(line: str) -> bool:
    """Whether a line is whole in itself, and no rule minds it."""
    if _BESIDE.fullmatch(line):
        return not any(foreign_letters(Source("", StatisticsReport, line, (), ())))
    stated = _STATED.fullmatch(line)
    if stated is None:
        return False
    source = read_source("", stated[1], StatisticsReport)
    return not any(problem for rule in RULES for problem in rule(source))
