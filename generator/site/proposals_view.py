"""What the pages show of proposals and of feedback, made from the Board."""

from collections.abc import Iterable

from msgspec import Struct

from generator.board import Board
from generator.model.commune import Commune
from generator.model.proposal import Proposal
from generator.model.statistics import Feedback, StatisticsReport
from generator.proposals import Deadline, days_late, deadline, is_overdue
from generator.statistics import sentences
from generator.statistics.periods import Period
from generator.vietnamese import number

STATUSES = {"cho_tra_loi": "Đang chờ trả lời", "da_tra_loi": "Đã trả lời", "da_rut": "Xã đã rút"}


class ProposalShown(Struct, frozen=True):
    """One proposal with what follows from its dates today."""

    proposal: Proposal
    commune: Commune
    status: str
    due: Deadline
    overdue: bool
    late: str
    """How late, in words; empty where it is not."""


class FeedbackShown(Struct, frozen=True):
    """The feedback that one commune counted in its newest report that has any."""

    commune: Commune
    period: str
    feedback: Feedback
    report: StatisticsReport


def proposals_shown(board: Board, proposals: Iterable[Proposal]) -> tuple[ProposalShown, ...]:
    """Overdue ones first, else in the order given."""
    found = [_shown(board, proposal) for proposal in proposals]
    return tuple(sorted(found, key=lambda shown: not shown.overdue))


def feedback_shown(board: Board) -> tuple[FeedbackShown, ...]:
    """Communes that counted feedback, in the board's order."""
    found = []
    for code, commune in board.communes.items():
        reports = board.statistics.get(code, ())
        report = next((report for report in reversed(reports) if report.feedback), None)
        if report and report.feedback:
            period = sentences.period(Period(report.since, report.until))
            found.append(FeedbackShown(commune, period, report.feedback, report))
    return tuple(found)


def _shown(board: Board, proposal: Proposal) -> ProposalShown:
    overdue = is_overdue(proposal, board.today)
    days = days_late(proposal, board.today)
    late = ""
    if days:
        late = f"Quá hạn {number(days)} ngày" if overdue else f"Trả lời muộn {number(days)} ngày"
    commune = board.communes[proposal.commune]
    return ProposalShown(proposal, commune, STATUSES[proposal.status], deadline(proposal), overdue, late)
