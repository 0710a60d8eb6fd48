"""What the center tells people (notices), and where people tell what is wrong (complaints)."""

from typing import Any

from generator import urls
from generator.board import Board
from generator.display.wall import prose
from generator.display.wall.frame import Frame
from generator.display.wall.hours import windows
from generator.display.wall.slide import Slide
from generator.model.commune import Commune
from generator.model.display import Notice

ZONE = "+07:00"
TITLE = "Thông báo"
RIGHT = "Ai cũng có quyền phản ánh, kiến nghị về thủ tục và việc làm thủ tục."
LAW = "Khoản 1 Điều 22 Nghị định 63/2010/NĐ-CP"
ASK = "Bị đòi thêm giấy tờ, trễ hẹn, thu sai phí: hỏi lại ngay tại quầy, xin lý do bằng văn bản."


def complaints(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """The right to complain and the published ways; what is not published is said so."""
    ways = board.settings.complaints
    link = ways.link_name or (_typed(str(ways.link)) if ways.link else None)
    blocks: list[prose.Block] = [
        {"lead": RIGHT},
        {"small": f"{LAW}."},
        {"text": ASK},
        prose.pair("Đường dây nóng", ways.phone),
        prose.pair("Trang tiếp nhận phản ánh", link),
    ]
    if ways.address:
        blocks.append(prose.pair("Nơi nhận đơn", ways.address))
    address = urls.absolute(board.settings.url, urls.COMPLAINTS)
    content = {"kind": "prose", "blocks": blocks}
    height = prose.height(blocks, frame, frame.content_width)
    return [Slide("phan_anh", "Phản ánh, kiến nghị", address, content, height, prose=True)]


def notices(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """The board's own notice, and the center's, each with its limits; the page decides when it is time."""
    slides = []
    home = urls.absolute(board.settings.url, urls.HOME)
    if board.settings.notice:
        slides.append(_slide(TITLE, board.settings.notice, home, frame))
    address = urls.absolute(board.settings.url, urls.commune(commune.code))
    for number, notice in enumerate(commune.display.notices, 1):
        title = notice.title or TITLE
        slides.append(_slide(title, notice.text, address, frame, _limits(notice), number))
    return slides


def _slide(
    title: str,
    text: str,
    address: str,
    frame: Frame,
    limits: dict[str, Any] | None = None,
    source: int = 0,
) -> Slide:
    blocks: list[prose.Block] = [{"lead": line} for line in text.splitlines() if line.strip()]
    content = {"kind": "prose", "blocks": blocks}
    height = prose.height(blocks, frame, frame.content_width)
    return Slide("thong_bao", title, address, content, height, True, limits or {}, source)


def _limits(notice: Notice) -> dict[str, Any]:
    return {
        "since": notice.since and notice.since.isoformat(timespec="minutes") + ZONE,
        "until": notice.until and notice.until.isoformat(timespec="minutes") + ZONE,
        "windows": windows(notice.windows),
        "urgent": notice.urgent,
    }


def _typed(link: str) -> str:
    return link.removeprefix("https://").removeprefix("mailto:").rstrip("/")
