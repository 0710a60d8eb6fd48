"""The center itself: the slide that welcomes with clock and hours, and the one with its address."""

from generator import urls
from generator.board import Board
from generator.display.wall import prose
from generator.display.wall.frame import LINE, SMALL, Frame
from generator.display.wall.slide import Slide, text_height
from generator.model.commune import Commune
from generator.opening_hours import opening_lines
from generator.vietnamese import number
from generator.words import NOT_PUBLISHED

CLOCK, DATE = 4.0, 1.2
"""Sizes of the large clock and of the date beneath (and of the office's name), in bodies."""
BETWEEN = 0.6
OFFICE = "Trung tâm Phục vụ hành chính công"
COUNT = "Công khai {} tiếp nhận tại đây"


def welcome(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """Name, clock, hours, and how many procedures are received here."""
    hours = opening_lines(commune.hours)
    province = board.area_name(commune.province)
    received = COUNT.format(f"{number(len(board.received_by(commune)))} thủ tục")
    content = {
        "kind": "welcome",
        "office": OFFICE,
        "province": province,
        "hours": hours,
        "not_published": NOT_PUBLISHED,
        "received": received,
    }
    address = urls.absolute(board.settings.url, urls.commune(commune.code))
    return [Slide("chao_mung", commune.name, address, content, _welcome_height(hours, frame))]


def _welcome_height(hours: list[str], frame: Frame) -> float:
    """Clock and date beside the hours, in portrait above them."""
    wide = frame.content_width if frame.portrait else (frame.content_width - frame.body) / 2
    names = text_height(OFFICE, frame, frame.content_width, DATE, bold=True) + frame.body * LINE
    clock = frame.body * (CLOCK + DATE) * LINE
    lines = sum(text_height(line, frame, wide) for line in hours or [""])
    count = text_height(COUNT.format("999 thủ tục"), frame, wide, bold=True)
    facts = lines + count + frame.body * (SMALL * LINE + BETWEEN)
    both = clock + facts + BETWEEN * frame.body if frame.portrait else max(clock, facts)
    return names + BETWEEN * frame.body + both


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
        blocks.append(prose.pair(counter.name, fields) if fields else {"text": counter.name})
    address = urls.absolute(board.settings.url, urls.commune(commune.code))
    return prose.slides("lien_he", "Liên hệ Trung tâm", address, blocks, frame)
