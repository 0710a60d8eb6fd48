"""Numbers and answers as clerks write them."""

import re
from decimal import Decimal
from typing import Annotated

from generator.model.form import Form, NotOfForm, within

YES_NO = {"co": True, "có": True, "khong": False, "không": False}
_WHOLE = re.compile(r"-?[0-9]{1,15}")


class YesNoForm(Form, frozen=True):
    """See ``YesNo``."""

    def read(self, given: object) -> bool:
        if isinstance(given, bool):
            return given
        if not isinstance(given, str) or (plain := given.strip().lower()) not in YES_NO:
            raise NotOfForm("yes_no")
        return YES_NO[plain]


YesNo = Annotated[bool, YesNoForm()]
"""Có or không, with or without marks."""


class Whole(Form, frozen=True):
    """A whole number in plain digits, within bounds.

    ``1.000`` is refused: a thousand to its writer, 1 to a computer.
    """

    least: int
    most: int

    def read(self, given: object) -> int:
        value = _whole(given)
        within(value, self.least, self.most)
        return value


def _whole(given: object) -> int:
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    if not isinstance(given, str):
        raise NotOfForm("whole")
    if given.isdigit() and given.isascii() and len(given) <= 15:
        return int(given)  # nearly always: a province's figures are a million of them
    if not _WHOLE.fullmatch(given.strip()):
        raise NotOfForm("whole")
    return int(given)


class DecimalForm(Form, frozen=True):
    """A number with digits behind a comma or a point, within bounds.  ``kind`` names its refusal."""

    pattern: str
    kind: str
    least: Decimal
    most: Decimal

    def read(self, given: object) -> Decimal:
        value = given if isinstance(given, Decimal) else self._value(given)
        within(value, self.least, self.most)
        return value

    def _value(self, given: object) -> Decimal:
        if not isinstance(given, str) or not re.fullmatch(self.pattern, given.strip()):
            raise NotOfForm(self.kind)
        return Decimal(given.strip().replace(",", "."))

    def plain(self, value: Decimal, *, written: bool) -> str:
        return str(value)


def metres(least: str, most: str) -> DecimalForm:
    """A distance, ``3`` or ``2,5``."""
    return DecimalForm(r"[0-9]{1,2}([.,][0-9]{1,2})?", "metres", Decimal(least), Decimal(most))


Points = Annotated[Decimal, DecimalForm(r"[0-9]{1,3}([.,][0-9]{1,4})?", "decimal", Decimal(0), Decimal(100))]
"""Points or per cent from 0 to 100, written ``87,22`` or ``87.22``."""
