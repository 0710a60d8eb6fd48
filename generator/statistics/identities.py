"""What the columns of the form must agree on, and where a row does not (Biểu 06, TT 01/2020/TT-VPCP).

Column 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, and 3 = 7 + 11.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from msgspec import Struct

from generator.statistics.form import EXTRAS, FORM, LABELS, PATHS, Cells


class Identity(Struct, frozen=True):
    """``total`` equals the sum of ``parts``; where it is only a ``bound``, it is at least that sum."""

    total: str
    parts: tuple[str, ...]
    words: str
    bound: bool = False


IDENTITIES = (
    Identity(
        "received_total",
        ("received_online", "received_in_person_postal", "carried_over"),
        "tiếp nhận = trực tuyến + trực tiếp, bưu chính + kỳ trước chuyển qua",
    ),
    Identity(
        "resolved_total",
        ("resolved_early", "resolved_on_time", "resolved_late"),
        "đã giải quyết = trước hạn + đúng hạn + quá hạn",
    ),
    Identity("pending_total", ("pending_in_time", "pending_late"), "đang giải quyết = trong hạn + quá hạn"),
    Identity(
        "received_total", ("resolved_total", "pending_total"), "tiếp nhận = đã giải quyết + đang giải quyết"
    ),
)
"""The identities of the form."""

BOUNDS = (
    Identity(
        "resolved_late",
        ("resolved_late_apologised", "resolved_late_unapologised"),
        "giải quyết quá hạn ≥ đã có thư xin lỗi + chưa có thư xin lỗi",
        bound=True,
    ),
    Identity(
        "pending_late",
        ("pending_late_apologised", "pending_late_unapologised"),
        "đang quá hạn ≥ đã có thư xin lỗi + chưa có thư xin lỗi",
        bound=True,
    ),
    Identity(
        "received_online",
        ("received_full_online", "received_partly_online"),
        "trực tuyến ≥ toàn trình + một phần",
        bound=True,
    ),
    Identity(
        "received_in_person_postal",
        ("received_postal",),
        "trực tiếp, bưu chính ≥ bưu chính công ích",
        bound=True,
    ),
    Identity("received_total", ("received_elsewhere",), "tiếp nhận ≥ nộp phi địa giới", bound=True),
)
"""A part is never more than its whole.  Whether such parts are complete depends on the system that counts."""


class Difference(Struct, frozen=True):
    """An identity that fails: ``stated`` stands in its total, ``added`` is the sum of its known parts."""

    total: str
    words: str
    stated: int
    added: int
    derived: bool = False
    """Whether the total itself is not in the source but follows from another identity."""

    @property
    def path(self) -> tuple[str, ...]:
        """Where the total stands in a row of the YAML file."""
        return PATHS[self.total]


_FORM_CELLS = itemgetter(*FORM)
_OTHER_CELLS = itemgetter(*EXTRAS)


def agrees(cells: Cells) -> bool:
    """Whether a row states the form's cells, those alone, and every identity holds: then nothing is wrong.

    The quick answer for nearly every row of a large board; False only means that a closer look is due.
    """
    try:
        stated, others = _FORM_CELLS(cells), _OTHER_CELLS(cells)
    except KeyError:
        return False
    if None in stated or others.count(None) < len(others):
        return False
    received, online, in_person, carried, resolved, early, on_time, late, pending, in_time, overdue = stated
    return bool(
        received == online + in_person + carried == resolved + pending
        and resolved == early + on_time + late
        and pending == in_time + overdue
    )


def derive(cells: Cells) -> dict[str, int]:
    """Empty cells that follow from the identities.  To be shown as "suy ra", never to be stored."""
    if all(cells.get(key) is not None for key in FORM):
        return {}
    known = {key: value for key, value in cells.items() if value is not None}
    found: dict[str, int] = {}
    while step := _next(known):
        known |= step
        found |= step
    return found


def differences(cells: Cells) -> list[Difference]:
    """Every identity and bound that the row breaks, also by way of cells that it leaves empty."""
    if agrees(cells):
        return []
    derived = derive(cells)
    whole = {**cells, **derived}
    return list(_broken(whole, derived))


def field_differences(total: Cells, fields: Sequence[Cells]) -> list[Difference]:
    """Cells of the total that are not the sum of the fields, or less than the fields that state theirs."""
    found = []
    for key in PATHS:
        stated = total.get(key)
        if stated is None or not fields:
            continue
        known = [part for row in fields if (part := row.get(key)) is not None]
        added, sign = sum(known), "=" if len(known) == len(fields) else "≥"
        if added > stated or (sign == "=" and added != stated):
            words = f"{LABELS[key]}: tổng hợp {sign} cộng các lĩnh vực"
            found.append(Difference(key, words, stated, added))
    return found


def _next(known: dict[str, int]) -> dict[str, int]:
    for identity in IDENTITIES:
        missing = [key for key in (identity.total, *identity.parts) if key not in known]
        if len(missing) == 1:
            parts = sum(known.get(key, 0) for key in identity.parts)
            value = parts if missing[0] == identity.total else known[identity.total] - parts
            if value >= 0:  # below zero is a contradiction, which ``differences`` reports
                return {missing[0]: value}
    return {}


def _broken(cells: Cells, derived: dict[str, int]) -> Iterator[Difference]:
    for identity in (*IDENTITIES, *BOUNDS):
        stated = cells.get(identity.total)
        if stated is None:
            continue
        added, exact = 0, not identity.bound
        for key in identity.parts:
            part = cells.get(key)
            if part is None:
                exact = False
            else:
                added += part
        if added > stated or (exact and added != stated):
            yield Difference(identity.total, identity.words, stated, added, identity.total in derived)
