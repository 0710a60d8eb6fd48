"""A mark of a list of papers, so that ticks made on one copy of it are never shown on another.

A kiosk in a village hands ticks over to the public page by their places in the list.  Its copy may be
months older than the page; the mark tells whether the places still mean the same papers.
"""

import hashlib

import msgspec

from generator.model.procedure import DocumentCase

FOLDED_CASES = 2
FOLDED_PAPERS = 16
"""More cases and more papers than these are shown folded: a citizen needs a few of them."""


def mark(documents: tuple[DocumentCase, ...]) -> str:
    """Eight hexadecimal digits of SHA-256 over the names of cases and papers in their order."""
    names = [[case.name, [paper.name for paper in case.papers]] for case in documents]
    return hashlib.sha256(msgspec.json.encode(names)).hexdigest()[:8]


def folded(documents: tuple[DocumentCase, ...]) -> bool:
    """Whether the cases are too many to be shown one under another."""
    return len(documents) > FOLDED_CASES and sum(len(case.papers) for case in documents) > FOLDED_PAPERS
