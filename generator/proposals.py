"""What follows from a proposal on a day: when its answer is due, whether it is late, and by how much."""

from datetime import date

from msgspec import Struct

from generator import working_days
from generator.model.proposal import Proposal


class Deadline(Struct, frozen=True):
    """When the answer is due.  ``derived``: nobody set a day, so the working days were counted."""

    day: date
    derived: bool


def deadline(proposal: Proposal) -> Deadline:
    """The day that was set, or else the fifteenth working day after the proposal."""
    if proposal.due:
        return Deadline(proposal.due, derived=False)
    return Deadline(working_days.after(proposal.day, working_days.ANSWER_DAYS), derived=True)


def is_overdue(proposal: Proposal, today: date) -> bool:
    """Whether an answer is still awaited after its day."""
    return proposal.status == "cho_tra_loi" and deadline(proposal).day < today


def days_late(proposal: Proposal, today: date) -> int:
    """Calendar days past the deadline, up to the answer or else ``today``; 0 where in time or withdrawn.

    An answer without a date cannot be called late.
    """
    if proposal.status == "da_rut":
        return 0
    until = proposal.answered_on if proposal.status == "da_tra_loi" else today
    return max(0, (until - deadline(proposal).day).days) if until else 0
