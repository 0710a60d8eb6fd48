"""What must hold for the screens of a commune inside its own file."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from generator.model.display import SUNDAY, Display, Notice, ShowWindow
from generator.problems import Severity
from generator.reading.record import Finding
from generator.vietnamese import day

Path = tuple[str | int, ...]

GROUP = "man_hinh"
"""The key that the screens stand under in ``commune.yml``."""


def check_display(display: Display, today: date) -> Iterator[Finding]:
    """All findings of ``man_hinh``: slides named twice, windows and notices that can never be seen."""
    for index, name in enumerate(display.slides):
        if name in display.slides[:index]:
            message = f"Trang «{name}» được ghi hai lần; màn hình chỉ hiện một lần."
            yield _warning((GROUP, "trang", index), "slide-twice", message, "Bỏ bớt một.")
    yield from _windows(display.windows, (GROUP, "lich"))
    yield from check_notices(display.notices, (GROUP, "thong_bao"), today)


def check_notices(notices: Sequence[Notice], path: Path, today: date) -> Iterator[Finding]:
    """Notices at ``path`` that never end, end before they begin, or are over."""
    for number, notice in enumerate(notices):
        yield from _notice(notice, (*path, number), today)


def _notice(notice: Notice, path: Path, today: date) -> Iterator[Finding]:
    yield from _windows(notice.windows, (*path, "lich"))
    if notice.urgent and notice.until is None:
        message = "Thông báo khẩn chiếm cả màn hình nên phải có lúc hết hạn («het_han»)."
        hint = "Thêm dòng «het_han», ví dụ «het_han: 23/11/2026 17:00»."
        yield Finding((*path, "khan"), "notice-endless", Severity.ERROR, message, hint)
    if notice.since and notice.until and notice.until <= notice.since:
        message = "Thông báo hết hạn trước khi bắt đầu hiện."
        hint = "Xem có ghi ngược «tu_luc» và «het_han» không."
        yield Finding((*path, "het_han"), "dates-contradict", Severity.ERROR, message, hint)
    elif notice.until and notice.until <= datetime.combine(today, time()):
        message = f"Thông báo này đã hết hạn trước ngày {day(today)} nên không còn hiện."
        yield _warning((*path, "het_han"), "notice-expired", message, "Bỏ thông báo này, hoặc gia hạn.")


def days_twice(days: Sequence[int], path: Path) -> Iterator[Finding]:
    """A weekday that one row names again: mostly another was meant, and the board says "closed" on it."""
    written = ["CN" if one == SUNDAY else str(one) for one in days]
    once = list(dict.fromkeys(written))
    for index, one in enumerate(written):
        if one in written[:index]:
            message = f"Thứ «{one}» được ghi hai lần trong cùng một dòng."
            hint = f"Định ghi ngày khác thì sửa lại số này; không thì viết: thu: [{', '.join(once)}]"
            yield _warning((*path, index), "weekday-twice", message, hint)


def _windows(windows: tuple[ShowWindow, ...], path: Path) -> Iterator[Finding]:
    for number, window in enumerate(windows):
        yield from days_twice(window.weekdays or (), (*path, number, "thu"))
        if window.since and window.until and window.until < window.since:
            message = f"«den_ngay» ({day(window.until)}) trước «tu_ngay» ({day(window.since)})."
            hint = "Xem có ghi ngược hai ngày không."
            yield Finding((*path, number, "den_ngay"), "dates-contradict", Severity.ERROR, message, hint)


def _warning(path: Path, code: str, message: str, hint: str) -> Finding:
    return Finding(path, code, Severity.WARNING, message, hint)
