"""What must hold inside one proposal's file."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from generator.check.wrong_days import FUTURE_DAY, SWAPPED_DAYS
from generator.explain.suggestions import did_you_mean
from generator.model.proposal import Proposal
from generator.problems import Severity
from generator.proposals import deadline, is_overdue
from generator.reading.record import Finding
from generator.vietnamese import day


def proposal_check(
    stem: str, communes: Collection[str], today: date
) -> Callable[[Proposal], Iterator[Finding]]:
    """Rules for the proposal that lies at ``content/proposals/<stem>.yml``."""

    def check(proposal: Proposal) -> Iterator[Finding]:
        if proposal.key != stem:
            message = f"Tệp tên «{stem}.yml» nhưng khóa kiến nghị bên trong là «{proposal.key}»."
            yield Finding(("ma",), "file-name", Severity.ERROR, message, "Đổi tên tệp hoặc sửa lại khóa.")
        if proposal.commune not in communes:
            message = f"Không có xã mang mã «{proposal.commune}» trên bảng này."
            hint = did_you_mean(proposal.commune, communes) or (
                f"Thêm tệp content/communes/{proposal.commune}/commune.yml."
            )
            yield Finding(("xa",), "commune-unknown", Severity.ERROR, message, hint)
        yield from _dates(proposal, today)
        yield from _answer(proposal)
        contradicts = proposal.due is not None and proposal.due < proposal.day
        if not contradicts and is_overdue(proposal, today):
            message = f"Kiến nghị chưa được trả lời, đã quá hạn ngày {day(deadline(proposal).day)}."
            hint = "Có văn bản trả lời thì thêm «tra_loi» và đổi «trang_thai» thành «da_tra_loi»."
            yield Finding(("trang_thai",), "proposal-overdue", Severity.WARNING, message, hint)

    return check


def _dates(proposal: Proposal, today: date) -> Iterator[Finding]:
    if proposal.day > today:
        message = f"Ngày gửi kiến nghị {day(proposal.day)} chưa tới."
        yield Finding(("ngay",), "date-future", Severity.ERROR, message, FUTURE_DAY)
    if proposal.due and proposal.due < proposal.day:
        message = f"Hạn trả lời {day(proposal.due)} đứng trước ngày gửi {day(proposal.day)}."
        yield Finding(("han_tra_loi",), "dates-contradict", Severity.ERROR, message, SWAPPED_DAYS)
    answered = proposal.answered_on
    if answered and answered > today:
        message = f"Ngày văn bản trả lời {day(answered)} chưa tới."
        yield Finding(("tra_loi", "ngay"), "date-future", Severity.ERROR, message, FUTURE_DAY)
    if answered and answered < proposal.day:
        message = f"Văn bản trả lời ngày {day(answered)} đứng trước ngày gửi {day(proposal.day)}."
        yield Finding(("tra_loi", "ngay"), "dates-contradict", Severity.ERROR, message, SWAPPED_DAYS)


def _answer(proposal: Proposal) -> Iterator[Finding]:
    answer = proposal.answer
    if proposal.status == "da_tra_loi":
        lacking = [
            name
            for name, value in (
                ("so_ky_hieu", answer and answer.number),
                ("ngay", answer and answer.day),
                ("lien_ket", answer and answer.link),
            )
            if not value
        ]
        if lacking:
            named = ", ".join(f"«{name}»" for name in lacking)
            message = f"Kiến nghị ghi đã trả lời nhưng văn bản trả lời chưa có {named}."
            hint = "Trả lời phải bằng văn bản: ghi số, ngày và nơi xem được văn bản vào «tra_loi»."
            path = ("tra_loi",) if answer else ("trang_thai",)
            yield Finding(path, "proposal-no-document", Severity.WARNING, message, hint)
    elif proposal.status == "cho_tra_loi" and answer and (answer.number or answer.day):
        message = "Kiến nghị ghi đang chờ trả lời nhưng đã có văn bản trả lời."
        hint = "Đổi «trang_thai» thành «da_tra_loi», hoặc bỏ «tra_loi»."
        yield Finding(("trang_thai",), "proposal-status", Severity.WARNING, message, hint)
