"""The center itself: the slide that welcomes with clock and hours, and the one with its address."""

from collections.abc import Iterable

from generator import urls
from generator.board import Board
from generator.display.wall import prose
from generator.display.wall.frame import LINE, PROSE, SMALL, TITLE, Frame
from generator.display.wall.slide import Slide, text_height
from generator.model.commune import Commune, OpeningHours
from generator.vietnamese import number

CLOCK, DATE = 3.6, 1.2
"""Sizes of the large clock and of the date beneath, in bodies."""
_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def welcome(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """Name, clock, hours, and how many procedures are received here."""
    hours = hours_lines(commune.hours)
    province = board.area_name(commune.province)
    received = f"{number(len(board.received_by(commune)))} thủ tục"
    content = {
        "kind": "welcome",
        "commune": commune.name,
        "province": province,
        "hours": hours,
        "not_published": prose.NOT_PUBLISHED,
        "received": received,
    }
    height = text_height(commune.name, frame, frame.content_width, TITLE, bold=True)
    height += frame.body * (LINE + CLOCK * LINE + DATE * LINE + 2 * SMALL * LINE + 4 * prose.BETWEEN)
    height += sum(text_height(line, frame, frame.content_width) for line in hours or [""])
    height += frame.body * PROSE
    address = urls.absolute(board.settings.url, urls.commune(commune.code))
    return [Slide("chao_mung", "Trung tâm Phục vụ hành chính công", address, content, height)]


def contact(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """How to reach the center; left out where nothing of it is published."""
    known = (commune.address, commune.phone, commune.email, commune.website, *commune.counters)
    if not any(known):
        return []
    blocks = [
        prose.pair("Địa chỉ", commune.address),
        prose.pair("Điện thoại", commune.phone),
    ]
    if commune.email:
        blocks.append(prose.pair("Thư điện tử", commune.email))
    if commune.website:
        blocks.append(prose.pair("Trang web", str(commune.website)))
    for counter in commune.counters:
        fields = ", ".join(board.field_name(key) for key in counter.fields)
        blocks.append(prose.pair(counter.name, fields or "Mọi lĩnh vực"))
    address = urls.absolute(board.settings.url, urls.commune(commune.code))
    content = {"kind": "prose", "blocks": blocks}
    height = prose.height(blocks, frame, frame.content_width)
    return [Slide("lien_he", "Liên hệ Trung tâm", address, content, height, prose=True)]


def hours_lines(hours: Iterable[OpeningHours]) -> list[str]:
    """``Thứ Hai – Thứ Sáu: 07:30–11:30, 13:30–17:00``: days with the same hours on one line."""
    by_day: dict[int, list[str]] = {}
    for row in hours:
        for weekday in row.weekdays:
            by_day.setdefault(weekday, []).append(f"{row.opens}–{row.closes}")
    groups: list[tuple[list[int], list[str]]] = []
    for weekday in sorted(by_day):
        times = sorted(by_day[weekday])
        if groups and groups[-1][1] == times and groups[-1][0][-1] == weekday - 1:
            groups[-1][0].append(weekday)
        else:
            groups.append(([weekday], times))
    return [f"{_days(days)}: {', '.join(times)}" for days, times in groups]


def _days(days: list[int]) -> str:
    first, last = _DAYS[days[0] - 1], _DAYS[days[-1] - 1]
    return first if first == last else f"{first} – {last}"
