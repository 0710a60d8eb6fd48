"""The kinds of text and the codes that every record is made of.

Outer white space belongs to the file, not to a text: the reader leaves it out (``yaml_text.parse``).  Each
refusal has a name of its own, which ``generator.explain.messages`` turns into a Vietnamese sentence.
"""

import re
from typing import Annotated

from msgspec import Meta

from generator.model.form import Form, NotOfForm

_END = r"\Z"


def like(pattern: str, max_length: int | None = None) -> Meta:
    """The condition that a text is as ``pattern`` says, which begins with ``^`` and ends with ``$``.

    Python's ``$`` lets a line end follow; so the compiled pattern has ``\\Z`` in its place.
    """
    return Meta(pattern=pattern.removesuffix("$") + _END, max_length=max_length)


def pattern_of(condition: Meta) -> str | None:
    """The pattern as it was given to ``like``: as JSON Schema and messages name it."""
    return condition.pattern.removesuffix(_END) + "$" if condition.pattern else None


Text = Annotated[str, Meta(min_length=1)]
"""Some text.  Inner white space and line breaks are the author's and are kept."""

ProcedureCode = Annotated[str, like(r"^[1-9]\.[0-9]{6}(\.000\.00\.00)?(\.H[0-9]{2})?$")]
"""Mã thủ tục of the national database, such as ``1.001193`` or ``1.001193.000.00.00.H31``."""

CommuneCode = Annotated[str, like(r"^[0-9]{5}$")]
"""Official code of a commune: five digits, leading zeros kept."""

ProvinceCode = Annotated[str, like(r"^[0-9]{2}$")]
"""Official code of a province: two digits, leading zeros kept."""

Slug = Annotated[str, like(r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A key of our own, for a field or a life event: lower-case letters, digits and single hyphens."""

PHONE = r"^[ .()+-]*([0-9][ .()+-]*){3,12}$"
"""One number to call, as it is written: what is read as a second one would be dialled with it."""

Phone = Annotated[Text, like(PHONE, max_length=30)]

EMAIL = r"^[^@\s,;]+@[^@\s,;.]+(\.[^@\s,;.]+)+$"
"""An address of electronic mail as a clerk writes it; whether it exists only a letter to it can tell."""

Email = Annotated[Text, like(EMAIL)]

WebLink = Annotated[str, like(r"^https://[^\s<>\"]+$")]
"""An address of a page on the web: https only."""

SiteAddress = Annotated[str, like(r"^https://[0-9A-Za-z.-]+(:[0-9]{1,5})?(/[0-9A-Za-z._~%/-]*)?$")]
"""Where a board is published: https, a host in ASCII, a folder; addresses of pages are joined to it."""

SAFE_LINK = r"(https://[^\s<>\"]+|mailto:[^\s<>\"]+|tel:\+?[0-9]+)"
_SAFE_LINK = re.compile(SAFE_LINK)


class LinkForm(Form, frozen=True):
    """See ``Link``."""

    def read(self, given: object) -> str:
        if not isinstance(given, str):
            raise NotOfForm("text")
        if not _SAFE_LINK.fullmatch(link := given.strip()):
            raise NotOfForm("link")
        return link


Link = Annotated[str, LinkForm()]
"""An address that a page may link to: https, mailto or tel, and nothing else."""


def base_code(code: str) -> str:
    """The part of a procedure's code that is the same in every agency: ``1.001193``."""
    return code[:8]
