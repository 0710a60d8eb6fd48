"""Whether the slides of a commune's wall display fit its screen, measured with the screen's own font."""

from collections.abc import Iterator

from generator.board import Board
from generator.check.display_rules import GROUP
from generator.display.wall.asked import entries
from generator.display.wall.deck import deck
from generator.display.wall.frame import (
    CODE,
    MOST_BODY,
    Frame,
    frame_of,
    most_code,
    short_side,
    wanted_body,
    wanted_code,
)
from generator.display.wall.slide import CUT, Slide, room
from generator.model.commune import Commune
from generator.model.display import Display
from generator.model.procedure import Lifecycle
from generator.problems import Severity, shown
from generator.reading.record import Finding
from generator.vietnamese import number

Path = tuple[str | int, ...]

HARMLESS = 0.05
"""Letters smaller by this much on a single slide are seen by nobody."""


def check_slides(board: Board, commune: Commune) -> Iterator[Finding]:
    """What a commune that describes its screen should know; one that says nothing gets the defaults."""
    display = commune.display
    if display.off or display == Display():
        return
    yield from _sizes(display)
    frame = frame_of(display, display.orientation == "doc")
    slides = deck(board, commune, frame)
    yield from _asked(board, commune, slides)
    for slide in slides:
        if slide.height > (1 + HARMLESS) * room(slide.title, frame):
            yield _too_long(slide, frame)
        for row in slide.content.get("rows", ()):
            if row["name"].endswith(CUT):
                message = f"Tên thủ tục «{shown(row['name'])}» quá dài nên bị cắt trên màn hình."
                hint = "Thêm «ten_ngan» cho thủ tục này."
                yield _warning((GROUP, "hoi_nhieu"), "slide-too-long", message, hint)


def _asked(board: Board, commune: Commune, slides: list[Slide]) -> Iterator[Finding]:
    """Procedures that the editor chose and nobody will see."""
    received = {entry.base_code for entry in board.received_by(commune)}
    for index, code in enumerate(commune.display.asked):
        entry = board.entry(code)
        if (
            entry
            and entry.base_code not in received
            and entry.lifecycle(board.today) is not Lifecycle.REPEALED
        ):
            message = f"Thủ tục «{code}» không tiếp nhận tại xã này nên không hiện trên màn hình."
            hint = "Bỏ mã này khỏi «hoi_nhieu», hoặc khỏi «khong_tiep_nhan»."
            yield _warning((GROUP, "hoi_nhieu", index), "asked-not-received", message, hint)
    wanted = len(entries(board, commune, most=None)) if commune.display.asked else 0
    seen = sum(len(slide.content["rows"]) for slide in slides if slide.name == "hoi_nhieu")
    if "hoi_nhieu" in commune.display.slides and seen < wanted:
        message = f"Một vòng 5 phút chỉ đủ chỗ cho {seen} trong {wanted} thủ tục của «hoi_nhieu»."
        hint = "Đặt thủ tục cần nhất lên đầu, bớt trang khác trong «trang», hoặc dùng màn hình lớn hơn."
        yield _warning((GROUP, "hoi_nhieu"), "asked-not-shown", message, hint)


def _sizes(display: Display) -> Iterator[Finding]:
    body, code = wanted_body(display), wanted_code(display)
    if body > MOST_BODY:
        metres, inches = float(display.distance), display.inches
        message = (
            f"Ngồi cách {number(metres, 1)} m thì chữ phải cao {number(body, 1)} % màn hình {inches} inch, "
            f"nhưng quá {number(MOST_BODY, 1)} % thì mỗi trang không đủ chỗ."
        )
        hint = (
            f"Dùng màn hình từ {_up(inches * body / MOST_BODY)} inch, hoặc để người xem ngồi trong vòng "
            f"{number(_down(metres * MOST_BODY / body), 1)} m."
        )
        yield _warning((GROUP, "khoang_cach_m"), "screen-too-small", message, hint)
    largest = most_code(frame_of(display, portrait=False).body)
    if display.scan_distance and code > largest:
        metres = _down(largest / 100 * short_side(display.inches) / CODE / 100)
        message = (
            f"Mã QR trên màn hình {display.inches} inch chỉ quét được từ {number(metres, 1)} m trở lại, "
            f"không phải {number(float(display.scan_distance), 1)} m."
        )
        hint = f"Ghi «quet_tu_m: {number(metres, 1)}», hoặc dùng màn hình lớn hơn."
        yield _warning((GROUP, "quet_tu_m"), "code-too-small", message, hint)


def _too_long(slide: Slide, frame: Frame) -> Finding:
    over = slide.height / room(slide.title, frame) - 1
    message = f"Trang «{shown(slide.title)}» dài hơn màn hình {number(100 * over)} %; chữ sẽ bị thu nhỏ."
    if slide.source:
        path: Path = (GROUP, "thong_bao", slide.source - 1, "noi_dung")
        return _warning(path, "slide-too-long", message, "Viết ngắn lại, hoặc tách thành hai thông báo.")
    hint = f"Dùng màn hình lớn hơn, cho ngồi gần hơn, hoặc bỏ «{slide.name}» khỏi mục «trang»."
    return _warning((GROUP, "trang"), "slide-too-long", message, hint)


def _up(inches: float) -> int:
    return int(-(-inches // 1))


def _down(metres: float) -> float:
    return int(metres * 10) / 10


def _warning(path: Path, code: str, message: str, hint: str) -> Finding:
    return Finding(path, code, Severity.WARNING, message, hint)
