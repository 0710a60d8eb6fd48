"""Values that other YAML tools would take for a number, a date or a yes: quoted, everybody reads the same."""

import re
from collections.abc import Iterator
from datetime import date

import yaml

from generator.lint.source import Source, Word
from generator.model.shape import inside, is_whole
from generator.problems import Problem, Severity

_LONGEST = 40
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,14}[1-9])?")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])")
_NUMBER_1_2 = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)[eE][-+]?[0-9]+|0o[0-7]+")
_FORMS = yaml.SafeLoader.yaml_implicit_resolvers
"""What a YAML 1.1 reader takes for something else than a text, by the first letter."""
_BEGINNINGS = frozenset("".join(first or "" for first in _FORMS) + "yYnN.+-0123456789")
_SHORT_TRUTHS = {"y": "có", "Y": "có", "n": "không", "N": "không"}


def retyped(source: Source) -> Iterator[Problem]:
    """``1.10``, ``50.000``, ``07:30``, ``no`` without quotes."""
    for word in source.words:
        value = word.value
        if word.style or len(value) > _LONGEST or value[:1] not in _BEGINNINGS:
            continue
        if (other := _elsewhere(word.value)) and not _same_number(word, source):
            message = f"«{word.value}» để trần: công cụ YAML khác sẽ đọc thành {other}."
            hint = f'Đặt trong ngoặc kép: "{word.value}".'
            yield source.problem(word, "value-retyped", Severity.WARNING, message, hint)


def _elsewhere(value: str) -> str | None:
    """What another tool makes of a bare value, where that is not the same text."""
    if value in _SHORT_TRUTHS:
        return f"«{_SHORT_TRUTHS[value]}»"
    if _PLAIN_NUMBER.fullmatch(value):
        return None
    if clock := _CLOCK.fullmatch(value):
        return str(int(clock[1]) * 60 + int(clock[2]))
    if not any(form.match(value) for _, form in _FORMS.get(value[0], ())) and not _NUMBER_1_2.fullmatch(
        value
    ):
        return None
    try:
        read = yaml.safe_load(value)
    except (yaml.YAMLError, ValueError, OverflowError):  # a date that there is not, such as 2026-02-31
        return "một ngày không có thật"
    if isinstance(read, bool):
        return "«có»" if read else "«không»"
    if isinstance(read, (int, float)):
        return str(read)
    if isinstance(read, date) and str(read) != value:
        return str(read)
    return "một số khác" if _NUMBER_1_2.fullmatch(value) else None


def _same_number(word: Word, source: Source) -> bool:
    """Whether a whole number is asked for here and everybody reads the same one (``05``)."""
    annotation: object = source.model
    for part in word.path:
        annotation = inside(annotation, part) if isinstance(part, str) else annotation
    return is_whole(annotation) and re.fullmatch(r"0[0-7]", word.value) is not None
