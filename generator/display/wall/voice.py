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
    return prose.slides("phan_anh", "Phản ánh, kiến nghị", address, blocks, frame)


def notices(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """The board's notices, and the center's, each with its limits; the page decides when it is time."""
    slides: list[Slide] = []
    home = urls.absolute(board.settings.url, urls.HOME)
    if board.settings.notice:
        slides += prose.slides("thong_bao", TITLE, home, _paragraphs(board.settings.notice), frame)
    for notice in board.settings.screen_notices:
        slides += _notice(notice, home, frame)
    address = urls.absolute(board.settings.url, urls.commune(commune.code))
    for number, notice in enumerate(commune.display.notices, 1):
        slides += _notice(notice, address, frame, number)
    return slides


def urgent(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """What takes the screen even where the center's list of slides has no notices."""
    return [slide for slide in notices(board, commune, frame) if slide.limits.get("urgent")]


def _notice(notice: Notice, address: str, frame: Frame, source: int = 0) -> list[Slide]:
    title, blocks = notice.title or TITLE, _paragraphs(notice.text)
    large = [{"large": block["lead"]} for block in blocks]
    if notice.urgent and prose.fits(title, large, frame):
        blocks = large
    return prose.slides("thong_bao", title, address, blocks, frame, _limits(notice), source)


def _paragraphs(text: str) -> list[prose.Block]:
    return [{"lead": line} for line in text.splitlines() if line.strip()]


def _limits(notice: Notice) -> dict[str, Any]:
    return {
        "since": notice.since and notice.since.isoformat(timespec="minutes") + ZONE,
        "until": notice.until and notice.until.isoformat(timespec="minutes") + ZONE,
        "windows": windows(notice.windows),
        "urgent": notice.urgent,
    }


def _typed(link: str) -> str:
    return link.removeprefix("https://").removeprefix("mailto:").rstrip("/")
